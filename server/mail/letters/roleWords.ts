import type { Role } from '../../../shared/people/role.ts'

/** What somebody comes in as, and what she does there, as it follows after "med rollen", by the names that the roles have on the screen. */
export const roleWords: Readonly<Record<Role, string>> = {
  ownerEditor: 'Ansvarig: du skriver i hela ansökan och bestämmer vilka fler som kommer in.',
  partyEditor: 'Skriva: du läser och skriver i ansökan.',
  partyLead: 'Partsansvarig: du läser och skriver i ansökan och bestämmer vilka fler hos er som kommer in.',
  reviewer: 'Granska: du läser ansökan och lämnar synpunkter, men ändrar inte i texten.',
  signatory: 'Undertecknare: du läser ansökan när den är låst för underskrift, och skriver under den.',
  officer: 'Handläggare: du läser ansökan när den har lämnats in eller öppnats för rådgivning.',
  reader: 'Läsa: du läser ansökan, men ändrar inte i den.',
}
