import type { SectionContent } from '../../../../../shared/document/filledForm.ts'
import { forms } from '../../../../../shared/form/forms.ts'
import type { ReadNote } from '../../../../../shared/import/ReadForm.ts'
import { formWords } from '../../../../export/words.ts'
import type { WordCell, WordInline, WordPart, WordTable } from '../../word/WordContent.ts'
import { textOf } from '../inlines.ts'
import { foldedWords } from '../letters.ts'

/** What has been read of the tables of a budget, and what is known besides. */
interface Said {
  /** The budget itself, and the other sections, which name the insats and its parties. */
  readonly contents: readonly SectionContent[]
  readonly notes: readonly ReadNote[]
}

/**
 * What stands in the tables of a budget and is neither in what was read of them, nor in a note, nor printed by a form: the
 * cells, or the whole table where that is much of it. Figures alone are sums, or have been read.
 */
export function unsaidParts({ contents, notes }: Said): (table: WordTable) => readonly WordPart[] {
  const texts = new Set(contents.flatMap(textsIn).map(foldedWords))
  const words = new Set([...printedWords, ...contents.flatMap(partyTexts).flatMap(wordsIn)])
  const noted = notes.map(({ said }) => foldedWords(said).replace(/…$/, ''))
  const isSaid = (text: string): boolean => {
    const folded = foldedWords(text)
    return (
      !/\p{L}/u.test(folded) ||
      texts.has(folded) ||
      wordsIn(text).every(word => words.has(word)) ||
      noted.some(said => said.includes(folded) || (said.length > shortNote && folded.startsWith(said)))
    )
  }
  const isSaidCell = ({ parts }: WordCell): boolean => {
    const lines = parts.flatMap(linesIn)
    return !parts.some(holdsMore) && (isSaid(lines.join(' ')) || lines.every(isSaid))
  }
  return table => {
    const cells = table.rows.flatMap(row => row.cells)
    const unsaid = cells.filter(cell => !isSaidCell(cell))
    const written = cells.filter(({ parts }) => /\p{L}/u.test(parts.flatMap(linesIn).join('')))
    return unsaid.length >= written.length * muchOfIt && unsaid.length > 0
      ? [table]
      : unsaid.flatMap(({ parts }) => parts)
  }
}

/** So much of a table that is not said makes it one of somebody's own. */
const muchOfIt = 0.25

/** A note that is this long may have been cut (`note.ts`). */
const shortNote = 100

const printedWords: ReadonlySet<string> = new Set(
  forms
    .flatMap(form => form.sections)
    .flatMap(section => (section.kind === 'budget' ? [section.budget.sheets, section.budget.labels] : []))
    .flatMap(printed => textsIn(printed))
    .concat(
      Object.values(formWords).filter(words => typeof words === 'string'),
      'kr tkr år',
    )
    .flatMap(wordsIn),
)

function wordsIn(text: string): readonly string[] {
  return foldedWords(text).match(/\p{L}+/gu) ?? []
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** The columns of a budget are called by the parties, and its sheets by the insats. */
function partyTexts(content: SectionContent): readonly string[] {
  if (content.kind === 'text') return textsIn(content.value)
  if (content.kind !== 'parties') return []
  const parties = content.role === 'owner' ? [content] : content.items
  return parties.flatMap(({ organisation }) => organisation ?? [])
}

function linesIn(part: WordPart): readonly string[] {
  if (part.is === 'paragraph') return textOf(part.content).split('\n')
  return part.rows.flatMap(({ cells }) => cells.flatMap(({ parts }) => parts.flatMap(linesIn)))
}

/** What is no text of a cell. */
function holdsMore(part: WordPart): boolean {
  if (part.is === 'table')
    return part.rows.some(({ cells }) => cells.some(cell => cell.parts.some(holdsMore)))
  return part.content.some((inline: WordInline) => inline.is === 'footnote' || inline.is === 'picture')
}
