import type { Block, ParagraphContent } from '../../../../shared/document/blockContent.ts'
import { joined, type Typst } from '../typst.ts'
import type { Writing } from '../Writing.ts'
import { figure } from './figure.ts'
import { type ListItem, list } from './list.ts'
import { paragraph, paragraphInCell } from './paragraph.ts'
import { table } from './table.ts'

type Writers = {
  readonly [Type in Block['type']]: (block: Extract<Block, { type: Type }>, writing: Writing) => Typst
}

/** One writer for each kind; one that is missing does not compile. */
const writers: Writers = {
  paragraph,
  table: (block, writing) => table(block, writing.opensTables, cell => inCell(cell, writing)),
  figure,
}

/** Rich text. What follows each other in a list becomes a list. */
export function blocks(content: readonly Block[], writing: Writing): Typst {
  return withLists(content, writing, block => {
    const write = writers[block.type] as (block: Block, writing: Writing) => Typst
    return write(block, writing)
  })
}

function inCell(content: readonly ParagraphContent[], writing: Writing): Typst {
  return withLists(content, writing, block => paragraphInCell(block, writing))
}

function withLists<B extends Block>(
  content: readonly B[],
  writing: Writing,
  one: (block: B) => Typst,
): Typst {
  const parts: Typst[] = []
  for (let at = 0; at < content.length; ) {
    const items = itemsFrom(content, at)
    const block = content[at]
    if (items.length > 0) parts.push(list(items, writing))
    else if (block) parts.push(one(block))
    at += Math.max(1, items.length)
  }
  return joined(parts)
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
