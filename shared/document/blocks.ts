import * as Y from 'yjs'
import { isBudgetSum } from '../budget/budgetFigure.ts'
import type {
  Block,
  BudgetFigureContent,
  CellContent,
  FigureContent,
  FootnoteContent,
  Inline,
  ParagraphContent,
  TableContent,
  TextContent,
} from './blockContent.ts'
import { cellSpan, figureAttributes, paragraphAttributes } from './nodes/attributes.ts'
import { commentKey, threadsIn } from './nodes/commentKey.ts'
import { isHref } from './nodes/href.ts'

/**
 * What a section's fragment says, as plain data in one form only: no empty runs of text, no attribute that says
 * the default. Never writes and never throws. What the schema does not know is passed over; a figure whose
 * picture is lost keeps its caption as a paragraph.
 */
export function readBlocks(fragment: Y.XmlFragment): Block[] {
  return elementsOf(fragment).flatMap(readBlock)
}

/** What one element says: a block, or nothing. */
export function readBlock(element: Y.XmlElement): Block[] {
  switch (element.nodeName) {
    case 'paragraph':
      return [readParagraph(element)]
    case 'table':
      return readTable(element)
    case 'figure':
      return [readFigure(element)]
    default:
      return []
  }
}

/**
 * Makes a fragment say `blocks` and nothing else, in the way the editor's binding would have written it, so that
 * opening it changes nothing. Replaces what was there, with its identity: for seeding, not for editing.
 */
export function writeBlocks(fragment: Y.XmlFragment, blocks: readonly Block[]): void {
  const write = () => {
    fragment.delete(0, fragment.length)
    fragment.insert(
      0,
      (blocks.length > 0 ? blocks : [{ type: 'paragraph', content: [] } as const]).map(blockElement),
    )
  }
  if (fragment.doc) fragment.doc.transact(write)
  else write()
}

/** Adds `blocks` last in a fragment and leaves what is there alone; only an empty last paragraph gives place. */
export function appendBlocks(fragment: Y.XmlFragment, blocks: readonly Block[]): void {
  const last = fragment.length - 1
  const [paragraph] = elementsOf(fragment).slice(-1)
  const isEmpty = paragraph?.nodeName === 'paragraph' && readInline(paragraph).length === 0
  fragment.insert(fragment.length, blocks.map(blockElement))
  if (isEmpty && fragment.get(last) === paragraph) fragment.delete(last)
}

export function elementsOf(parent: Y.XmlFragment): Y.XmlElement[] {
  return parent.toArray().filter(child => child instanceof Y.XmlElement)
}

export function readParagraph(element: Y.XmlElement): ParagraphContent {
  const { level, list, indent } = paragraphAttributes(name => attribute(element, name))
  return {
    type: 'paragraph',
    ...(level === null ? {} : { level }),
    ...(list === null ? {} : { list }),
    ...(indent === null ? {} : { indent }),
    content: readInline(element),
  }
}

function readInline(element: Y.XmlElement): Inline[] {
  const inline: Inline[] = []
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlText) addText(inline, child)
    else {
      const part = readPart(child)
      if (part && 'type' in part) inline.push(part)
    }
  }
  return inline
}

function readText(element: Y.XmlElement): TextContent[] {
  const runs: TextContent[] = []
  for (const child of element.toArray()) if (child instanceof Y.XmlText) addText(runs, child)
  return runs
}

/** Adds the runs of a text; the first is joined to what is there already when both look the same. */
function addText(runs: (TextContent | Inline)[], text: Y.XmlText): void {
  for (const { insert, attributes } of text.toDelta() as Delta[]) {
    if (typeof insert !== 'string' || insert === '') continue
    const run: TextContent = { type: 'text', text: insert, ...readMarks(attributes ?? {}) }
    const last = runs.at(-1)
    if (last?.type === 'text' && looksTheSame(last, run)) {
      runs[runs.length - 1] = { ...last, text: last.text + run.text }
    } else runs.push(run)
  }
}

function looksTheSame(one: TextContent, other: TextContent): boolean {
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.link === other.link &&
    one.comments?.join() === other.comments?.join()
  )
}

interface Delta {
  readonly insert: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

/** How a piece of text with these formats looks, and the threads that are about it. */
export function readMarks(formats: Readonly<Record<string, unknown>>): Omit<TextContent, 'type' | 'text'> {
  const { bold, italic, link } = formats
  const comments = threadsIn(formats)
  const href = typeof link === 'object' && link !== null && 'href' in link ? link.href : null
  return {
    ...(bold ? { bold: true } : {}),
    ...(italic ? { italic: true } : {}),
    ...(isHref(href) ? { link: href } : {}),
    ...(comments.length > 0 ? { comments } : {}),
  }
}

/** A table without rows, which two people can leave behind by each deleting one, is none. */
function readTable(element: Y.XmlElement): TableContent[] {
  const rows = elementsOf(element)
    .filter(row => row.nodeName === 'tableRow')
    .map(readRow)
    .filter(cells => cells.length > 0)
  return rows.length > 0 ? [{ type: 'table', rows }] : []
}

/** The cells of a row; none of one that says nothing. */
export function readRow(element: Y.XmlElement): CellContent[] {
  return elementsOf(element).flatMap(readCell)
}

export function readCell(element: Y.XmlElement): CellContent[] {
  if (element.nodeName !== 'tableCell' && element.nodeName !== 'tableHeader') return []
  const colspan = cellSpan(attribute(element, 'colspan'))
  const rowspan = cellSpan(attribute(element, 'rowspan'))
  return [
    {
      ...(element.nodeName === 'tableHeader' ? { header: true } : {}),
      ...(colspan > 1 ? { colspan } : {}),
      ...(rowspan > 1 ? { rowspan } : {}),
      content: elementsOf(element)
        .filter(child => child.nodeName === 'paragraph')
        .map(readParagraph),
    },
  ]
}

function readFigure(element: Y.XmlElement): FigureContent | ParagraphContent {
  const { image, width, height, alt } = figureAttributes(name => attribute(element, name))
  const caption = readText(element)
  if (image === null) return { type: 'paragraph', content: caption }
  return { type: 'figure', image, width: width ?? 0, height: height ?? 0, alt: alt ?? '', caption }
}

/** Yjs declares attributes as strings; the binding writes numbers and lists too. */
function attribute(element: Y.XmlElement, name: string): unknown {
  return element.getAttribute(name)
}

/** A new element that says `block`, as the editor's binding would have written it. */
export function blockElement(block: Block): Y.XmlElement {
  switch (block.type) {
    case 'paragraph':
      return paragraphElement(block)
    case 'table':
      return element('table', {}, block.rows.map(rowElement))
    case 'figure': {
      const { image, width, height, alt } = figureAttributes(name => block[name])
      return element('figure', { image, width, height, alt }, [textElement(block.caption)])
    }
  }
}

export function rowElement(row: readonly CellContent[]): Y.XmlElement {
  return element('tableRow', {}, row.map(cellElement))
}

function paragraphElement(block: ParagraphContent): Y.XmlElement {
  const children = inlineParts(block.content).map(partElement)
  return element('paragraph', { ...paragraphAttributes(name => block[name]) }, children)
}

/** What one child of a paragraph says: a text, or what stands between texts. */
export type InlinePart = readonly TextContent[] | FootnoteContent | BudgetFigureContent

/** The children that a paragraph which says `content` has. */
export function inlineParts(content: readonly Inline[]): InlinePart[] {
  const parts: InlinePart[] = []
  let runs: TextContent[] = []
  for (const inline of content) {
    if (inline.type === 'text') runs.push(inline)
    else {
      if (runs.length > 0) parts.push(runs)
      runs = []
      parts.push(inline)
    }
  }
  // An empty text too: two people who begin to write in the same empty block then write in the same text.
  if (runs.length > 0 || parts.length === 0) parts.push(runs)
  return parts
}

/** What a child of a paragraph says; null for what does not belong there. */
export function readPart(child: unknown): InlinePart | null {
  if (child instanceof Y.XmlText) {
    const runs: TextContent[] = []
    addText(runs, child)
    return runs
  }
  if (!(child instanceof Y.XmlElement)) return null
  if (child.nodeName === 'footnote') return { type: 'footnote', content: readText(child) }
  const sum = child.nodeName === 'budgetFigure' ? attribute(child, 'sum') : null
  return isBudgetSum(sum) ? { type: 'budgetFigure', sum } : null
}

export function partElement(part: InlinePart): Y.XmlElement | Y.XmlText {
  if (!('type' in part)) return textElement(part)
  return part.type === 'footnote'
    ? element('footnote', {}, [textElement(part.content)])
    : element('budgetFigure', { sum: part.sum }, [])
}

export function cellElement(cell: CellContent): Y.XmlElement {
  const content = cell.content.length > 0 ? cell.content : [{ type: 'paragraph', content: [] } as const]
  return element(
    cell.header ? 'tableHeader' : 'tableCell',
    { colspan: cellSpan(cell.colspan), rowspan: cellSpan(cell.rowspan) },
    content.map(paragraphElement),
  )
}

function textElement(runs: readonly TextContent[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(
    runs
      .filter(run => run.text !== '')
      .map(run => ({
        insert: run.text,
        attributes: {
          ...(run.bold ? { bold: {} } : {}),
          ...(run.italic ? { italic: {} } : {}),
          ...(isHref(run.link) ? { link: { href: run.link } } : {}),
          ...Object.fromEntries((run.comments ?? []).map(thread => [commentKey(thread), { thread }])),
        },
      })),
  )
  return text
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  children: (Y.XmlElement | Y.XmlText)[],
): Y.XmlElement {
  const made = new Y.XmlElement<Record<string, string | number>>(name)
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value)
  made.insert(0, children)
  return made as Y.XmlElement
}
