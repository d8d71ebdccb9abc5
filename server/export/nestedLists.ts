import type { Block, ParagraphContent } from '../../shared/document/blockContent.ts'

/** A paragraph that is an item of a list. */
type ListItem = ParagraphContent & Required<Pick<ParagraphContent, 'list'>>

/** A list as a page has it: its items, with the lists that stand inside them. */
export interface NestedList {
  readonly kind: ListItem['list']
  /** How far in it stands, from the edge of the text. */
  readonly depth: number
  /** How much further in than it would stand by itself where it is. */
  readonly extra: number
  readonly entries: readonly { readonly item: ListItem; readonly below: readonly NestedList[] }[]
}

/** Part of a text: a block, or the lists that items which follow each other make, deeper ones inside. */
export type TextPart<B extends Block> =
  | { readonly is: 'block'; readonly block: B }
  | { readonly is: 'lists'; readonly lists: readonly NestedList[] }

/** A text with real lists in it. */
export function withNestedLists<B extends Block>(content: readonly B[]): readonly TextPart<B>[] {
  const parts: TextPart<B>[] = []
  for (let at = 0; at < content.length; ) {
    const items = itemsFrom(content, at)
    const block = content[at]
    if (items.length > 0) parts.push({ is: 'lists', lists: listsIn(items, 0) })
    else if (block) parts.push({ is: 'block', block })
    at += Math.max(1, items.length)
  }
  return parts
}

/** The items of a list that stand from here on without anything between. */
function itemsFrom(content: readonly Block[], start: number): ListItem[] {
  const items: ListItem[] = []
  for (let at = start; at < content.length; at += 1) {
    const block = content[at]
    if (block?.type !== 'paragraph' || block.list === undefined || (block.level ?? 0) > 0) break
    items.push({ ...block, list: block.list })
  }
  return items
}

/** `from` is how far in the text stands that they are in. */
function listsIn(items: readonly ListItem[], from: number): NestedList[] {
  const lists: NestedList[] = []
  for (let start = 0; start < items.length; ) {
    const end = endOfList(items, start)
    lists.push(oneList(items.slice(start, end), from))
    start = end
  }
  return lists
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

function oneList(items: readonly ListItem[], from: number): NestedList {
  const depth = depthOf(items[0])
  const entries: NestedList['entries'][number][] = []
  for (let at = 0; at < items.length; ) {
    let next = at + 1
    while (next < items.length && depthOf(items[next]) > depth) next += 1
    const item = items[at]
    if (item) entries.push({ item, below: listsIn(items.slice(at + 1, next), depth + 1) })
    at = next
  }
  return { kind: items[0]?.list ?? 'bullet', depth, extra: Math.max(0, depth - from), entries }
}

function depthOf(item: ListItem | undefined): number {
  return item?.indent ?? 0
}
