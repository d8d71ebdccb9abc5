import type { Budget } from './Budget.ts'
import { type BudgetBlock, budgetBlocks } from './BudgetTemplate.ts'
import type { Finding, FindingPlace, SummaryColumn } from './Finding.ts'
import { type PartySums, sumsOf } from './sums.ts'

/**
 * What a workbook prints of its own sums, whole kronor, under the keys of the budget that was read out of it. What it
 * leaves out, or what could not be read, is absent or null, and is not compared.
 */
export interface PrintedSums {
  /** Calendar days. */
  readonly start: string | null
  readonly end: string | null
  /** Row key to row sum. */
  readonly lines: ReadonlyMap<string, number>
  readonly blocks: Partial<Readonly<Record<BudgetBlock, PrintedColumns>>>
  readonly sought: PrintedColumns | null
  readonly grand: PrintedColumns | null
  /** The *Budgetsammanställning*, column by column. */
  readonly summary: Partial<Readonly<Record<SummaryColumn, PrintedColumns>>>
  /** Columns that are no party of the form, with all that they ask for. Columns of nothing may be here. */
  readonly strangers: readonly { readonly heading: string; readonly kronor: number }[]
}

export interface PrintedColumns {
  /** Party key to kronor. */
  readonly byParty: ReadonlyMap<string, number>
  readonly total: number | null
}

/** Where the sums that a workbook prints are not those of its rows: BV2–BV5, BV8, and BV10 and BV17. */
export function checkPrintedSums(budget: Budget, printed: PrintedSums): readonly Finding[] {
  const sums = sumsOf(budget)
  return [
    ...periodFindings(budget, printed),
    ...[...printed.lines].flatMap(([line, sum]): readonly Finding[] => {
      const computed = sums.lines.get(line) ?? 0
      return sum === computed ? [] : [{ rule: 'BV2', ...wrong, place: { line }, printed: sum, computed }]
    }),
    ...budgetBlocks.flatMap(block =>
      differences(printed.blocks[block], sums.blocks[block]).map(
        (found): Finding => ({ rule: 'BV3', ...wrong, block, ...found }),
      ),
    ),
    ...differences(printed.sought, sums.sought).map(
      (found): Finding => ({ rule: 'BV4', ...wrong, ...found }),
    ),
    ...differences(printed.grand, sums.grand).map((found): Finding => ({ rule: 'BV5', ...wrong, ...found })),
    ...(['sought', 'own', 'grand'] as const).flatMap(column =>
      differences(printed.summary[column], sums[column]).map(
        (found): Finding => ({ rule: 'BV8', ...wrong, column, ...found }),
      ),
    ),
    ...printed.strangers
      .filter(({ kronor }) => kronor !== 0)
      .map((stranger): Finding => ({ rule: 'BV17', level: 'warning', place: null, ...stranger })),
  ]
}

const wrong = { level: 'error' } as const

function periodFindings(budget: Budget, printed: PrintedSums): readonly Finding[] {
  return (['start', 'end'] as const).flatMap((end): readonly Finding[] => {
    const [day, planned] = [printed[end], budget[end]]
    if (day === null || day === planned) return []
    return [{ rule: 'BV10', ...wrong, place: null, end, printed: day, planned }]
  })
}

interface Difference {
  /** The column; null for all of them. */
  readonly place: FindingPlace | null
  readonly printed: number
  readonly computed: number
}

function differences(printed: PrintedColumns | null | undefined, sums: PartySums): readonly Difference[] {
  if (!printed) return []
  const columns = [...printed.byParty].map(([party, kronor]) => ({
    place: { party },
    printed: kronor,
    computed: sums.byParty.get(party) ?? 0,
  }))
  const all = printed.total === null ? [] : [{ place: null, printed: printed.total, computed: sums.total }]
  return [...columns, ...all].filter(found => found.printed !== found.computed)
}
