import type {
  CellContent,
  FigureContent,
  Inline,
  ParagraphContent,
  TableContent,
} from '../../../../../shared/document/blockContent.ts'
import { styles } from '../../../../export/docx/styles.ts'
import type { WordCell, WordParagraph, WordPart, WordRow, WordTable } from '../../word/WordContent.ts'
import { figureOf, isPicture } from './figureContent.ts'
import { paragraphContents, type TextLook } from './paragraphContent.ts'

/** Most columns or rows that a cell may go over (`textSchema.ts`). */
const mostSpan = 100

/** A table, and the pictures in its cells, which can have none here. */
export interface ReadTable {
  readonly table: TableContent | null
  readonly figures: readonly FigureContent[]
}

/** A table in running text. Tables within its cells become paragraphs there. */
export function tableContent({ rows }: WordTable, look: TextLook): ReadTable {
  const figures: FigureContent[] = []
  const read = rows
    .map((row, place) =>
      row.cells.map((cell, column): CellContent => {
        const paragraphs = paragraphsIn(cell.parts)
        figures.push(...paragraphs.flatMap(({ content }) => content.filter(isPicture).map(figureOf)))
        const isHead = isHeadCell(cell, row, place === 0 || column === 0, paragraphs)
        const content = paragraphs.flatMap(paragraph => cellParagraphs(paragraph, look))
        return {
          ...(isHead ? { header: true } : {}),
          ...span('colspan', cell.colspan),
          ...span('rowspan', cell.rowspan),
          // Bold beyond that of the heads is somebody's own in our files only.
          content: isHead && !paragraphs.some(isOurs) ? content.map(withoutBold) : content,
        }
      }),
    )
    .filter(cells => cells.length > 0)
  return { table: read.length > 0 ? { type: 'table', rows: read } : null, figures }
}

function cellParagraphs(paragraph: WordParagraph, look: TextLook): readonly ParagraphContent[] {
  const content = paragraph.content.filter(part => !isPicture(part))
  if (content.length === 0 && paragraph.content.length > 0) return []
  // All bold in a table is a head or a sum, and no subheading.
  return paragraphContents(paragraph, content, { ...look, level: look.level ?? 0 })
}

/** Our own cells say by their style which they are. */
function isHeadCell(
  cell: WordCell,
  { isHead }: WordRow,
  isOutermost: boolean,
  paragraphs: readonly WordParagraph[],
): boolean {
  const ours = paragraphs.find(isOurs)
  if (ours) return ours.style === styles.headCell
  return isHead || (cell.looksLikeHead && isOutermost)
}

/** Subheadings in a cell have the style of subheadings. */
function isOurs({ style }: WordParagraph): boolean {
  return style === styles.headCell || style === styles.cell
}

function span(name: 'colspan' | 'rowspan', count: number): { [name]?: number } {
  return count > 1 ? { [name]: Math.min(mostSpan, count) } : {}
}

/** Of a cell and of the tables within it. */
export function paragraphsIn(parts: readonly WordPart[]): readonly WordParagraph[] {
  return parts.flatMap(part =>
    part.is === 'paragraph'
      ? [part]
      : part.rows.flatMap(row => row.cells.flatMap(cell => paragraphsIn(cell.parts))),
  )
}

/** Of a subheading, what is bold is so beyond its style. */
function withoutBold(paragraph: ParagraphContent): ParagraphContent {
  if (paragraph.level) return paragraph
  return {
    ...paragraph,
    content: paragraph.content.map((inline): Inline => {
      if (inline.type !== 'text') return inline
      const { bold: _, ...rest } = inline
      return rest
    }),
  }
}
