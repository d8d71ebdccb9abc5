import { describe, expect, it } from 'vitest'
import type { BudgetView } from '../../../client/budget/BudgetStore.ts'
import { cellAt, type Sheet } from '../../../client/budget/grid/sheet.ts'
import { yearSheet } from '../../../client/budget/perYear/yearSheet.ts'
import { yearStructure } from '../../../client/budget/perYear/yearStructure.ts'
import { summaryRows } from '../../../client/budget/summary/summaryRows.ts'
import { texts } from '../../../client/text/text.ts'
import type { Budget } from '../../../shared/budget/Budget.ts'
import { sumsOf } from '../../../shared/budget/sums.ts'
import { budget2019 } from '../../../shared/form/forms/2019/budget.ts'
import { budget2024 } from '../../../shared/form/forms/2024/budget.ts'
import { budgetOf, byYear, line } from '../../shared/budget/budgets.ts'
import { real2019, real2024 } from '../../shared/budget/realBudgets.ts'

function sheetOf(budget: Budget): Sheet {
  return yearSheet({
    structure: yearStructure(budget),
    labels: budget2024.labels,
    words: texts.sv.budget,
    tools: null,
    drawn: { mark: () => null, notes: () => null },
    check: null,
  })
}

/** Each row as it is read: its words and figures, `2025:salary-1` where something is written. */
function drawn(budget: Budget): readonly string[] {
  const view: BudgetView = { budget, sums: sumsOf(budget) }
  const { columns, rows } = sheetOf(budget)
  return rows.map(row =>
    columns
      .map(({ key }) => {
        const cell = cellAt(row, key)
        if (cell === null || cell.is === 'action') return '·'
        return cell.is === 'value' ? `[${cell.path}]` : String(cell.of(view) ?? '–').replaceAll('\u00ad', '')
      })
      .join(' | '),
  )
}

describe('the sheet per year', () => {
  it('has the rows of the detailed sheet by name, one line for all other costs, and the sums of 2024', () => {
    expect(drawn(real2024)).toEqual([
      'LÖNEKOSTNAD inkl PO-pålägg | · | · | · | · | · | ·',
      'Processledare/samordnare | 3690000 | [2025:salary-1] | [2026:salary-1] | [2027:salary-1] | [2028:salary-1] | –',
      'Rehabcoach 1 | 2958000 | [2025:salary-2] | [2026:salary-2] | [2027:salary-2] | [2028:salary-2] | –',
      'Rehabcoach 2 | 3084000 | [2025:salary-3] | [2026:salary-3] | [2027:salary-3] | [2028:salary-3] | –',
      'SUMMA LÖNEKOSTNAD | 9732000 | 2316000 | 2392000 | 2471000 | 2553000 | –',
      'LOKALKOSTNAD | · | · | · | · | · | ·',
      'Lokalhyra | 0 | [2025:premises-1] | [2026:premises-1] | [2027:premises-1] | [2028:premises-1] | –',
      'SUMMA LOKALKOSTNAD | 0 | 0 | 0 | 0 | 0 | –',
      'ÖVRIGA KOSTNADER | 524000 | [2025:other] | [2026:other] | [2027:other] | [2028:other] | –',
      'SUMMA FRÅN SAMORDNINGSFÖRBUNDET | 10256000 | 2447000 | 2523000 | 2602000 | 2684000 | –',
      'S:a per år för avstämning | 10256000 | · | · | · | · | ·',
    ])
  })

  it('says what is left of a row, and that a year is outside the period', () => {
    const budget = budgetOf({
      lines: [line('salary-1', { block: 'salary', kronor: 100, years: { 2025: 60 } })],
      otherYears: byYear({ 2030: 5 }),
    })
    const { columns } = sheetOf(budget)
    const view = { budget, sums: sumsOf(budget) }
    expect(columns.map(({ name }) => name(view))).toEqual([
      'Kostnadsslag',
      'Totalt för insatsen',
      'År 1 2025',
      'År 2 2026',
      '2030, utanför insatstiden',
      'Kvar att fördela',
    ])
    expect(drawn(budget)[1]).toBe('salary-1 | 100 | [2025:salary-1] | [2026:salary-1] | [2030:salary-1] | 40')
  })

  it('leaves out rows that nobody has begun, and keeps its shape while amounts are typed', () => {
    const empty = line('salary-2', { block: 'salary', label: null })
    const begun = line('salary-1', { block: 'salary', kronor: 1 })
    const more = line('salary-1', { block: 'salary', kronor: 2, years: { 2025: 2 } })
    expect(yearStructure(budgetOf({ lines: [begun, empty] })).salary).toEqual(['salary-1'])
    expect(yearStructure(budgetOf({ lines: [more, empty] }))).toEqual(
      yearStructure(budgetOf({ lines: [begun, empty] })),
    )
  })
})

describe('the summary', () => {
  it('has a row for each party by its role, with what it asks for and pays', () => {
    const rows = summaryRows(real2019, sumsOf(real2019), budget2019.labels)
    expect(
      rows.map(({ role, organisation, sought, own, grand }) => [role, organisation, sought, own, grand]),
    ).toEqual([
      ['Huvudinsatsägare', 'Uppsala kommun', 850_000, 0, 850_000],
      ['Delinsatsägare 1', 'Arbetsförmedlingen', 0, 0, 0],
      ['Delinsatsägare 2', 'Försäkringskassan', 0, 0, 0],
      ['Delinsatsägare 3', 'Region Uppsala', 200_000, 0, 200_000],
    ])
  })
})
