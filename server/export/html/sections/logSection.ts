import type { LogContent } from '../../../../shared/document/filledForm.ts'
import { formatFuzzyDate } from '../../../../shared/form/fuzzyDate.ts'
import { formWords } from '../../words.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { prose } from '../prose.ts'

/** Dated events as a table, in the order of the form. */
export function logSection({ items }: LogContent): Html {
  if (items.length === 0) return nothing
  const rows = items.map(
    ({ on, text }) =>
      html`<tr><td class="short">${on === null ? '' : formatFuzzyDate(on, 'sv')}</td><td>${prose(text)}</td></tr>\n`,
  )
  const { when, what } = formWords
  return html`<table>
<thead><tr><th scope="col" class="short">${when}</th><th scope="col">${what}</th></tr></thead>
<tbody>
${joined(rows)}</tbody>
</table>
`
}
