import type { WordCell, WordPart, WordTable } from '../word/WordContent.ts'
import type { HeadingName } from './headingNames.ts'
import { linesOfContent, saysSomething, textOf } from './inlines.ts'
import { matchBeginning, matchWhole } from './matchHeading.ts'
import type { Piece } from './Piece.ts'

/**
 * The parts of a file in reading order, with its boxes opened: a table that holds a heading of a form is only there to
 * draw a frame, as in the förbund's own Word forms. `found`: keys of the sections whose headings stand outside tables. Of
 * a file with `isStyled` headings, a table with one cell is a table.
 */
export function openBoxes(
  parts: readonly WordPart[],
  names: readonly HeadingName[],
  { found, isStyled }: { readonly found: ReadonlySet<string>; readonly isStyled: boolean },
): readonly Piece[] {
  const missing = names.filter(({ key }) => !found.has(key))
  const open = (part: WordPart): readonly Piece[] => {
    if (part.is === 'paragraph') return [{ part, isFirstInBox: false }]
    const isBox = part.rows.length === 1 && part.rows[0]?.cells.length === 1
    if (!(isBox && !isStyled) && !holdsHeading(part, missing)) return [{ part, isFirstInBox: false }]
    return part.rows.flatMap(row => row.cells.flatMap(cell => openCell(cell, open)))
  }
  return parts.flatMap(open)
}

function openCell({ parts }: WordCell, open: (part: WordPart) => readonly Piece[]): readonly Piece[] {
  const pieces = parts.flatMap(open)
  const first = pieces.findIndex(({ part }) => part.is === 'paragraph' && saysSomething(part))
  return pieces.map((piece, place) => (place === first ? { ...piece, isFirstInBox: true } : piece))
}

/** Of a table with columns, only one of the first column, or with its star: other words are heads of columns. */
function holdsHeading({ rows }: WordTable, names: readonly HeadingName[]): boolean {
  return rows.some(({ cells }) =>
    cells.some(({ parts }, column) => {
      const isAlone = column === 0 || cells.length === 1
      return parts.some(part => {
        if (part.is === 'table') return holdsHeading(part, names)
        const line = textOf(linesOfContent(part.content)[0] ?? []).trim()
        const match = line.length > 400 ? null : (matchWhole(line, names) ?? matchBeginning(line, names))
        if (!match) return false
        if (match.isStarred) return true
        return isAlone && match.name.folded.length >= 12 && (match.isWhole || line[match.length - 1] === ':')
      })
    }),
  )
}
