import {
  type BudgetBlock,
  type BudgetTemplate,
  budgetBlocks,
} from '../../../../../shared/budget/BudgetTemplate.ts'
import { isNamed, unwrittenBudget } from '../../../../../shared/budget/seedBudget.ts'
import type { BudgetLineContent } from '../../../../../shared/document/filledForm.ts'

/**
 * The rows that were read, in their order, and between and after them those of the form that nobody had written in, which
 * are left out on paper: each under the one that it follows in the form.
 */
export function withSeededRows(
  template: BudgetTemplate,
  read: readonly BudgetLineContent[],
): readonly BudgetLineContent[] {
  return budgetBlocks.flatMap(block =>
    rowsOfBlock(
      template,
      block,
      read.filter(line => line.block === block),
    ),
  )
}

function rowsOfBlock(
  template: BudgetTemplate,
  block: BudgetBlock,
  read: readonly BudgetLineContent[],
): readonly BudgetLineContent[] {
  const rows = [...read]
  const seeded = unwrittenBudget(template).lines.filter(line => line.block === block)
  let after = 0
  for (const line of seeded) {
    if (line.label === null) continue
    const at = rows.findIndex(({ label }) => label === line.label)
    if (at === -1) rows.splice(after, 0, line)
    after = (at === -1 ? after : at) + 1
  }
  const unnamed = seeded.filter(({ label }) => label === null)
  const inTheirPlace = read.filter(({ label }) => label === null || isNamed(template, block, label))
  return [...rows, ...unnamed.slice(inTheirPlace.length)]
}
