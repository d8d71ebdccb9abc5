import type * as Y from 'yjs'
import type { BudgetContent, BudgetLineContent } from '../document/filledForm.ts'
import { itemsIn } from '../document/items.ts'
import type { BudgetLine } from './Budget.ts'
import { type BudgetBlock, budgetBlocks } from './BudgetTemplate.ts'
import { otherRows, readAmountKey, readShareKey } from './budgetKeys.ts'

/** What the root of a budget says: its rows in the order of the sheet, and its one line of all other costs per year. */
export interface BudgetRows {
  readonly lines: readonly BudgetLine[]
  readonly otherYears: ReadonlyMap<number, number>
}

/** Reads the root of a budget. What is of another type is absent; rows whose block is not known are left out. */
export function budgetRows(root: Y.Map<unknown>, parties: readonly string[]): BudgetRows {
  const known = new Set(parties)
  const amounts = new Map<string, Map<string, number>>()
  const years = new Map<string, Map<number, number>>()
  for (const [key, value] of root) {
    if (typeof value !== 'number') continue
    const amount = readAmountKey(key)
    if (amount && known.has(amount.party)) inner(amounts, amount.line).set(amount.party, value)
    const share = readShareKey(key)
    if (share) inner(years, share.line).set(share.year, value)
  }
  const lines = itemsIn(root).flatMap(({ key, map }): BudgetLine[] => {
    const block = budgetBlocks.find(known => known === map.get('block'))
    if (!block) return []
    return [
      {
        key,
        block,
        label: text(map, 'label'),
        percent: number(map, 'percent'),
        from: text(map, 'from'),
        to: text(map, 'to'),
        specification: text(map, 'specification'),
        amounts: inner(amounts, key),
        years: inner(years, key),
      },
    ]
  })
  return { lines: lines.sort(byBlock), otherYears: inner(years, otherRows) }
}

/** The same as plain data without keys. `parties` are `owner` and the partners' item keys, in the order of the form. */
export function budgetContent(root: Y.Map<unknown>, parties: readonly string[]): BudgetContent {
  const { lines, otherYears } = budgetRows(root, parties)
  return {
    kind: 'budget',
    lines: lines.map(
      ({ key: _key, amounts, years, ...line }): BudgetLineContent => ({
        ...line,
        amounts: parties.flatMap((party, index) => {
          const kronor = amounts.get(party)
          return kronor === undefined ? [] : [{ party: index === 0 ? 'owner' : index - 1, kronor }]
        }),
        years: inYearOrder(years),
      }),
    ),
    otherYears: inYearOrder(otherYears),
  }
}

function inYearOrder(years: ReadonlyMap<number, number>): Record<number, number> {
  return Object.fromEntries([...years].sort(([one], [other]) => one - other))
}

function byBlock(one: BudgetLine, other: BudgetLine): number {
  return placeOf(one.block) - placeOf(other.block)
}

function placeOf(block: BudgetBlock): number {
  return budgetBlocks.indexOf(block)
}

function inner<Key, Value>(all: Map<string, Map<Key, Value>>, key: string): Map<Key, Value> {
  const known = all.get(key) ?? new Map<Key, Value>()
  all.set(key, known)
  return known
}

function text(map: Y.Map<unknown>, name: string): string | null {
  const value = map.get(name)
  return typeof value === 'string' && value !== '' ? value : null
}

function number(map: Y.Map<unknown>, name: string): number | null {
  const value = map.get(name)
  return typeof value === 'number' ? value : null
}
