import type { ReadWorkbook, WorkbookNoteKind } from '../../../../shared/http/budget.ts'
import type { Sheet } from '../workbook/Sheet.ts'
import { bare } from './words.ts'

/** No cell of a budget is a hundred million kronor: such a number under *tkr* is kronor (domain.md 2.6, 1). */
const leastAsKronor = 100_000
/** And none is less than a thousand kronor throughout. */
const mostAsThousands = 1_000
/** With decimals, tens of thousands may be kronor and öre as well as thousands. */
const mostWithDecimals = 20_000

type Unit = ReadWorkbook['unit']

interface Decided {
  readonly unit: Unit
  readonly yearsUnit: ReadWorkbook['yearsUnit']
  readonly notes: readonly WorkbookNoteKind[]
}

/** The unit that a sheet says its amounts are in; null where it says none. */
export function unitSaid(sheet: Sheet): 'kr' | 'tkr' | null {
  let said: 'kr' | null = null
  for (const cells of sheet.rows.values()) {
    for (const cell of cells.values()) {
      if (cell.is !== 'text' || cell.text.length > 200) continue
      const words = bare(cell.text)
      if (/\b(?:tkr|ksek|tusental|tusen kronor|tusen kr)\b/.test(words)) return 'tkr'
      if (/\b(?:kr|kronor|sek)\b/.test(words)) said = 'kr'
    }
  }
  return said
}

/**
 * What amounts are in, by what the sheet says and by how large they are. Every workbook that we have seen says *tkr* over
 * kronor. The years must come to about what the rows do, which tells when they are in another unit.
 */
export function decideUnit(
  said: 'kr' | 'tkr' | null,
  yearsSaid: 'kr' | 'tkr' | null,
  amounts: readonly number[],
  years: readonly number[],
): Decided {
  if (amounts.length === 0) return { ...ofValues(yearsSaid, years), yearsUnit: 'same' }
  const own = ofValues(said, amounts)
  const times = sum(years) / sum(amounts)
  const notes = [...own.notes, 'yearsInOtherUnit'] as const
  if (isAbout(times, 1_000) && own.unit !== 'kr') {
    return { unit: 'tkr', yearsUnit: 'kr', notes: ['yearsInOtherUnit'] }
  }
  if (isAbout(times, 1 / 1_000) && own.unit !== 'tkr') return { unit: 'kr', yearsUnit: 'tkr', notes }
  return { ...own, yearsUnit: 'same' }
}

function ofValues(
  said: 'kr' | 'tkr' | null,
  values: readonly number[],
): { readonly unit: Unit; readonly notes: readonly WorkbookNoteKind[] } {
  if (said === 'kr') return { unit: 'kr', notes: [] }
  const most = Math.max(0, ...values.map(Math.abs))
  if (most > leastAsKronor) return { unit: 'kr', notes: said === 'tkr' ? ['tkrMeansKronor'] : [] }
  if (said === 'tkr') {
    const hasDecimals = values.some(value => !Number.isInteger(value))
    if (most < mostAsThousands || (hasDecimals && most < mostWithDecimals)) return { unit: 'tkr', notes: [] }
    return { unit: 'undecided', notes: [] }
  }
  return { unit: 'undecided', notes: ['noUnit'] }
}

/** Whether a number is a wanted one, give or take as much again. */
export function isAbout(times: number, wanted: number): boolean {
  return times > wanted / 2 && times < wanted * 2
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
