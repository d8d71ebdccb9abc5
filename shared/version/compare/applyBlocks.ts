import type { Block, CellContent, ParagraphContent, TableContent } from '../../document/blockContent.ts'
import { applyEntries, check, isSame, NewList } from './applyEntries.ts'
import { applySegments, oldLength } from './applySegments.ts'
import { paragraphLook } from './compareParagraphs.ts'
import { cellShape } from './compareTable.ts'
import type {
  BlockDifference,
  BlockEntry,
  CellDifference,
  CellEntry,
  JoinedEntry,
  ParagraphDifference,
  ParagraphEntry,
  ParagraphLook,
  Row,
  SplitEntry,
  TableDifference,
} from './comparison.ts'
import { flatten, joinRuns, slice, textOnly } from './flatText.ts'

/** The newer blocks of a section. */
export function applyBlocks(before: readonly Block[], entries: readonly BlockEntry[]): Block[] {
  const list = new NewList<Block>(before)
  for (const entry of entries) {
    if (entry.is === 'split' || entry.is === 'joined') regroup(list, entry)
    else list.add(entry, applyBlock)
  }
  return list.finish()
}

function applyParagraphs(
  before: readonly ParagraphContent[],
  entries: readonly ParagraphEntry[],
): ParagraphContent[] {
  const list = new NewList<ParagraphContent>(before)
  for (const entry of entries) {
    if (entry.is === 'split' || entry.is === 'joined') regroup(list, entry)
    else list.add(entry, applyParagraph)
  }
  return list.finish()
}

interface Paragraphs {
  use(from: number): Block
  place(to: number, item: ParagraphContent): void
}

function regroup(list: Paragraphs, entry: SplitEntry | JoinedEntry): void {
  const { from, to, parts } = entry
  if (entry.is === 'split') {
    const whole = paragraphOf(list.use(from))
    const flat = flatten(whole.content)
    let place = 0
    for (const [nth, part] of parts.entries()) {
      const end = place + oldLength(part.segments)
      list.place(to + nth, applyParagraph({ ...whole, content: slice(flat, place, end) }, part))
      place = end
    }
    check(place === flat.text.length, 'a paragraph that was split')
    return
  }
  const made = parts.map((part, nth) => applyParagraph(paragraphOf(list.use(from + nth)), part))
  const [first] = made
  check(first !== undefined, 'paragraphs that were joined')
  if (first) list.place(to, { ...first, content: joinRuns(made.flatMap(({ content }) => content)) })
}

function paragraphOf(block: Block): ParagraphContent {
  if (block.type !== 'paragraph') throw new Error('The comparison is of another text: no paragraph.')
  return block
}

function applyBlock(before: Block, difference: BlockDifference): Block {
  if (before.type === 'paragraph' && difference.type === 'paragraph')
    return applyParagraph(before, difference)
  if (before.type === 'table' && difference.type === 'table') return applyTable(before, difference)
  if (before.type === 'figure' && difference.type === 'figure') {
    const { image, width, height } = before
    check(isSame({ image, width, height }, difference.picture.before), 'a picture')
    const [alt] = applySegments(before.alt === '' ? [] : [{ type: 'text', text: before.alt }], difference.alt)
    return {
      type: 'figure',
      ...difference.picture.after,
      alt: alt?.type === 'text' ? alt.text : '',
      caption: textOnly(applySegments(before.caption, difference.caption)),
    }
  }
  throw new Error(`The comparison is of another text: a ${difference.type} is a ${before.type}.`)
}

function applyParagraph(before: ParagraphContent, { look, segments }: ParagraphDifference): ParagraphContent {
  check(isSame(paragraphLook(before), look.before), 'how a paragraph looks')
  return { type: 'paragraph', ...attributes(look.after), content: applySegments(before.content, segments) }
}

function attributes({ level, list, indent }: ParagraphLook) {
  return {
    ...(level === 0 ? {} : { level }),
    ...(list === null ? {} : { list }),
    ...(indent === 0 ? {} : { indent }),
  }
}

function applyTable(before: TableContent, { rows }: TableDifference): TableContent {
  const applyRow = (row: Row, cells: readonly CellEntry[]): Row => applyEntries(row, cells, applyCell)
  return { type: 'table', rows: applyEntries(before.rows, rows, applyRow) }
}

function applyCell(before: CellContent, { shape, entries }: CellDifference): CellContent {
  check(isSame(cellShape(before), shape.before), 'the shape of a cell')
  const { header, colspan, rowspan } = shape.after
  return {
    ...(header ? { header } : {}),
    ...(colspan > 1 ? { colspan } : {}),
    ...(rowspan > 1 ? { rowspan } : {}),
    content: applyParagraphs(before.content, entries),
  }
}
