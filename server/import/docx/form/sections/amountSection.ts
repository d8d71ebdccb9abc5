import type { AmountSection } from '../../../../../shared/form/FormTemplate.ts'
import type { ReadNote } from '../../../../../shared/import/ReadForm.ts'
import { formWords } from '../../../../export/words.ts'
import type { WordPart } from '../../word/WordContent.ts'
import { amountsIn } from '../amounts.ts'
import { note } from '../note.ts'
import { labelOf } from '../text/labels.ts'
import { linesOf } from '../text/linesOf.ts'
import { type ContentOf, loose, type SectionRead, type SectionReading } from './SectionRead.ts'

/** Words that only name the amount beside them. */
const named =
  /^(?:(?:totalt?|summa|(?:sökt |ansökt )?belopp|vi söker|söks|ansöker om|budget|sammanlagt|medel|kostnad|om|på|för|hela|insatsen|är)[\s:.,–-]*)*$/i

/** What the year's share that nobody has given out is called; reckoned, and never read. */
const reckoned = [{ name: 'rest' as const, texts: [formWords.undistributed, formWords.tooMuch] }]

/**
 * The amount, in all or a year each; what else is said is the note. An amount that is shown out of the budget is none that
 * has been typed.
 */
export function amountSection(
  { perYear }: AmountSection,
  parts: readonly WordPart[],
  { look }: SectionReading,
): SectionRead<ContentOf<'amount'>> {
  const { lines, figures } = linesOf(parts)
  const years: Record<number, number> = {}
  const notes: ReadNote[] = []
  const said: string[] = []
  const perhaps: { readonly kronor: number; readonly line: string }[] = []
  let total: number | null = null
  for (const line of lines) {
    const { text } = line
    if ((line.showsSum && isOnlyAmount(text)) || labelOf(line, reckoned)) continue
    const ofYear = readYear(text)
    if (ofYear && perYear && years[ofYear.year] === undefined) {
      years[ofYear.year] = ofYear.kronor
      if (ofYear.isReckoned) notes.push(note('amountGuessed', text))
      continue
    }
    const [amount, ...others] = ofYear
      ? []
      : amountsIn(text).filter(({ hasUnit, kronor }) => hasUnit || kronor > 9999)
    const around = amount ? text.slice(0, amount.index) + text.slice(amount.index + amount.length) : ''
    if (amount && others.length === 0 && total === null && named.test(around.replace(/[.\s]+$/, '').trim())) {
      total = amount.kronor
      if (amount.isReckoned || /\p{L}/u.test(around) || !amount.hasUnit)
        notes.push(note('amountGuessed', text))
      continue
    }
    if (look.level === null && amount?.hasUnit && others.length === 0 && text.length <= 80) {
      perhaps.push({ kronor: amount.kronor, line: text })
    }
    if (ofYear) perhaps.push({ kronor: ofYear.kronor, line: text })
    said.push(text)
  }
  const hasYears = Object.keys(years).length > 0
  const [guess, ...more] = perhaps
  if (
    total === null &&
    !hasYears &&
    guess &&
    (more.length === 0 || perhaps.every(({ line }) => readYear(line)))
  ) {
    total = perhaps.reduce((sum, { kronor }) => sum + kronor, 0)
    notes.push(...perhaps.map(({ line }) => note('amountGuessed', line)))
  }
  return {
    content: { kind: 'amount', total, note: said.join('\n').trim(), perYear: years },
    notes,
    loose: loose('doesNotFit', figures),
  }
}

/** `10 256 000 kr`, a year before it; or why there is none, in brackets. */
function isOnlyAmount(text: string): boolean {
  return /^(?:\d{4}:)?\s*(?:[\d\s]+kr|\(.*\))\.?$/.test(text)
}

/** `2020: 1 050 000 kr`; null for a line that says anything else. */
function readYear(
  text: string,
): { readonly year: number; readonly kronor: number; readonly isReckoned: boolean } | null {
  const [, year, rest = ''] = /^(?:år\s+)?((?:199|20\d)\d)\s*[:–-]?\s+(.+)$/i.exec(text) ?? []
  const [amount, ...others] = amountsIn(rest)
  if (year === undefined || amount === undefined || others.length > 0 || amount.index > 0) return null
  if (!/^[.\s]*$/.test(rest.slice(amount.length)) || !(amount.hasUnit || amount.kronor > 9999)) return null
  return { year: Number(year), kronor: amount.kronor, isReckoned: amount.isReckoned }
}
