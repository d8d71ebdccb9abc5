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
  paragraphAttributes,
  plainParagraph,
} from '../../../shared/document/nodes/attributes.ts'
import { toHref } from '../commands/links.ts'
import { elementsIn, type HtmlElement, type HtmlNode, hasClass, styleOf, textOf } from './htmlTree.ts'
import { PastedBlocks, plainRun, type RunLook } from './pastedBlocks.ts'
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
 * `isOwnImage` tells an address of a picture in this ansökan, which is the only kind that is kept.
 */
export function blocksFromHtml(
  page: HtmlElement,
  isOwnImage: (src: string, hash: string) => boolean,
): Pasted {
  const reader = new Reader(isOwnImage)
  return reader.read(page)
}

class Reader {
  readonly #isOwnImage: (src: string, hash: string) => boolean
  #notes: Notes = { at: () => null, isNote: () => false }
  #lostImages = 0

  constructor(isOwnImage: (src: string, hash: string) => boolean) {
    this.#isOwnImage = isOwnImage
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
    const note = this.#notes.at(element)
    if (note) return sink.addFootnote(note)
    const run = runLook(element, outer)
    switch (element.tag) {
      case 'br':
        // A line of its own is a block of its own here; after an item it goes on under it.
        return sink.begin(sink.look.list === null ? sink.look : under(sink.look))
      case 'img':
        this.#lostImages += 1
        return
      case 'ul':
      case 'ol':
        return this.#list(sink, element, run, depth)
      case 'table':
        return this.#table(sink, element, run, depth)
      case 'figure':
        if (this.#figure(sink, element)) return
        break
      case 'span':
        if ('data-footnote' in element.attributes) {
          return sink.addFootnote({ type: 'footnote', content: this.#runs(element, () => false) })
        }
    }
    if (!isBlock(element)) return this.#nodes(sink, element.children, run, depth)
    const before = sink.look
    // The first paragraph of a list item is the item itself.
    const isItem = before.list !== null && sink.isFresh && wordLook(element) === null && depth > 0
    const look = isItem ? before : blockLook(element, depth)
    sink.begin(look)
    this.#nodes(sink, element.children, run, depth)
    sink.begin(isItem || before.list !== null ? under(before) : before)
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
    const rows = rowsOf(table)
    const isLayout = rows.every(row => cellsOf(row).length <= 1) || table.attributes.role === 'presentation'
    if (isLayout) {
      for (const row of rows) {
        for (const cell of cellsOf(row)) {
          sink.begin(plainParagraph)
          this.#nodes(sink, cell.children, run, depth)
        }
      }
      return sink.begin(plainParagraph)
    }
    const content = rows.map(row => cellsOf(row).map(cell => this.#cell(cell, row, run)))
    sink.addBlock({ type: 'table', rows: withHeader(content.filter(cells => cells.length > 0)) })
  }

  #cell(cell: HtmlElement, row: HtmlElement, run: RunLook): CellContent {
    const { blocks } = this.#into(new PastedBlocks(), cell.children, plainParagraph, runLook(cell, run))
    const colspan = cellSpan(cell.attributes.colspan)
    const rowspan = cellSpan(cell.attributes.rowspan)
    return {
      ...(cell.tag === 'th' || row.attributes['data-head'] === '' ? { header: true } : {}),
      ...(colspan > 1 ? { colspan } : {}),
      ...(rowspan > 1 ? { rowspan } : {}),
      content: blocks.flatMap(asParagraphs),
    }
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

const blockTags = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav p pre section summary tbody td tfoot th thead tr'.split(
    ' ',
  ),
)

const unreadTags = new Set(
  'base canvas button del embed frame head iframe input link map math meta noscript object option param script select source style svg template textarea title track video audio wbr'.split(
    ' ',
  ),
)

function isBlock({ tag }: HtmlElement): boolean {
  return blockTags.has(tag)
}

/** What nobody sees on the page that it came from, and what is no text: list signs, comments, deletions. */
function isHidden(element: HtmlElement): boolean {
  if (unreadTags.has(element.tag)) return true
  const style = styleOf(element)
  return (
    style.get('display') === 'none' ||
    style.get('visibility') === 'hidden' ||
    style.get('mso-hide') === 'all' ||
    style.get('mso-list') === 'ignore' ||
    style.has('mso-comment-reference') ||
    /^(?:comment|comment-list|header|footer|field-begin)$/.test(style.get('mso-element') ?? '') ||
    hasClass(element, /^(?:msocomanchor|msocomtxt|msocomoff|MsoCommentReference|msoDel)$/)
  )
}

function runLook(element: HtmlElement, outer: RunLook): RunLook {
  const style = styleOf(element)
  const weight = style.get('font-weight')
  const slant = style.get('font-style')
  const href = element.tag === 'a' ? element.attributes.href : undefined
  return {
    bold: weight
      ? /^(?:bold|bolder|[6-9]00)$/.test(weight)
      : outer.bold || element.tag === 'b' || element.tag === 'strong',
    italic: slant
      ? /^(?:italic|oblique)/.test(slant)
      : outer.italic || element.tag === 'i' || element.tag === 'em',
    // An address within the page that it came from leads nowhere here.
    link: href === undefined ? outer.link : /^[a-z]+:/i.test(href) ? toHref(href) : null,
  }
}

function blockLook(element: HtmlElement, depth: number): ParagraphAttributes {
  const own = paragraphAttributes(name => element.attributes[`data-${name}`])
  if (own.level !== null || own.list !== null || own.indent !== null) return own
  const heading = /^h([1-6])$/.exec(element.tag)?.[1]
  if (heading) return { ...plainParagraph, level: Number(heading) <= 2 ? 1 : 2 }
  if (hasClass(element, /^MsoTitle$/)) return { ...plainParagraph, level: 1 }
  return wordLook(element) ?? { ...plainParagraph, indent: Math.min(depth, deepestIndent) || null }
}

/** Word has no lists in its HTML, only paragraphs that say `mso-list:l0 level2 lfo1` and carry their own sign. */
function wordLook(element: HtmlElement): ParagraphAttributes | null {
  const level = /\blevel(\d)\b/.exec(styleOf(element).get('mso-list') ?? '')?.[1]
  if (level === undefined || /^h[1-6]$/.test(element.tag)) return null
  const sign = [...elementsIn(element)].find(inner => styleOf(inner).get('mso-list') === 'ignore')
  const isNumber = /^[\s\u00a0]*\(?(?:\d+(?:\.\d+)*|[a-zåäö]|[ivxlc]+)[.)]/i.test(sign ? textOf(sign) : '')
  return {
    level: null,
    list: isNumber ? 'number' : 'bullet',
    indent: Math.min(Number(level) - 1, deepestIndent) || null,
  }
}

/** Text that goes on under a list item. */
function under({ indent }: ParagraphAttributes): ParagraphAttributes {
  return { ...plainParagraph, indent: Math.min((indent ?? 0) + 1, deepestIndent) }
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
  return bold ? [first.map(cell => ({ header: true, ...cell })), ...rest] : rows
}

function without(element: HtmlElement, skip: (element: HtmlElement) => boolean): HtmlElement {
  const children = element.children
    .filter(child => typeof child === 'string' || !skip(child))
    .map(child => (typeof child === 'string' ? child : without(child, skip)))
  return { ...element, children }
}
