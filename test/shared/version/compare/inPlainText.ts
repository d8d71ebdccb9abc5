import type { Block, Inline } from '../../../../shared/document/blockContent.ts'
import type {
  BlockDifference,
  BlockEntry,
  Entry,
  FieldDifference,
  FormComparison,
  ParagraphDifference,
  ParagraphLook,
  Row,
  RowEntry,
  Segment,
  TextLook,
} from '../../../../shared/version/compare/comparison.ts'

/**
 * A comparison as plain text, to be looked at: `[-removed-]{+added+}`, formats as `{*words*: +bold}`, a number before
 * each block's changes. What is unchanged is left out but for the words around a change.
 */
export function inPlainText({ changeCount, sections }: FormComparison): string {
  const lines = [`${changeCount} changes`]
  for (const { key, changeCount, difference } of sections) {
    lines.push('', `== ${key}: ${changeCount === 0 ? 'nothing changed' : `${changeCount} changes`}`)
    if (changeCount === 0) continue
    if (difference.is === 'blocks') lines.push(...difference.entries.flatMap(blockLines))
    else if (difference.is === 'fields') lines.push(...fieldLines(difference.fields))
    else {
      lines.push(
        ...difference.entries.flatMap(entry =>
          entryLines(entry, item => Object.values(item).filter(Boolean).join(' | '), fieldLines),
        ),
      )
    }
  }
  return `${lines.join('\n')}\n`
}

export function blockLines(entry: BlockEntry): string[] {
  if (entry.is === 'split' || entry.is === 'joined') {
    return [`${entry.change} ${entry.is}`, ...entry.parts.flatMap(part => indented(paragraphLines(part)))]
  }
  return entryLines(entry, blockText, differenceLines)
}

function entryLines<Item, Difference>(
  entry: Entry<Item, Difference>,
  text: (item: Item) => string,
  difference: (difference: Difference) => string[],
): string[] {
  switch (entry.is) {
    case 'unchanged':
      return []
    case 'added':
      return [`${entry.change} {+${text(entry.item)}+}`]
    case 'removed':
      return [`${entry.change} [-${text(entry.item)}-]`]
    case 'movedAway':
      return [`${entry.change} from here ${entry.from} → ${entry.to}: ${text(entry.item).slice(0, 40)}`]
    case 'moved':
      return [
        `${entry.change} to here ${entry.from} → ${entry.to}: ${text(entry.item).slice(0, 40)}`,
        ...indented(entry.difference === null ? [] : difference(entry.difference)),
      ]
    case 'changed':
      return difference(entry.difference)
  }
}

function differenceLines(difference: BlockDifference): string[] {
  switch (difference.type) {
    case 'paragraph':
      return paragraphLines(difference)
    case 'table':
      return [
        'table',
        ...indented([
          ...difference.columns.map(
            ({ change, is, place, text }) => `${change} column ${place} ${is}: ${text}`,
          ),
          ...difference.rows.flatMap(rowLines),
        ]),
      ]
    case 'figure':
      return [
        'figure',
        ...(difference.picture.change === null ? [] : [`  ${difference.picture.change} another picture`]),
        ...indented([`alt: ${segmentsText(difference.alt)}`, `caption: ${segmentsText(difference.caption)}`]),
      ]
  }
}

function rowLines(entry: RowEntry): string[] {
  if (entry.is !== 'changed') return entryLines(entry, rowText, () => [])
  const cells = entry.difference.map(cell => {
    if (cell.is === 'changed') return cell.difference.entries.flatMap(blockLines).join(' / ')
    if (cell.is === 'unchanged') return rowText([cell.item])
    return entryLines(
      cell,
      item => rowText([item]),
      () => [],
    ).join('')
  })
  return [`| ${cells.join(' | ')} |`]
}

function paragraphLines({ look, segments }: ParagraphDifference): string[] {
  const looks =
    look.change === null ? '' : `${look.change} ${lookText(look.before)} → ${lookText(look.after)}: `
  return [looks + segmentsText(segments)]
}

function lookText({ level, list, indent }: ParagraphLook): string {
  return `level ${level}${list === null ? '' : ` ${list}`}${indent === 0 ? '' : ` indent ${indent}`}`
}

function fieldLines(fields: readonly FieldDifference[]): string[] {
  return fields.flatMap(field => {
    if (field.is === 'prose') {
      return field.segments.every(({ is }) => is === 'kept')
        ? []
        : [`${field.name}: ${segmentsText(field.segments)}`]
    }
    return field.change === null
      ? []
      : [`${field.change} ${field.name}: [-${field.before ?? ''}-]{+${field.after ?? ''}+}`]
  })
}

export function segmentsText(segments: readonly Segment[]): string {
  return segments
    .map(segment => {
      switch (segment.is) {
        case 'kept':
          return shortened(inlineText(segment.content))
        case 'removed':
          return `[-${inlineText(segment.content)}-]`
        case 'added':
          return `{+${inlineText(segment.content)}+}`
        case 'formatted':
          return segment.pieces
            .map(({ text, before, after }) => `{*${text}*: ${styles(before)} → ${styles(after)}}`)
            .join('')
        case 'footnote':
          return `^(${segmentsText(segment.segments)})`
      }
      return ''
    })
    .join('')
}

function styles({ bold, italic, link }: TextLook): string {
  return [bold && 'bold', italic && 'italic', link].filter(Boolean).join(' ') || 'plain'
}

/** Only the words around a change are of interest. */
function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 55)} … ${text.slice(-55)}` : text
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return inlineText(block.content)
    case 'table':
      return block.rows.map(rowText).join('\n')
    case 'figure':
      return `figure ${inlineText(block.caption)}`
  }
}

function rowText(row: Row): string {
  return row.map(cell => cell.content.map(({ content }) => inlineText(content)).join(' / ')).join(' | ')
}

function inlineText(content: readonly Inline[]): string {
  return content
    .map(inline => {
      if (inline.type === 'budgetFigure') return `«${inline.sum}»`
      return inline.type === 'text' ? inline.text : `^(${inlineText(inline.content)})`
    })
    .join('')
}

function indented(lines: readonly string[]): string[] {
  return lines.map(line => `  ${line}`)
}
