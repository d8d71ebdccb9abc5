import type { Block } from '../../../../shared/document/blockContent.ts'
import { type Html, joined } from '../html.ts'
import { figure } from './figure.ts'
import type { InText } from './InText.ts'
import { type ListItem, list } from './list.ts'
import { paragraph } from './paragraph.ts'
import { table } from './table.ts'

/** Rich text. What follows each other in a list becomes a list. */
export function blocks(content: readonly Block[], inText: InText): Html {
  const parts: Html[] = []
  for (let at = 0; at < content.length; ) {
    const items = itemsFrom(content, at)
    const block = content[at]
    if (items.length > 0) parts.push(list(items, inText))
    else if (block) parts.push(one(block, inText))
    at += Math.max(1, items.length)
  }
  return joined(parts)
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
