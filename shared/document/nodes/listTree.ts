import type { ParagraphAttributes } from './attributes.ts'

/** A row of blocks with its list items gathered into nested lists, as HTML and Word want them. */
export type ListTree<Block> = readonly (BlockNode<Block> | ListNode<Block>)[]

export interface BlockNode<Block> {
  readonly is: 'block'
  readonly block: Block
}

export interface ListNode<Block> {
  readonly is: 'list'
  readonly list: 'bullet' | 'number'
  readonly items: readonly ListItem<Block>[]
}

export interface ListItem<Block> {
  readonly block: Block
  /** Deeper lists, and the indented text that goes on under the item. */
  readonly under: ListTree<Block>
}

/**
 * [LIST1] A deeper item belongs to the item above it; an item that skips a step stands one step deeper.
 * [LIST2] Another kind of list at the same step begins a new list, and its numbers begin at 1.
 * [LIST3] Indented text without a list goes on under the item above it, and its list goes on after it.
 * [LIST4] Anything else ends all lists.
 *
 * `lookOf` gives null for what is no paragraph. The numbers that `client/editor/lists.css` counts in the flat
 * row of the editor follow the same rules.
 */
export function listTree<Block>(
  blocks: readonly Block[],
  lookOf: (block: Block) => ParagraphAttributes | null,
): ListTree<Block> {
  const roots: Open<Block>['under'] = []
  /** The open items from the outermost in, and the step of indent of each. */
  let open: Open<Block>[] = []
  for (const block of blocks) {
    const look = lookOf(block)
    const indent = look?.indent ?? 0
    if (look?.list && look.level === null) {
      open = open.filter(item => item.indent < indent)
      const siblings = open.at(-1)?.under ?? roots
      const last = siblings.at(-1)
      const item: Open<Block> = { block, indent, under: [] }
      const goesOn = last?.is === 'list' && last.list === look.list && last.items[0]?.indent === indent
      if (goesOn) last.items.push(item)
      else siblings.push({ is: 'list', list: look.list, items: [item] })
      open.push(item)
    } else {
      open = look?.level === null ? open.filter(item => item.indent < indent) : []
      const under = open.at(-1)?.under ?? roots
      under.push({ is: 'block', block })
    }
  }
  return roots
}

interface Open<Block> {
  readonly block: Block
  readonly indent: number
  readonly under: (BlockNode<Block> | { is: 'list'; list: 'bullet' | 'number'; items: Open<Block>[] })[]
}
