import { generateNKeysBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import type { BudgetContent } from '../document/filledForm.ts'
import type { BudgetLine } from './Budget.ts'
import { type BudgetBlock, type BudgetTemplate, budgetBlocks } from './BudgetTemplate.ts'

/**
 * Writes the rows that a budget begins with into its root, which has none yet. Their keys are the same in every
 * document, so that it is seen whether they are there, and a workbook finds its rows again. Done by the server only.
 */
export function seedBudget(root: Y.Map<unknown>, template: BudgetTemplate): void {
  const rows = rowsOf(template)
  const orders = generateNKeysBetween(null, null, rows.length)
  for (const [index, { key, block, label }] of rows.entries()) {
    const line = new Y.Map<unknown>()
    line.set('order', orders[index])
    line.set('block', block)
    if (label !== null) line.set('label', label)
    root.set(key, line)
  }
}

/** What a budget says that nobody has written in. */
export function unwrittenBudget(template: BudgetTemplate): BudgetContent {
  const nothing = { percent: null, from: null, to: null, specification: null, amounts: [], years: {} }
  return {
    kind: 'budget',
    lines: rowsOf(template).map(({ block, label }) => ({ block, label, ...nothing })),
    otherYears: {},
  }
}

/** Whether somebody has written in a row, and not only the form. */
export function isWritten(
  template: BudgetTemplate,
  { block, label, percent, from, to, specification, amounts, years }: Omit<BudgetLine, 'key'>,
): boolean {
  const says = [percent, from, to, specification].some(value => value !== null)
  return says || amounts.size > 0 || years.size > 0 || isNamed(template, block, label)
}

/** Whether a row has a name that its form has not given it. */
export function isNamed(template: BudgetTemplate, block: BudgetBlock, label: string | null): boolean {
  return label !== null && !template.rows[block].includes(label)
}

/** Key of a row that a budget begins with, `index` from 0: `salary-1`, `own-salary-1`. */
export function seededKey(block: BudgetBlock, index: number): string {
  return `${block.replace('own', 'own-').toLowerCase()}-${index + 1}`
}

function rowsOf(template: BudgetTemplate) {
  return budgetBlocks.flatMap(block =>
    template.rows[block].map((label, index) => ({ key: seededKey(block, index), block, label })),
  )
}
