import type * as Y from 'yjs'
import { budgetBlocks } from '../../../shared/budget/BudgetTemplate.ts'
import { amountKey, otherRows, readShareKey, shareKey } from '../../../shared/budget/budgetKeys.ts'
import type { BudgetContent, BudgetLineContent } from '../../../shared/document/filledForm.ts'
import type { FieldShape } from '../../../shared/document/roots.ts'
import type { Comparer } from '../../../shared/version/compare/Comparer.ts'
import { setValue } from './writeFields.ts'
import { writeItems } from './writeItems.ts'

/**
 * Makes a budget say `content`, and gives the keys of its rows: the rows of each block as items, and what stands under
 * their keys. `parties` are `owner` and the partners' item keys. What rows and partners that are not there had is left
 * alone, and comes back with them.
 */
export function writeBudget(
  root: Y.Map<unknown>,
  fields: Readonly<Record<string, FieldShape>>,
  content: BudgetContent,
  parties: readonly string[],
  newItemKey: () => string,
  comparer: Comparer,
): string[] {
  const rows = budgetBlocks.flatMap(block => {
    const lines = content.lines.filter(line => line.block === block)
    const keys = writeItems(root, fields, lines, newItemKey, comparer, block)
    return lines.map((line, index) => ({ line, key: keys[index] ?? '' }))
  })
  for (const { key, line } of rows) {
    writeAmounts(root, key, line, parties)
    writeYears(root, key, line.years)
  }
  writeYears(root, otherRows, content.otherYears)
  return rows.map(({ key }) => key)
}

function writeAmounts(
  root: Y.Map<unknown>,
  row: string,
  { amounts }: BudgetLineContent,
  parties: readonly string[],
): void {
  for (const [index, party] of parties.entries()) {
    const place = index === 0 ? 'owner' : index - 1
    const said = amounts.find(amount => amount.party === place)
    setValue(root, amountKey(party, row), said?.kronor ?? null)
  }
}

function writeYears(root: Y.Map<unknown>, row: string, years: Readonly<Record<number, number>>): void {
  for (const [key, kronor] of root) {
    const share = readShareKey(key)
    if (share?.line === row && kronor !== null && !(share.year in years)) root.set(key, null)
  }
  for (const [year, kronor] of Object.entries(years)) setValue(root, shareKey(Number(year), row), kronor)
}
