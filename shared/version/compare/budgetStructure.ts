import { budgetBlocks } from '../../budget/BudgetTemplate.ts'
import type { BudgetAmountContent, BudgetContent, BudgetLineContent } from '../../document/filledForm.ts'
import type { ItemContent } from './comparison.ts'

/** Stands as the block of the item that holds what the block `other` costs per year. */
export const otherYears = 'otherYears'

const amountName = /^amount:(owner|\d+)$/
const goneAmountName = /^amount:gone:(\d+)$/
const yearName = /^year:(\d{4})$/

/** A budget as items: a row each, with a field for every amount and year, and last what all other costs are per year. */
export function itemsOfBudget(budget: BudgetContent): ItemContent[] {
  const lines = budget.lines.map(({ amounts, years, ...line }) => ({
    ...line,
    ...Object.fromEntries(amounts.map(({ party, kronor }) => [`amount:${party}`, kronor])),
    ...yearFields(years),
  }))
  const others = yearFields(budget.otherYears)
  return Object.keys(others).length === 0 ? lines : [...lines, { block: otherYears, ...others }]
}

/** The way back. */
export function budgetOfItems(items: readonly ItemContent[]): BudgetContent {
  const others = items.find(item => item.block === otherYears)
  return {
    kind: 'budget',
    lines: items.flatMap(lineOf),
    otherYears: others ? yearsIn(others) : {},
  }
}

/** Whose amount a field is; null when it is none. */
export function partyOfField(name: string): 'owner' | number | null {
  const party = amountName.exec(name)?.[1]
  if (party === undefined) return null
  return party === 'owner' ? 'owner' : Number(party)
}

/** The place that a partner had, whose amount a field is and who is not in the newer form; null when it is no such. */
export function gonePartyOfField(name: string): number | null {
  const place = goneAmountName.exec(name)?.[1]
  return place === undefined ? null : Number(place)
}

/**
 * The items of an older budget, with each amount named by the place that its party has in the newer form: `partnerNow`
 * gives it, null where the partner is not there any more.
 */
export function withPartnersNow(
  items: readonly ItemContent[],
  partnerNow: (place: number) => number | null,
): ItemContent[] {
  const nameNow = (name: string) => {
    const party = partyOfField(name)
    if (party === null || party === 'owner') return name
    return `amount:${partnerNow(party) ?? `gone:${party}`}`
  }
  return items.map(item =>
    Object.fromEntries(Object.entries(item).map(([name, value]) => [nameNow(name), value])),
  )
}

/** Where a field of a row stands among the others: what the row is, its amounts in the order of the form, its years. */
export function rankOfField(name: string): number {
  const party = partyOfField(name)
  if (party !== null) return party === 'owner' ? 1 : 2 + party
  const gone = gonePartyOfField(name)
  if (gone !== null) return 1e6 + gone
  const year = yearOfField(name)
  return year === null ? 0 : 1e9 + year
}

/** Which year's share a field is; null when it is none. */
export function yearOfField(name: string): number | null {
  const year = yearName.exec(name)?.[1]
  return year === undefined ? null : Number(year)
}

function lineOf(item: ItemContent): BudgetLineContent[] {
  const block = budgetBlocks.find(known => known === item.block)
  if (!block) return []
  return [
    {
      block,
      label: text(item.label),
      percent: typeof item.percent === 'number' ? item.percent : null,
      from: text(item.from),
      to: text(item.to),
      specification: text(item.specification),
      amounts: Object.entries(item)
        .toSorted(([one], [other]) => rankOfField(one) - rankOfField(other))
        .flatMap(([name, kronor]): BudgetAmountContent[] => {
          const party = partyOfField(name)
          return party !== null && typeof kronor === 'number' ? [{ party, kronor }] : []
        }),
      years: yearsIn(item),
    },
  ]
}

function yearFields(years: Readonly<Record<number, number>>): ItemContent {
  return Object.fromEntries(Object.entries(years).map(([year, kronor]) => [`year:${year}`, kronor]))
}

function yearsIn(item: ItemContent): Record<number, number> {
  return Object.fromEntries(
    Object.entries(item).flatMap(([name, kronor]) => {
      const year = yearOfField(name)
      return year !== null && typeof kronor === 'number' ? [[year, kronor] as const] : []
    }),
  )
}

function text(value: ItemContent[string] | undefined): string | null {
  return typeof value === 'string' ? value : null
}
