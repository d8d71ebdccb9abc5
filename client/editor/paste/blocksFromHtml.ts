import { isBudgetSum } from '../../../shared/budget/budgetFigure.ts'
import type {
  Block,
  CellContent,
  Inline,
  ParagraphContent,
  TextContent,
} from '../../../shared/document/blockContent.ts'
import {
  cellSpan,
  deepestIndent,
  figureAttributes,
  type ParagraphAttributes,
  plainParagraph,
} from '../../../shared/document/nodes/attributes.ts'
import { elementsIn, type HtmlElement, type HtmlNode } from './htmlTree.ts'
import { blockLook, isBlock, isHidden, runLook, under, wordLook } from './looks.ts'
import { PastedBlocks, plainRun, type RunLook, withoutBold } from './pastedBlocks.ts'
import { type Notes, readNotes } from './wordNotes.ts'

export interface Pasted {
  readonly blocks: readonly Block[]
  /** Pictures that could not come along: they are elsewhere, and nothing is fetched from there. */
  readonly lostImages: number
}

/**
 * What a page from Word, the web or our own editor says, in our own few kinds of block. Only what is known here
 * comes in; styles, classes, scripts, comments and tracked deletions do not.
 *
 * `isOwnImage` tells an address of a picture in this ansökan, which is the only kind that is kept. A sum of the budget
 * is one only if it was copied from the ansökan `documentId`: elsewhere it is the words that it said there.
 */
export function blocksFromHtml(
  page: HtmlElement,
  isOwnImage: (src: string, hash: string) => boolean,
  documentId: string,
): Pasted {
  const reader = new Reader(isOwnImage, documentId)
  return reader.read(page)
}

class Reader {
  readonly #isOwnImage: (src: string, hash: string) => boolean
  readonly #documentId: string
  #notes: Notes = { at: () => null, isNote: () => false }
  #lostImages = 0

  constructor(isOwnImage: (src: string, hash: string) => boolean, documentId: string) {
    this.#isOwnImage = isOwnImage
    this.#documentId = documentId
  }

  read(page: HtmlElement): Pasted {
    this.#notes = readNotes(page, (element, skip) => this.#runs(element, skip))
    const { blocks } = this.#into(new PastedBlocks(), page.children, plainParagraph, plainRun)
    return { blocks, lostImages: this.#lostImages }
  }

  #into(
    sink: PastedBlocks,
    nodes: readonly HtmlNode[],
    look: ParagraphAttributes,
    run: RunLook,
  ): PastedBlocks {
    sink.begin(look)
    this.#nodes(sink, nodes, run, 0)
    sink.begin(plainParagraph)
    return sink
  }

  /** `depth`: how many lists it is in. */
  #nodes(sink: PastedBlocks, nodes: readonly HtmlNode[], run: RunLook, depth: number): void {
    for (const node of nodes) {
      if (typeof node === 'string') sink.add(node, run)
      else if (!isHidden(node) && !this.#notes.isNote(node)) this.#element(sink, node, run, depth)
    }
  }

  #element(sink: PastedBlocks, element: HtmlElement, outer: RunLook, depth: number): void {
    const run = runLook(element, outer)
    if (this.#special(sink, element, run, depth)) return
    if (!isBlock(element)) {
      this.#nodes(sink, element.children, run, depth)
      return
    }
    const before = sink.look
    // The first paragraph of a list item is the item itself.
    const isItem = before.list !== null && sink.isFresh && wordLook(element) === null && depth > 0
    sink.begin(isItem ? before : blockLook(element, depth))
    this.#nodes(sink, element.children, run, depth)
    sink.begin(isItem || before.list !== null ? under(before) : before)
  }

  /** What is more than its text; false for everything else. */
  #special(sink: PastedBlocks, element: HtmlElement, run: RunLook, depth: number): boolean {
    const note = this.#notes.at(element)
    if (note || 'data-footnote' in element.attributes) {
      sink.addFootnote(note ?? { type: 'footnote', content: this.#runs(element, () => false) })
      return true
    }
    const sum = element.attributes['data-budget-figure']
    if (isBudgetSum(sum) && element.attributes['data-document'] === this.#documentId) {
      sink.addFigure({ type: 'budgetFigure', sum })
      return true
    }
    switch (element.tag) {
      case 'br':
        // A line of its own is a block of its own here; after an item it goes on under it.
        sink.begin(sink.look.list === null ? sink.look : under(sink.look))
        return true
      case 'img':
        this.#lostImages += 1
        return true
      case 'ul':
      case 'ol':
        this.#list(sink, element, run, depth)
        return true
      case 'table':
        this.#table(sink, element, run, depth)
        return true
      default:
        return element.tag === 'figure' && this.#figure(sink, element)
    }
  }

  #list(sink: PastedBlocks, list: HtmlElement, run: RunLook, depth: number): void {
    const look: ParagraphAttributes = {
      level: null,
      list: list.tag === 'ol' ? 'number' : 'bullet',
      indent: Math.min(depth, deepestIndent) || null,
    }
    const after = sink.look
    for (const child of list.children) {
      if (typeof child === 'string') continue
      // A list straight inside a list, as Google Docs writes it, is one step deeper.
      if (child.tag === 'ul' || child.tag === 'ol') this.#list(sink, child, run, depth + 1)
      else if (!isHidden(child)) {
        sink.begin(look)
        this.#nodes(sink, child.children, runLook(child, run), depth + 1)
      }
    }
    sink.begin(after.list === null ? after : under(after))
  }

  #table(sink: PastedBlocks, table: HtmlElement, run: RunLook, depth: number): void {
    for (const child of table.children) {
      if (typeof child !== 'string' && child.tag === 'caption') this.#element(sink, child, run, depth)
    }
    const rows = rowsOf(table)
    const isLayout = rows.every(row => cellsOf(row).length <= 1) || table.attributes.role === 'presentation'
    if (isLayout) {
      for (const cell of rows.flatMap(cellsOf)) {
        sink.begin(plainParagraph)
        this.#nodes(sink, cell.children, run, depth)
      }
      sink.begin(plainParagraph)
      return
    }
    const content = rows.map(row => cellsOf(row).map(cell => this.#cell(cell, row, run)))
    sink.addBlock({ type: 'table', rows: withHeader(content.filter(cells => cells.length > 0)) })
  }

  #cell(cell: HtmlElement, row: HtmlElement, run: RunLook): CellContent {
    const { blocks } = this.#into(new PastedBlocks(), cell.children, plainParagraph, runLook(cell, run))
    const colspan = cellSpan(cell.attributes.colspan)
    const rowspan = cellSpan(cell.attributes.rowspan)
    const content: CellContent = {
      ...(colspan > 1 ? { colspan } : {}),
      ...(rowspan > 1 ? { rowspan } : {}),
      content: blocks.flatMap(asParagraphs),
    }
    return cell.tag === 'th' || row.attributes['data-head'] === '' ? headerCell(content) : content
  }

  /** Our own figure, with a picture of this ansökan. */
  #figure(sink: PastedBlocks, figure: HtmlElement): boolean {
    const { image, width, height, alt } = figureAttributes(name => figure.attributes[`data-${name}`])
    const elements = [...elementsIn(figure)]
    const src = elements.find(({ tag }) => tag === 'img')?.attributes.src ?? ''
    if (image === null || !this.#isOwnImage(src, image)) return false
    const caption = elements.find(({ tag }) => tag === 'figcaption')
    sink.addBlock({
      type: 'figure',
      image,
      width: width ?? 0,
      height: height ?? 0,
      alt: alt ?? '',
      caption: caption ? this.#runs(caption, () => false) : [],
    })
    return true
  }

  /** All of an element as text in one row, without what `skip` says. */
  #runs(element: HtmlElement, skip: (element: HtmlElement) => boolean): TextContent[] {
    const kept = without(element, skip)
    const { blocks } = this.#into(new PastedBlocks(), kept.children, plainParagraph, plainRun)
    return blocks.flatMap(asParagraphs).flatMap(({ content }, index) => {
      const texts = content.filter(run => run.type === 'text')
      return index === 0 ? texts : [{ type: 'text' as const, text: ' ' }, ...texts]
    })
  }
}

/** What a block becomes where only paragraphs may stand. */
export function asParagraphs(block: Block): readonly ParagraphContent[] {
  switch (block.type) {
    case 'paragraph':
      return [block]
    case 'figure':
      return block.caption.length > 0 ? [{ type: 'paragraph', content: block.caption }] : []
    case 'table':
      return block.rows.map(cells => ({
        type: 'paragraph',
        content: cells.flatMap(({ content }, index): Inline[] => {
          const runs = content.flatMap(paragraph => paragraph.content)
          return index === 0 ? runs : [{ type: 'text', text: ' ' }, ...runs]
        }),
      }))
  }
}

function rowsOf(table: HtmlElement): HtmlElement[] {
  return table.children.flatMap(child => {
    if (typeof child === 'string') return []
    if (child.tag === 'tr') return [child]
    if (!/^t(?:head|body|foot)$/.test(child.tag)) return []
    const head = child.tag === 'thead' ? { 'data-head': '' } : {}
    return rowsOf(child).map(row => ({ ...row, attributes: { ...row.attributes, ...head } }))
  })
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return row.children.filter(
    cell => typeof cell !== 'string' && (cell.tag === 'td' || cell.tag === 'th'),
  ) as HtmlElement[]
}

/** Word and Excel seldom mark a header row; they set it in bold. */
function withHeader(rows: readonly (readonly CellContent[])[]): readonly (readonly CellContent[])[] {
  const [first, ...rest] = rows
  if (first === undefined || rest.length === 0 || rows.flat().some(cell => cell.header)) return rows
  const runs = first.flatMap(cell => cell.content.flatMap(({ content }) => content))
  const bold = runs.length > 0 && runs.every(run => run.type === 'text' && run.bold)
  return bold ? [first.map(headerCell), ...rest] : rows
}

function headerCell(cell: CellContent): CellContent {
  const content = cell.content.map(block => ({ ...block, content: block.content.map(withoutBold) }))
  return { ...cell, header: true, content }
}

function without(element: HtmlElement, skip: (element: HtmlElement) => boolean): HtmlElement {
  const children = element.children
    .filter(child => typeof child === 'string' || !skip(child))
    .map(child => (typeof child === 'string' ? child : without(child, skip)))
  return { ...element, children }
}
