import type { Role } from '../../../shared/people/role.ts'
import { clockTime, dayOf } from '../../time/swedishTime.ts'
import type { Letter } from '../Letter.ts'
import { given, quoted } from './givenText.ts'
import { type Actor, nameOf, subjectOf, textOf, titleOf } from './letterText.ts'
import { roleWords } from './roleWords.ts'

export interface InvitationLetterParts {
  readonly to: string
  /** With its secret in the fragment. */
  readonly link: string
  readonly applicationName: string
  readonly inviter: Actor
  /** The party that she is to act for. */
  readonly partyName: string
  readonly role: Role
  /** What the inviter has written to her; may be empty. */
  readonly message: string
  /** Seven days from when she was invited. */
  readonly expiresAt: string
}

/** An invitation to somebody whom the program does not know. */
export function invitationLetter(parts: InvitationLetterParts): Letter {
  const { to, link, applicationName, inviter, partyName, role, message, expiresAt } = parts
  const until = `${dayOf(expiresAt)} klockan ${clockTime(expiresAt)}`
  const quote = quoted(message)
  return {
    to,
    subject: subjectOf(
      applicationName,
      `${given(inviter.name)} bjuder in dig – svara senast ${dayOf(expiresAt)}`,
    ),
    text: textOf([
      `${nameOf(inviter)}, bjuder in dig till ${titleOf(applicationName)} i Samskriv. Du kommer in för ${given(partyName)}, med rollen ${roleWords[role]}`,
      'Öppna länken och skriv ditt namn:',
      link,
      `Länken är bara för dig, fungerar en gång och gäller i sju dagar, till den ${until}.`,
      quote && `${given(inviter.name)} hälsar:\n\n${quote}`,
      `Känner du inte igen det här? Öppna inte länken, utan fråga ${given(inviter.name)} på ett sätt som du brukar. Gör du ingenting slutar den att gälla av sig själv. Skicka den inte vidare.`,
    ]),
  }
}
