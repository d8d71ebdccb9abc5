import { given } from './givenText.ts'

/** Who does something, for which party. */
export interface Actor {
  readonly name: string
  readonly partyName: string
}

/** `Anna Lind, Heby kommun`. */
export function nameOf({ name, partyName }: Actor): string {
  return `${given(name)}, ${given(partyName)}`
}

/** The name of an ansökan in a line. */
export function titleOf(applicationName: string): string {
  const name = given(applicationName, 200)
  return name === '' ? 'en ansökan som inte har fått något namn än' : `ansökan ”${name}”`
}

/** A subject that begins with the ansökan it is about (ux.md 12). */
export function subjectOf(applicationName: string, what: string): string {
  return `[${given(applicationName, 60) || 'Ansökan utan namn'}] ${what}`
}

/** Puts a letter together: paragraphs with an empty line between them. Those that are empty are left out. */
export function textOf(paragraphs: readonly string[]): string {
  const signature = '-- \nSamskriv, där myndigheter skriver en ansökan om samverkansinsats tillsammans.'
  return `${['Hej!', ...paragraphs, signature].filter(paragraph => paragraph !== '').join('\n\n')}\n`
}
