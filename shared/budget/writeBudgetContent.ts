import { generateNKeysBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import type { BudgetContent } from '../document/filledForm.ts'
import { amountKey, otherRows, shareKey } from './budgetKeys.ts'

/** Writes a budget into its empty root. `parties` are `owner` and the partners' item keys, in the order of the form. */
export function writeBudgetContent(
  root: Y.Map<unknown>,
  content: BudgetContent,
  parties: readonly string[],
  newItemKey: () => string,
): void {
  const orders = generateNKeysBetween(null, null, content.lines.length)
  for (const [index, { amounts, years, ...fields }] of content.lines.entries()) {
    const key = newItemKey()
    const line = new Y.Map<unknown>()
    line.set('order', orders[index])
    for (const [name, value] of Object.entries(fields)) if (value !== null) line.set(name, value)
    root.set(key, line)
    for (const { party, kronor } of amounts) {
      const partyKey = parties[party === 'owner' ? 0 : party + 1]
      if (partyKey !== undefined) root.set(amountKey(partyKey, key), kronor)
    }
    for (const [year, kronor] of Object.entries(years)) root.set(shareKey(Number(year), key), kronor)
  }
  for (const [year, kronor] of Object.entries(content.otherYears)) {
    root.set(shareKey(Number(year), otherRows), kronor)
  }
}
