import type { ParagraphContent } from '../../../../shared/document/blockContent.ts'
import { Arguments, joined, type Typst, typst } from '../typst.ts'
import type { Writing } from '../Writing.ts'
import { inline } from './inline.ts'

/** A paragraph that is an item of a list. */
export type ListItem = ParagraphContent & Required<Pick<ParagraphContent, 'list'>>

/** Real lists of paragraphs that follow each other, each with how far in it stands: deeper ones stand inside. */
export function list(items: readonly ListItem[], writing: Writing): Typst {
  return listsIn(items, 0, writing)
}

/** `from` is how far in the text stands that they are in. */
function listsIn(items: readonly ListItem[], from: number, writing: Writing): Typst {
  const lists: Typst[] = []
  for (let start = 0; start < items.length; ) {
    const end = endOfList(items, start)
    lists.push(oneList(items.slice(start, end), from, writing))
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

function oneList(items: readonly ListItem[], from: number, writing: Writing): Typst {
  const depth = depthOf(items[0])
  const isNumbered = items[0]?.list === 'number'
  const entries: Typst[] = []
  for (let at = 0; at < items.length; ) {
    let next = at + 1
    while (next < items.length && depthOf(items[next]) > depth) next += 1
    const below = listsIn(items.slice(at + 1, next), depth + 1, writing)
    const words = joined([inline(items[at]?.content ?? [], writing), below])
    entries.push(isNumbered ? typst`enum.item(${words})` : typst`list.item(${words})`)
    at = next
  }
  const args = new Arguments(entries)
  const written = isNumbered
    ? typst`enum(numbering: number-of(${depth}), ${args})`
    : typst`list(marker: marker-of(${depth}), ${args})`
  return depth > from ? typst`indented(${depth - from}, ${written})` : written
}

function depthOf(item: ListItem | undefined): number {
  return item?.indent ?? 0
}
