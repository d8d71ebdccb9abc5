import type { Letter } from '../Letter.ts'
import { given } from './givenText.ts'
import { type Actor, nameOf, textOf } from './letterText.ts'

export interface AccountLetterParts {
  readonly to: string
  /** An ordinary link to the front door: it holds no secret. */
  readonly link: string
  readonly giver: Actor
  /** The party that she is to act for. */
  readonly partyName: string
  /** Her organisation has a sign-in of its own. */
  readonly hasOwnSignIn: boolean
}

/** The administrator has let the program know somebody. */
export function accountLetter({ to, link, giver, partyName, hasOwnSignIn }: AccountLetterParts): Letter {
  const onwards = hasOwnSignIn
    ? 'så kommer du till din organisations egen inloggning.'
    : 'så får du ett mejl med en länk som släpper in dig. Du behöver inget lösenord.'
  return {
    to,
    subject: 'Du har fått ett konto i Samskriv',
    text: textOf([
      `${nameOf(giver)}, har lagt till dig i Samskriv. Där deltar du för ${given(partyName)}.`,
      `Gå hit och skriv den e-postadress som det här brevet kom till, ${onwards}`,
      link,
      'Vilka ansökningar du kommer in i bestämmer de som skriver dem. De kan bjuda in dig nu.',
      `Hör Samskriv inte till ditt arbete? Då behöver du inte göra något. Säg gärna till ${given(giver.name)}, som kan ta bort dig.`,
    ]),
  }
}
