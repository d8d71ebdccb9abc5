import type { PeriodContent } from '../../../../../shared/document/filledForm.ts'
import { parseDay } from '../../../../../shared/form/day.ts'
import type { PeriodSection } from '../../../../../shared/form/FormTemplate.ts'
import { forms } from '../../../../../shared/form/forms.ts'
import { parseFuzzyDate } from '../../../../../shared/form/fuzzyDate.ts'
import type { ReadNote } from '../../../../../shared/import/ReadForm.ts'
import type { WordPart } from '../../word/WordContent.ts'
import { note } from '../note.ts'
import { type Label, labelOf } from '../text/labels.ts'
import { blockOf, type Line, linesOf } from '../text/linesOf.ts'
import { type ContentOf, type Loose, loose, type SectionRead } from './SectionRead.ts'

type DateName = 'start' | 'end' | 'intakeEnd'

const labels: readonly Label<DateName>[] = [
  ...forms.flatMap(form =>
    form.sections.flatMap(section =>
      section.kind !== 'period'
        ? []
        : [
            { name: 'start' as const, texts: [section.startLabel] },
            { name: 'end' as const, texts: [section.endLabel] },
            {
              name: 'intakeEnd' as const,
              texts: section.intakeEndLabel === null ? [] : [section.intakeEndLabel],
            },
          ],
    ),
  ),
  { name: 'start', texts: ['Startdatum', 'Start', 'Från', 'Fr.o.m.', 'From'] },
  { name: 'end', texts: ['Slutdatum', 'Slut', 'Till', 'T.o.m.', 'Tom'] },
]

/** The days after their labels, on the same line or the next. */
export function periodSection(
  section: PeriodSection,
  parts: readonly WordPart[],
): SectionRead<ContentOf<'period'>> {
  const { lines, figures } = linesOf(parts)
  const dates: { -readonly [Name in DateName]: string | null } = { start: null, end: null, intakeEnd: null }
  const notes: ReadNote[] = []
  const left: Loose[] = []
  let waiting: { readonly name: DateName; readonly label: Line } | null = null
  const put = (name: DateName, text: string, line: readonly Line[]): void => {
    const isAsked = name !== 'intakeEnd' || section.intakeEndLabel !== null
    const date = name === 'intakeEnd' ? parseFuzzyDate(text) : parseDay(text)
    if (isAsked && date !== null && dates[name] === null) dates[name] = date
    else left.push(...loose(isAsked ? 'doesNotFit' : 'notAsked', line.map(blockOf)))
  }
  for (const line of lines.filter(({ text }) => text !== '')) {
    const found = labelOf(line, labels)
    if (found) {
      waiting = found.rest === '' ? { name: found.name, label: line } : null
      if (found.rest !== '') put(found.name, found.rest, [line])
      continue
    }
    const range = waiting === null ? readRange(line.text) : null
    if (waiting !== null) put(waiting.name, line.text, [waiting.label, line])
    else if (range && dates.start === null && dates.end === null) {
      Object.assign(dates, range)
      notes.push(note('dateGuessed', line.text))
    } else left.push(...loose('unknownLabel', [blockOf(line)]))
    waiting = null
  }
  const content: PeriodContent = { kind: 'period', ...dates }
  return { content, notes, loose: [...left, ...loose('doesNotFit', figures)] }
}

/** `2025-01-01 – 2028-12-31` without labels. */
function readRange(text: string): { readonly start: string; readonly end: string } | null {
  for (const sign of text.matchAll(/\s+(?:-|–|—|till|t\.?\s?o\.?\s?m\.?)\s+|[–—]|--/gi)) {
    const start = parseDay(text.slice(0, sign.index).replace(/^(?:från|fr\.?\s?o\.?\s?m\.?)\s+/i, ''))
    const end = parseDay(text.slice(sign.index + sign[0].length))
    if (start !== null && end !== null) return { start, end }
  }
  return null
}
