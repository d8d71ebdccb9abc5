import * as Y from 'yjs'
import type { Block, CellContent, ParagraphContent } from '../../../shared/document/blockContent.ts'
import {
  blockElement,
  cellElement,
  elementsOf,
  readBlock,
  readCell,
  readParagraph,
  readRow,
  rowElement,
} from '../../../shared/document/blocks.ts'
import { cellSpan, figureAttributes, paragraphAttributes } from '../../../shared/document/nodes/attributes.ts'
import { plainBlock, plainCell, plainParagraph } from '../../../shared/version/canonicalForm.ts'
import type { Comparer } from '../../../shared/version/compare/Comparer.ts'
import { setAttributes } from './attributes.ts'
import { textOfBlock, textOfCell } from './textOf.ts'
import { writeInline } from './writeInline.ts'
import { type Node, type Old, type Sort, writeNodes } from './writeNodes.ts'

type Row = readonly CellContent[]

/** Makes a section's fragment say `blocks`, which have no marks of comments, by the smallest difference. */
export function writeBlocks(fragment: Y.XmlFragment, blocks: readonly Block[], comparer: Comparer): void {
  const olds = oldsOf(fragment, readBlock, plainBlock)
  writeNodes<Block>(fragment, olds, blocks, sortOfBlocks(comparer), comparer)
}

function sortOfBlocks(comparer: Comparer): Sort<Block> {
  return {
    // A figure whose picture is lost says what a paragraph says.
    kindOf: ({ type }, node) => (node instanceof Y.XmlElement && node.nodeName !== type ? 'other' : type),
    textOf: textOfBlock,
    make: blockElement,
    change: (node, block) => changeBlock(node as Y.XmlElement, block, comparer),
  }
}

function changeBlock(node: Y.XmlElement, block: Block, comparer: Comparer): void {
  switch (block.type) {
    case 'paragraph':
      changeParagraph(node, block, comparer)
      break
    case 'table':
      writeNodes<Row>(node, rowsOf(node), block.rows, sortOfRows(comparer), comparer)
      break
    case 'figure':
      setAttributes(node, figureAttributes, block)
      writeInline(node, block.caption, comparer)
  }
}

function changeParagraph(node: Y.XmlElement, paragraph: ParagraphContent, comparer: Comparer): void {
  setAttributes(node, paragraphAttributes, paragraph)
  writeInline(node, paragraph.content, comparer)
}

function rowsOf(table: Y.XmlElement): Old<Row>[] {
  return elementsOf(table)
    .filter(({ nodeName }) => nodeName === 'tableRow')
    .map(node => ({ node, content: readRow(node).map(plainCell) }))
    .filter(({ content }) => content.length > 0)
}

function sortOfRows(comparer: Comparer): Sort<Row> {
  return {
    kindOf: () => 'row',
    textOf: row => row.map(textOfCell).join(' '),
    make: rowElement,
    change: (node, row) => changeRow(node as Y.XmlElement, row, comparer),
  }
}

/** Cells stay in their columns where there are as many as there were. */
function changeRow(node: Y.XmlElement, row: Row, comparer: Comparer): void {
  const olds = oldsOf(node, readCell, plainCell)
  const sort: Sort<CellContent> = {
    kindOf: ({ header }) => (header ? 'header' : 'cell'),
    textOf: textOfCell,
    make: cellElement,
    change: (cell, content) => changeCell(cell as Y.XmlElement, content, comparer),
  }
  const isSameShape =
    olds.length === row.length && row.every((cell, at) => cell.header === olds[at]?.content.header)
  if (isSameShape) for (const [at, cell] of row.entries()) sort.change(olds[at]?.node as Node, cell)
  else writeNodes(node, olds, row, sort, comparer)
}

function changeCell(node: Y.XmlElement, cell: CellContent, comparer: Comparer): void {
  setAttributes(
    node,
    (read: (name: 'colspan' | 'rowspan') => unknown) => ({
      colspan: cellSpan(read('colspan')),
      rowspan: cellSpan(read('rowspan')),
    }),
    cell,
  )
  const olds = oldsOf(
    node,
    element => (element.nodeName === 'paragraph' ? [readParagraph(element)] : []),
    plainParagraph,
  )
  const sort: Sort<ParagraphContent> = {
    kindOf: () => 'paragraph',
    textOf: textOfBlock,
    make: blockElement,
    change: (paragraph, content) => changeParagraph(paragraph as Y.XmlElement, content, comparer),
  }
  writeNodes(node, olds, cell.content, sort, comparer)
}

function oldsOf<Content>(
  parent: Y.XmlFragment,
  read: (element: Y.XmlElement) => readonly Content[],
  plain: (content: Content) => Content,
): Old<Content>[] {
  return elementsOf(parent).flatMap(node => read(node).map(content => ({ node, content: plain(content) })))
}
