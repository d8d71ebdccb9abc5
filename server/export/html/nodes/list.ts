import type { ParagraphContent } from '../../../../shared/document/blockContent.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import type { InText } from './InText.ts'
import { inline } from './paragraph.ts'

/** A paragraph that is an item of a list. */
export type ListItem = ParagraphContent & Required<Pick<ParagraphContent, 'list'>>

/** Real lists of paragraphs that follow each other, each with how far in it stands: deeper ones stand inside. */
export function list(items: readonly ListItem[], inText: InText): Html {
  return listsIn(items, 0, inText)
}

/** `from` is how far in the text stands that they are in. */
function listsIn(items: readonly ListItem[], from: number, inText: InText): Html {
  const lists: Html[] = []
  for (let start = 0; start < items.length; ) {
    const end = endOfList(items, start)
    lists.push(oneList(items.slice(start, end), from, inText))
    start = end
  }
  return joined(lists)
}

/** A list goes on through what stands deeper, and ends where the kind changes or something stands further out. */
function endOfList(items: readonly ListItem[], start: number): number {
  const depth = depthOf(items[start])
  const kind = items[start]?.list
  let end = start + 1
  for (; end < items.length; end += 1) {
    const isDeeper = depthOf(items[end]) > depth
    if (!isDeeper && (depthOf(items[end]) < depth || items[end]?.list !== kind)) break
  }
  return end
}

function oneList(items: readonly ListItem[], from: number, inText: InText): Html {
  const depth = depthOf(items[0])
  const entries: Html[] = []
  for (let at = 0; at < items.length; ) {
    let next = at + 1
    while (next < items.length && depthOf(items[next]) > depth) next += 1
    const below = listsIn(items.slice(at + 1, next), depth + 1, inText)
    entries.push(html`<li>${inline(items[at]?.content ?? [], inText)}${below}</li>\n`)
    at = next
  }
  const place = depth > from ? html` class="step-${depth - from}"` : nothing
  return items[0]?.list === 'number'
    ? html`<ol${place}>\n${joined(entries)}</ol>\n`
    : html`<ul${place}>\n${joined(entries)}</ul>\n`
}

function depthOf(item: ListItem | undefined): number {
  return item?.indent ?? 0
}
