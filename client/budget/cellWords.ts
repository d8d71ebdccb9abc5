import { type BudgetLabels, budgetBlocks } from '../../shared/budget/BudgetTemplate.ts'
import type { Text } from '../text/text.ts'

/** What a row of the budget is called where it stands by itself: its label, and the block that it is in. */
export function rowWords({ budget }: Text, label: string | null, block: unknown): string {
  const known = budgetBlocks.find(one => one === block)
  const name = label === null || label === '' ? budget.unnamedRow : label
  return known ? budget.rowName(name, budget.blockWords[known]) : name
}

/** What a column is called: its organisation, or its role while there is none. `place` of a partner is from 0. */
export function columnWords(
  labels: BudgetLabels,
  place: 'owner' | number,
  organisation: string | null,
): string {
  if (organisation !== null && organisation !== '') return organisation
  return place === 'owner' ? labels.owner : labels.partner.replace('{number}', String(place + 1))
}

/** What a field of a row is called, which is no amount: `percent`. Empty for what is no such field. */
export function rowFieldWords({ budget }: Text, labels: BudgetLabels, name: string): string {
  const words: Readonly<Record<string, string>> = {
    label: budget.costType,
    percent: labels.percent,
    from: budget.lineFrom,
    to: budget.lineTo,
    specification: budget.specification,
  }
  return words[name] ?? ''
}

/** `100 %` */
export function percentWords(percent: number): string {
  return `${percent}\u00a0%`
}
