import type { BudgetLineContent, FilledForm } from '../../../../../shared/document/filledForm.ts'
import type { ReadWorkbook } from '../../../../../shared/http/budget.ts'
import type { ReadNote } from '../../../../../shared/import/ReadForm.ts'
import { FileRefused } from '../../../office/FileRefused.ts'
import { recogniseBudget } from '../../../xlsx/budget/recogniseBudget.ts'
import { note } from '../note.ts'
import { budgetNotes } from './budgetNotes.ts'
import { columnParties } from './budgetParties.ts'
import { kronor } from './kronor.ts'
import type { ReadBudget } from './ReadBudget.ts'
import type { TableSheet } from './tableSheet.ts'

const thousand = 1_000

/** Tables that somebody has copied out of a workbook, or laid out as one; null when they say nothing of a budget. */
export function readOtherTables(tables: readonly TableSheet[], form: FilledForm): ReadBudget | null {
  const read = recognised(tables)
  if (read === null) return null
  const notes: ReadNote[] = [...budgetNotes(read.notes)]
  const parties = columnParties(read.parties, form)
  for (const [place, { party, isGuessed }] of parties.entries()) {
    const called = read.parties[place]?.name ?? ''
    if (party === null) notes.push(note('budgetNotTaken', called))
    else if (isGuessed) notes.push(note('amountGuessed', called))
  }
  const times = read.unit === 'tkr' ? thousand : 1
  const yearTimes = read.yearsUnit === 'same' ? times : read.yearsUnit === 'tkr' ? thousand : 1
  if (read.unit !== 'kr') notes.push(note('amountGuessed', read.unit === 'tkr' ? 'tkr' : ''))
  const amount = (value: number, of: number, where: string): number | null => {
    const whole = kronor(value * of)
    if (whole === null) notes.push(note('budgetNotTaken', `${where} ${value}`))
    else if (Math.abs(whole - value * of) > 1e-6) notes.push(note('amountGuessed', `${where} ${value}`))
    return whole
  }
  const yearly = (years: ReadWorkbook['otherYears'], where: string) =>
    Object.fromEntries(
      years.flatMap(({ year, value }) => {
        const whole = amount(value, yearTimes, where)
        return whole === null ? [] : [[year, whole] as const]
      }),
    )
  return {
    lines: read.lines.map(
      ({ key: _, cell: __, amounts, years, ...line }): BudgetLineContent => ({
        ...line,
        amounts: amounts.flatMap(({ party: place, value }) => {
          const party = parties[place]?.party ?? null
          const whole = party === null ? null : amount(value, times, line.label ?? '')
          return party === null || whole === null ? [] : [{ party, kronor: whole }]
        }),
        years: yearly(years, line.label ?? ''),
      }),
    ),
    otherYears: yearly(read.otherYears, ''),
    notes,
  }
}

function recognised(tables: readonly TableSheet[]): ReadWorkbook | null {
  try {
    return recogniseBudget({
      sheets: tables.map(({ sheet }) => sheet),
      from1904: false,
      hasExternalLinks: false,
    })
  } catch (fault) {
    // Tables that say nothing of a budget; a fault of our own is none of them.
    if (fault instanceof FileRefused) return null
    throw fault
  }
}
