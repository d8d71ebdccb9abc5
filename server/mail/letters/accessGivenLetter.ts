import type { Role } from '../../../shared/people/role.ts'
import type { Letter } from '../Letter.ts'
import { given, quoted } from './givenText.ts'
import { type Actor, nameOf, subjectOf, textOf, titleOf } from './letterText.ts'
import { roleWords } from './roleWords.ts'

export interface AccessGivenLetterParts {
  readonly to: string
  /** An ordinary link to the ansökan: it holds no secret. */
  readonly link: string
  readonly applicationName: string
  readonly giver: Actor
  /** The party that she is to act for. */
  readonly partyName: string
  readonly role: Role
  /** What the giver has written to her; may be empty. */
  readonly message: string
}

/** Somebody whom the program knows has been given access, by being invited or because she had asked. */
export function accessGivenLetter(parts: AccessGivenLetterParts): Letter {
  const { to, link, applicationName, giver, partyName, role, message } = parts
  const quote = quoted(message)
  return {
    to,
    subject: subjectOf(applicationName, `${given(giver.name)} har gett dig åtkomst`),
    text: textOf([
      `${nameOf(giver)}, har gett dig åtkomst till ${titleOf(applicationName)} i Samskriv. Du kommer in för ${given(partyName)}, med rollen ${roleWords[role]}`,
      'Här är den. Du loggar in som vanligt:',
      link,
      quote && `${given(giver.name)} hälsar:\n\n${quote}`,
      `Hör ansökan inte till ditt arbete? Säg det till ${given(giver.name)}, som kan ta bort dig.`,
    ]),
  }
}
