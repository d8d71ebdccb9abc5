import { linesOf } from '../paper/linesOf.ts'
import { type Html, html, joined } from './html.ts'

/** What somebody has written without form: a paragraph a line, empty lines passed over. */
export function prose(text: string): Html {
  return joined(linesOf(text).map(line => html`<p>${line}</p>\n`))
}

/** Facts with what they are called; those that say nothing are left out. */
export function facts(pairs: readonly (readonly [name: string, value: string | Html])[]): Html {
  const said = pairs.filter(([, value]) => (typeof value === 'string' ? value !== '' : !value.isEmpty))
  const lines = said.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>\n`)
  return lines.length === 0 ? joined([]) : html`<dl>\n${joined(lines)}</dl>\n`
}
