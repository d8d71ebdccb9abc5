import type { Role } from '../../../shared/people/role.ts'

/** What somebody comes in as, and what she does there, as it follows after "Du kommer in som". */
export const roleWords: Readonly<Record<Role, string>> = {
  ownerEditor: 'insatsägarens redaktör: du skriver i hela ansökan och bestämmer vilka fler som kommer in.',
  partyEditor: 'partsredaktör: du läser och skriver i ansökan.',
  partyLead: 'partsansvarig: du läser och skriver i ansökan och bestämmer vilka fler hos er som kommer in.',
  reviewer: 'granskare: du läser ansökan och lämnar synpunkter, men ändrar inte i texten.',
  signatory: 'undertecknare: du läser ansökan när den är låst för underskrift, och skriver under den.',
  officer: 'förbundets handläggare: du läser ansökan när den har lämnats in eller öppnats för rådgivning.',
  reader: 'läsare: du läser ansökan, men ändrar inte i den.',
}
