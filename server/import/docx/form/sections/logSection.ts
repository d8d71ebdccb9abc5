import type { LogItemContent } from '../../../../../shared/document/filledForm.ts'
import type { LogSection } from '../../../../../shared/form/FormTemplate.ts'
import { parseFuzzyDate } from '../../../../../shared/form/fuzzyDate.ts'
import { readLogLine } from '../../../../../shared/import/logLine.ts'
import type { ReadNote } from '../../../../../shared/import/ReadForm.ts'
import type { WordPart } from '../../word/WordContent.ts'
import { note } from '../note.ts'
import { type Line, linesOf } from '../text/linesOf.ts'
import { type ContentOf, loose, type SectionRead, type SectionReading } from './SectionRead.ts'

/**
 * Events, a paragraph each. One without a year has that of the event before. In our own files every date is a bold label,
 * and other words that could be one are none.
 */
export function logSection(
  _section: LogSection,
  parts: readonly WordPart[],
  { look }: SectionReading,
): SectionRead<ContentOf<'log'>> {
  const { lines, figures } = linesOf(parts)
  const items: LogItemContent[] = []
  const notes: ReadNote[] = []
  const isLabelled = look.level !== null && lines.some(line => labelledEvent(line) !== null)
  let year = ''
  for (const line of lines) {
    const last = items.at(-1)
    if (line.goesOn && last && (isLabelled || !beginsEvent(line.text))) {
      items[items.length - 1] = { ...last, text: `${last.text}\n${line.text}`.trim() }
      continue
    }
    if (line.text === '') continue
    if (isLabelled) {
      items.push(labelledEvent(line) ?? { on: null, text: line.text })
      continue
    }
    const { item, isGuessed } = readLogLine(line.text.replace(typedSign, ''), year)
    if (isGuessed) notes.push(note('dateGuessed', line.text))
    if (item.on !== null) year = item.on.slice(0, 4)
    items.push(item)
  }
  return { content: { kind: 'log', items }, notes, loose: loose('doesNotFit', figures) }
}

/** A sign of a list that somebody has typed. */
const typedSign = /^[-–•·*▪]\s+/

/** `2024-05-15: Möte`, the date bold. */
function labelledEvent({ text, boldLength, goesOn }: Line): LogItemContent | null {
  const label = text.slice(0, boldLength).trim()
  if (goesOn || !label.endsWith(':')) return null
  const on = parseFuzzyDate(label.slice(0, -1))
  return on === null ? null : { on, text: text.slice(boldLength).trim() }
}

/** A list of events may be one paragraph with breaks: a line with a whole date of its own is the next event. */
function beginsEvent(text: string): boolean {
  return readLogLine(text, '').item.on !== null
}
