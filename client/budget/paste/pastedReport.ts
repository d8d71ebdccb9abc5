import type { BudgetView } from '../BudgetStore.ts'
import { type LeftCell, otherSums, type PastedSum, type PastePlan } from './planPaste.ts'
import type { PastedUnit } from './readBlock.ts'

/** What is said of a block that has been pasted. Names of rows and columns are as they were then. */
export interface PastedReport {
  /** Cells that say something else than before. */
  readonly written: number
  /** Those of them that are empty now. */
  readonly emptied: number
  /** Amounts that a unit was reckoned with. */
  readonly converted: number
  /** What a heading in the block said. */
  readonly unit: PastedUnit | null
  readonly left: readonly Named<LeftCell>[]
  /** Sums that are not what was pasted. */
  readonly sums: readonly (Named<PastedSum> & { readonly now: number })[]
  /** Cells with something in them that had no place. */
  readonly outside: number
  /** All of it was taken as it stood: there is nothing more to say than how much. */
  readonly isPlain: boolean
}

type Named<Cell> = Cell & { readonly rowName: string; readonly columnName: string }

/** `view`: the budget with what was pasted. */
export function reportOf(
  plan: PastePlan,
  unit: PastedUnit | null,
  written: number,
  view: BudgetView,
): PastedReport {
  const named = <Cell extends LeftCell | PastedSum>(cell: Cell): Named<Cell> => ({
    ...cell,
    rowName: cell.row.name(view),
    columnName: cell.column.name(view),
  })
  const left = plan.left.map(named)
  const sums = otherSums(plan.sums, view).map(sum => ({ ...named(sum), now: sum.cell.of(view) ?? 0 }))
  const { converted, outside } = plan
  const emptied = plan.edits.filter(({ value }) => value === null).length
  const said = left.length + sums.length + outside + converted + emptied
  return {
    ...{ written, emptied, converted, left, sums, outside },
    unit: unit?.taken === 'asSaid' && converted === 0 ? null : unit,
    isPlain: said === 0 && unit?.taken !== 'kronor',
  }
}
