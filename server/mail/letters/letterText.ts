import { subjectMaxLength } from '../Letter.ts'
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

/**
 * A subject that begins with the ansökan it is about (ux.md 12), and is no longer than a letter's may be: names are
 * counted in characters, and a letter in UTF-16 units.
 */
export function subjectOf(applicationName: string, what: string): string {
  const subject = `[${given(applicationName, 60) || 'Ansökan utan namn'}] ${what}`
  return subject.slice(0, subjectMaxLength).replace(/[\uD800-\uDBFF]$/, '')
}

/** Puts a letter together: paragraphs with an empty line between them. Those that are empty are left out. */
export function textOf(paragraphs: readonly string[]): string {
  const signature = '-- \nSamskriv, där myndigheter skriver en ansökan om samverkansinsats tillsammans.'
  return `${['Hej!', ...paragraphs, signature].filter(paragraph => paragraph !== '').join('\n\n')}\n`
}
