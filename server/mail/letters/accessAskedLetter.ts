import type { Letter } from '../Letter.ts'
import { given, quoted } from './givenText.ts'
import { type Actor, nameOf, subjectOf, textOf, titleOf } from './letterText.ts'

export interface AccessAskedLetterParts {
  /** One of those who decide who comes in. */
  readonly to: string
  /** An ordinary link to where she decides: it holds no secret. */
  readonly link: string
  readonly applicationName: string
  readonly asker: Actor
  /** What the asker has written; may be empty. */
  readonly message: string
}

/** Somebody asks to be let in. */
export function accessAskedLetter(parts: AccessAskedLetterParts): Letter {
  const { to, link, applicationName, asker, message } = parts
  const quote = quoted(message)
  return {
    to,
    subject: subjectOf(applicationName, `${given(asker.name)} ber om åtkomst`),
    text: textOf([
      `${nameOf(asker)}, ber om att få komma in i ${titleOf(applicationName)} i Samskriv.`,
      'Här svarar du. Du loggar in som vanligt:',
      link,
      quote && `${given(asker.name)} skriver:\n\n${quote}`,
      `Väntade du dig inte det? Ingen kommer in förrän någon säger ja. Svara nej om du inte känner igen ${given(asker.name)}.`,
    ]),
  }
}
