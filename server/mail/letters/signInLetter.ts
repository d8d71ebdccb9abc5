import { clockTime } from '../../time/swedishTime.ts'
import type { Letter } from '../Letter.ts'
import { textOf } from './letterText.ts'

/** The link to sign in by, which she has asked for. `expiresAt`: ten minutes from then. */
export function signInLetter({
  to,
  link,
  expiresAt,
}: {
  readonly to: string
  readonly link: string
  readonly expiresAt: string
}): Letter {
  return {
    to,
    subject: `Logga in i Samskriv – länken gäller till ${clockTime(expiresAt)}`,
    text: textOf([
      'Du har bett om att få logga in i Samskriv. Öppna länken i samma webbläsare som du bad om den i:',
      link,
      `Den gäller i tio minuter, till klockan ${clockTime(expiresAt)}, och en enda gång. Hinner du inte kan du be om en ny på samma sida.`,
      'Var det inte du? Då behöver du inte göra något. Länken fungerar bara i den webbläsare där någon bad om den. Skicka den inte vidare.',
    ]),
  }
}
