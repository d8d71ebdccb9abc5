import { type FileChild, Paragraph } from 'docx'
import type { Block } from '../../../../shared/document/blockContent.ts'
import { styles } from '../styles.ts'
import type { Writing } from '../Writing.ts'
import { figure } from './figure.ts'
import { OpenLists } from './OpenLists.ts'
import { type InList, paragraph } from './paragraph.ts'
import { table } from './table.ts'

type Writers = {
  readonly [Type in Block['type']]: (
    block: Extract<Block, { type: Type }>,
    inList: InList | null,
    writing: Writing,
  ) => readonly FileChild[]
}

/** One writer for each kind; one that is missing does not compile. */
const writers: Writers = {
  paragraph: (block, inList, writing) => [paragraph(block, inList, writing)],
  // Word wants a paragraph between two tables, and after the last. Its style says that it is none of the text.
  table: (block, _inList, writing) => [...table(block, writing), new Paragraph({ style: styles.spacer })],
  figure: (block, _inList, writing) => figure(block, writing),
}

/** Rich text. */
export function blocks(content: readonly Block[], writing: Writing): FileChild[] {
  const lists = new OpenLists(writing.lists)
  return content.flatMap(block => {
    const write = writers[block.type] as (
      block: Block,
      inList: InList | null,
      writing: Writing,
    ) => readonly FileChild[]
    return write(block, lists.next(block), writing)
  })
}
