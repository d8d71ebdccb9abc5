import type { Block } from '../../../../shared/document/blockContent.ts'
import { withNestedLists } from '../../nestedLists.ts'
import { type Html, joined } from '../html.ts'
import { figure } from './figure.ts'
import type { InText } from './InText.ts'
import { list } from './list.ts'
import { paragraph } from './paragraph.ts'
import { table } from './table.ts'

/** Rich text. What follows each other in a list becomes a list. */
export function blocks(content: readonly Block[], inText: InText): Html {
  return joined(
    withNestedLists(content).flatMap(part =>
      part.is === 'lists' ? part.lists.map(nested => list(nested, inText)) : [one(part.block, inText)],
    ),
  )
}

function one(block: Block, inText: InText): Html {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block, inText)
    case 'table':
      return table(block, inText)
    case 'figure':
      return figure(block)
  }
}
