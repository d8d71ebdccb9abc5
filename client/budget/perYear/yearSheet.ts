import type { ReactNode } from 'react'
import type { Budget, BudgetLine } from '../../../shared/budget/Budget.ts'
import type { BudgetLabels } from '../../../shared/budget/BudgetTemplate.ts'
import { otherRows, shareKey } from '../../../shared/budget/budgetKeys.ts'
import { sum, type YearSums } from '../../../shared/budget/sums.ts'
import { amountFormat } from '../../form/fields/format.ts'
import type { Text } from '../../text/text.ts'
import type { BudgetView } from '../BudgetStore.ts'
import type { Sheet, SheetCell, SheetColumn, SheetRow } from '../grid/sheet.ts'
import { softHyphens } from '../softHyphens.ts'
import type { YearStructure } from './yearStructure.ts'

interface YearSheetOptions {
  readonly structure: YearStructure
  readonly labels: BudgetLabels
  readonly words: Text['budget']
  /** Drawn in a row, by its key, for what can be done with it; null where nothing can. */
  readonly tools: ((row: string) => ReactNode) | null
  /** Drawn in a row, and under it: what is said of it. */
  readonly drawn: { mark(row: string): ReactNode; notes(row: string): ReactNode }
  /** Drawn under the last row: whether the years add up. */
  readonly check: ReactNode
}

/** The sheet *Fördelad över insatstid*: the rows of the detailed sheet by name, and a column a year. */
export function yearSheet({ structure, labels, words, tools, drawn, check }: YearSheetOptions): Sheet {
  const { years } = structure
  const named = (name: string) => () => name
  const columns: readonly SheetColumn[] = [
    { key: 'label', name: named(words.costType), width: 'label' },
    { key: 'total', name: named(labels.yearTotal), width: 'amount' },
    ...years.map(
      ({ year, number }): SheetColumn => ({
        key: String(year),
        name: named(
          number === null
            ? words.years.outside(year)
            : labels.year.replace('{number}', String(number)).replace('{year}', String(year)),
        ),
        width: 'amount',
      }),
    ),
    { key: 'left', name: named(words.years.left), width: 'amount', parted: true },
  ]

  const cellsOf = (
    label: (view: BudgetView) => string,
    total: (view: BudgetView) => number,
    inYears: (year: number) => SheetCell,
    allYears: (view: BudgetView) => number,
  ): Readonly<Record<string, SheetCell>> => ({
    label: { is: 'words', of: view => softHyphens(label(view)) },
    total: { is: 'computed', of: total },
    ...Object.fromEntries(years.map(({ year }) => [String(year), inYears(year)])),
    left: {
      is: 'computed',
      of: view => total(view) - allYears(view) || null,
      isFault: view => allYears(view) !== 0 && total(view) !== allYears(view),
    },
  })

  const line = (
    key: string,
    name: (view: BudgetView) => string,
    total: (view: BudgetView) => number,
    allYears: (view: BudgetView) => number,
  ): SheetRow => ({
    key,
    is: 'line',
    name,
    cells: cellsOf(
      name,
      total,
      year => ({
        is: 'value',
        path: shareKey(year, key),
        format: amountFormat,
        align: 'end',
        unit: words.unit,
      }),
      allYears,
    ),
    tools: tools?.(key),
    mark: drawn.mark(key),
    notes: drawn.notes(key),
  })

  const summed = (
    key: string,
    label: string,
    weight: 1 | 2 | 3,
    total: (view: BudgetView) => number,
    part: keyof YearSums,
  ): SheetRow => ({
    key,
    is: 'sum',
    weight,
    name: named(label),
    cells: cellsOf(
      named(label),
      total,
      year => ({ is: 'computed', of: ({ sums }) => sums.years.get(year)?.[part] ?? 0 }),
      ({ sums }) => sum([...sums.years.values()].map(year => year[part])),
    ),
  })

  const block = (key: 'salary' | 'premises'): readonly SheetRow[] => [
    {
      key: `${key}-heading`,
      is: 'heading',
      weight: 1,
      name: named(labels.blocks[key]),
      cells: { label: { is: 'words', of: named(labels.blocks[key]) } },
    },
    ...structure[key].map(row =>
      line(
        row,
        ({ budget }) => lineOf(budget, row)?.label ?? words.unnamedRow,
        ({ sums }) => sums.lines.get(row) ?? 0,
        ({ budget }) => sum(lineOf(budget, row)?.years.values() ?? []),
      ),
    ),
    summed(`${key}-sum`, labels.sums[key], 1, ({ sums }) => sums.blocks[key].total, key),
  ]

  const rows: readonly SheetRow[] = [
    ...block('salary'),
    ...block('premises'),
    line(
      otherRows,
      named(labels.otherPerYear),
      ({ sums }) => sums.blocks.other.total,
      ({ budget }) => sum(budget.otherYears.values()),
    ),
    summed('sought', labels.soughtSum, 2, ({ sums }) => sums.sought.total, 'total'),
    {
      key: 'check',
      is: 'sum',
      weight: 1,
      name: named(labels.yearCheck),
      cells: {
        label: { is: 'words', of: named(labels.yearCheck) },
        total: {
          is: 'computed',
          of: ({ sums }) => sums.allYears,
          isFault: ({ sums }) => sums.allYears !== 0 && sums.allYears !== sums.sought.total,
        },
      },
      notes: check,
    },
  ]
  return { columns, rows }
}

const linesByKey = new WeakMap<Budget, ReadonlyMap<string, BudgetLine>>()

/** Found at once: every cell of the sheet asks at every change. */
function lineOf(budget: Budget, key: string): BudgetLine | undefined {
  const known = linesByKey.get(budget) ?? new Map(budget.lines.map(line => [line.key, line]))
  linesByKey.set(budget, known)
  return known.get(key)
}
