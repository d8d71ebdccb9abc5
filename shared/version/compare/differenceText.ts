import type { BudgetSum } from '../../budget/budgetFigure.ts'
import type { Block, Inline } from '../../document/blockContent.ts'
import type {
  BlockDifference,
  CellEntry,
  FieldDifference,
  ItemContent,
  Row,
  Segment,
  TableDifference,
} from './comparison.ts'

/** The version that a text is taken from. */
export type Side = 'before' | 'after'

/** What the reader of a version reads, without formats, notes and sums of the budget. */
export function inlineText(content: readonly Inline[]): string {
  return content.map(inline => (inline.type === 'text' ? inline.text : '')).join('')
}

/** What its footnotes say. */
export function notesIn(content: readonly Inline[]): string[] {
  return content.flatMap(inline => (inline.type === 'footnote' ? [inlineText(inline.content)] : []))
}

/** The sums of the budget that stand in it. */
export function figuresIn(content: readonly Inline[]): BudgetSum[] {
  return content.flatMap(inline => (inline.type === 'budgetFigure' ? [inline.sum] : []))
}

export function segmentsText(segments: readonly Segment[], side: Side): string {
  return segments
    .map(segment => {
      switch (segment.is) {
        case 'kept':
          return inlineText(segment.content)
        case 'removed':
        case 'added':
          return (segment.is === 'removed') === (side === 'before') ? inlineText(segment.content) : ''
        case 'formatted':
          return segment.pieces.map(piece => piece.text).join('')
        case 'footnote':
          return ''
      }
      return ''
    })
    .join('')
}

/** A table is told by its first row, a figure by its caption. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return inlineText(block.content)
    case 'table':
      return rowText(block.rows[0] ?? [])
    case 'figure':
      return inlineText(block.caption)
  }
}

export function blockDifferenceText(difference: BlockDifference, side: Side): string {
  switch (difference.type) {
    case 'paragraph':
      return segmentsText(difference.segments, side)
    case 'table':
      return tableText(difference, side)
    case 'figure':
      return segmentsText(difference.caption, side)
  }
}

export function rowText(row: Row): string {
  return row.map(cell => cell.content.map(({ content }) => inlineText(content)).join(' ')).join(', ')
}

export function cellsText(cells: readonly CellEntry[], side: Side): string {
  return cells
    .flatMap(entry => {
      if (entry.is === 'unchanged') return [rowText([entry.item])]
      if (entry.is !== 'changed') {
        const isOther = entry.is === (side === 'before' ? 'added' : 'removed')
        return isOther ? [] : [rowText(entry.is === 'moved' || entry.is === 'movedAway' ? [] : [entry.item])]
      }
      return [
        entry.difference.entries
          .map(paragraph =>
            paragraph.is === 'changed' ? segmentsText(paragraph.difference.segments, side) : '',
          )
          .join(' ')
          .trim(),
      ]
    })
    .join(', ')
}

function tableText({ rows }: TableDifference, side: Side): string {
  const [first] = rows.filter(row => row.is !== (side === 'before' ? 'added' : 'removed'))
  if (!first) return ''
  return first.is === 'changed' ? cellsText(first.difference, side) : rowText(first.item)
}

/** What an item says, its values one after the other; a row of a budget is told by what it is called. */
export function itemText(item: ItemContent): string {
  if ('block' in item) return typeof item.label === 'string' ? item.label : ''
  return Object.entries(item)
    .flatMap(([name, value]) =>
      name === 'party' || name === 'level' || value === null || value === '' ? [] : [value],
    )
    .join(', ')
}

export function itemOf(fields: readonly FieldDifference[], side: Side): ItemContent {
  return Object.fromEntries(
    fields.map(field => [
      field.name,
      field.is === 'value' ? field[side] : segmentsText(field.segments, side),
    ]),
  )
}
