import type { Budget, BudgetLine } from '../../../shared/budget/Budget.ts'
import { budgetBlocks } from '../../../shared/budget/BudgetTemplate.ts'
import type { PrintedColumns, PrintedSums } from '../../../shared/budget/printedSums.ts'
import type { PrintedSum, ReadWorkbook } from '../../../shared/http/budget.ts'
import { type FileUnit, kronorOf, type UntakenWhy } from './kronorOf.ts'

/** An amount of a file that is not taken, and where it stands. */
export interface Untaken {
  readonly why: UntakenWhy
  readonly value: number
  readonly sheet: string
  readonly cell: string
}

/** The budget that a file says, in kronor: its parties and rows have keys made of their places in the file. */
export interface FileBudget {
  readonly budget: Budget
  /** Row key to the key that the row had in the document it was exported from. */
  readonly ownKeys: ReadonlyMap<string, string>
  readonly untaken: readonly Untaken[]
  readonly printed: PrintedSums
}

export const filePartyKey = (place: number) => `party-${place}`
const lineKey = (place: number) => `line-${place}`

/** Reads a file in a unit, that of the file or, where it leaves that open, the one that has been chosen. */
export function fileBudget(read: ReadWorkbook, unit: FileUnit): FileBudget {
  const untaken: Untaken[] = []
  const amountsSheet = read.sheets.amounts ?? ''
  const yearsSheet = read.sheets.years ?? amountsSheet
  const yearsUnit = read.yearsUnit === 'same' ? unit : read.yearsUnit
  const take = (value: number, cell: string, sheet: string, inUnit: FileUnit): number | null => {
    const taken = kronorOf(value, inUnit)
    if ('kronor' in taken) return taken.kronor
    untaken.push({ why: taken.why, value, sheet, cell })
    return null
  }
  const byYear = (years: ReadWorkbook['otherYears']) =>
    new Map(
      years.flatMap(({ year, value, cell }) => {
        const kronor = take(value, cell, yearsSheet, yearsUnit)
        return kronor === null ? [] : [[year, kronor] as const]
      }),
    )
  const lines = read.lines.map(
    ({ key: _, cell: _cell, amounts, years, ...line }, place): BudgetLine => ({
      ...line,
      key: lineKey(place),
      amounts: new Map(
        amounts.flatMap(({ party, value, cell }) => {
          const kronor = take(value, cell, amountsSheet, unit)
          return kronor === null ? [] : [[filePartyKey(party), kronor] as const]
        }),
      ),
      years: byYear(years),
    }),
  )
  const parties = read.parties.map(({ role, name }, place) => ({
    ...{ key: filePartyKey(place), role, organisation: name, resourcesSought: null },
  }))
  return {
    budget: { start: read.start, end: read.end, parties, lines, otherYears: byYear(read.otherYears) },
    ownKeys: new Map(read.lines.flatMap(({ key }, place) => (key === null ? [] : [[lineKey(place), key]]))),
    untaken,
    printed: printedIn(read, unit),
  }
}

/** The sums that the file prints, in kronor. */
function printedIn(read: ReadWorkbook, unit: FileUnit): PrintedSums {
  const kronor = ({ value }: PrintedSum) => (unit === 'tkr' ? Math.round(value * 1000) : value)
  const columns = (fits: (of: PrintedSum['of']) => boolean): PrintedColumns | null => {
    const sums = read.printed.filter(({ of }) => fits(of))
    if (sums.length === 0) return null
    const total = sums.find(({ party }) => party === null)
    return {
      byParty: new Map(
        sums.flatMap(sum => (sum.party === null ? [] : [[filePartyKey(sum.party), kronor(sum)] as const])),
      ),
      total: total ? kronor(total) : null,
    }
  }
  const named = <Key extends string>(keys: readonly Key[], of: (key: Key) => PrintedColumns | null) =>
    Object.fromEntries(
      keys.flatMap(key => {
        const found = of(key)
        return found === null ? [] : [[key, found]]
      }),
    )
  return {
    start: read.start,
    end: read.end,
    lines: new Map(
      read.printed.flatMap(sum =>
        sum.of.is === 'line' ? [[lineKey(sum.of.line), kronor(sum)] as const] : [],
      ),
    ),
    blocks: named(budgetBlocks, block => columns(of => of.is === 'block' && of.block === block)),
    sought: columns(({ is }) => is === 'sought'),
    grand: columns(({ is }) => is === 'grand'),
    summary: named(['sought', 'own', 'grand'], column =>
      columns(of => of.is === 'summary' && of.column === column),
    ),
    strangers: [],
  }
}
