import { fileBudget } from '../../../../client/budget/exchange/fileBudget.ts'
import type { FileUnit } from '../../../../client/budget/exchange/kronorOf.ts'
import type { BudgetBlock } from '../../../../shared/budget/BudgetTemplate.ts'
import type { ReadWorkbook } from '../../../../shared/http/budget.ts'

interface Row {
  readonly key?: string
  readonly block?: BudgetBlock
  readonly label?: string | null
  /** By the place of the party. */
  readonly amounts?: readonly number[]
  readonly years?: Readonly<Record<number, number>>
  readonly percent?: number
  readonly from?: string
}

/** What the server says of a file with these parties and rows. */
export function workbook(
  names: readonly (string | null)[],
  rows: readonly Row[],
  more: Partial<ReadWorkbook> = {},
): ReadWorkbook {
  return {
    layout: 'template',
    sheets: { amounts: 'Budget', years: null, summary: null },
    ...{ name: null, start: null, end: null, unit: 'kr', yearsUnit: 'same' },
    parties: names.map((name, place) => ({
      ...{ name, cell: `${'EFGHIJ'[place]}6`, key: null },
      role: place === 0 ? 'owner' : 'partner',
    })),
    lines: rows.map(
      ({ key, block = 'other', label = null, amounts = [], years = {}, percent, from }, place) => ({
        ...{ key: key ?? null, cell: `A${place + 9}`, block, label, specification: null },
        ...{ percent: percent ?? null, from: from ?? null, to: null },
        amounts: amounts.flatMap((value, party) =>
          value === 0 ? [] : [{ party, value, cell: `${'EFGHIJ'[party]}${place + 9}` }],
        ),
        years: yearsOf(years),
      }),
    ),
    ...{ otherYears: [], printed: [], notes: [], moreNotes: 0 },
    ...more,
  }
}

export function yearsOf(years: Readonly<Record<number, number>>) {
  return Object.entries(years).map(([year, value]) => ({ year: Number(year), value, cell: 'C9' }))
}

export const inKronor = (read: ReadWorkbook, unit: FileUnit = 'kr') => fileBudget(read, unit)
