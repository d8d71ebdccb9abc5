import type { NestedList } from '../../nestedLists.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import type { InText } from './InText.ts'
import { inline } from './paragraph.ts'

export function list({ kind, extra, entries }: NestedList, inText: InText): Html {
  const items = entries.map(
    ({ item, below }) =>
      html`<li>${inline(item.content, inText)}${joined(below.map(one => list(one, inText)))}</li>\n`,
  )
  const place = extra > 0 ? html` class="step-${extra}"` : nothing
  return kind === 'number'
    ? html`<ol${place}>\n${joined(items)}</ol>\n`
    : html`<ul${place}>\n${joined(items)}</ul>\n`
}
