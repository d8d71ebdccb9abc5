import { generateNKeysBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import { type BudgetBlock, type BudgetTemplate, budgetBlocks } from './BudgetTemplate.ts'

/**
 * Writes the rows that a budget begins with into its root, which has none yet. Their keys are the same in every
 * document, so that it is seen whether they are there, and a workbook finds its rows again. Done by the server only.
 */
export function seedBudget(root: Y.Map<unknown>, template: BudgetTemplate): void {
  const rows = budgetBlocks.flatMap(block =>
    template.rows[block].map((label, index) => ({ key: seededKey(block, index), block, label })),
  )
  const orders = generateNKeysBetween(null, null, rows.length)
  for (const [index, { key, block, label }] of rows.entries()) {
    const line = new Y.Map<unknown>()
    line.set('order', orders[index])
    line.set('block', block)
    if (label !== null) line.set('label', label)
    root.set(key, line)
  }
}

/** Key of a row that a budget begins with, `index` from 0: `salary-1`, `own-salary-1`. */
export function seededKey(block: BudgetBlock, index: number): string {
  return `${block.replace('own', 'own-').toLowerCase()}-${index + 1}`
}
