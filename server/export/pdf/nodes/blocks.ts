import type { Block, ParagraphContent } from '../../../../shared/document/blockContent.ts'
import { withNestedLists } from '../../nestedLists.ts'
import { joined, type Typst } from '../typst.ts'
import type { Writing } from '../Writing.ts'
import { figure } from './figure.ts'
import { list } from './list.ts'
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
  return joined(
    withNestedLists(content).flatMap(part =>
      part.is === 'lists' ? part.lists.map(nested => list(nested, writing)) : [one(part.block)],
    ),
  )
}
