import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { amountKey, shareKey } from '../../../../shared/budget/budgetKeys.ts'
import { unwrittenBudget } from '../../../../shared/budget/seedBudget.ts'
import type {
  BudgetContent,
  BudgetLineContent,
  FilledForm,
  PartyContent,
} from '../../../../shared/document/filledForm.ts'
import { itemsIn } from '../../../../shared/document/items.ts'
import { budget2024 } from '../../../../shared/form/forms/2024/budget.ts'
import { asRead, House } from './House.ts'

const party = (organisation: string): PartyContent => ({
  organisation,
  contacts: null,
  email: null,
  resourcesSought: '',
  resourcesContributed: `Det som ${organisation} bidrar med.`,
})

const line = (
  label: string | null,
  amounts: BudgetLineContent['amounts'],
  more: Partial<BudgetLineContent> = {},
): BudgetLineContent => ({
  block: 'salary',
  label,
  percent: null,
  from: null,
  to: null,
  specification: null,
  amounts,
  years: {},
  ...more,
})

const ofOwner = (kronor: number) => [{ party: 'owner', kronor } as const]

function sections(partners: readonly string[], ...lines: readonly BudgetLineContent[]) {
  return {
    partners: { kind: 'parties', role: 'partner', items: partners.map(party) } as const,
    budget: { kind: 'budget', lines, otherYears: {} } satisfies BudgetContent as BudgetContent,
  }
}

/** A house that says something, and the form to bring it back to. */
function houseOf(is: Partial<FilledForm['sections']>, was: Partial<FilledForm['sections']>) {
  const house = new House(asRead({ formId: '2024', sections: is as FilledForm['sections'] }).sections)
  return { house, target: asRead({ formId: '2024', sections: was as FilledForm['sections'] }) }
}

const rootOf = ({ doc }: House) => doc.getMap('budget')
const keysOf = (house: House) => itemsIn(rootOf(house)).map(({ key }) => key)

const leader = line('Processledare', ofOwner(3_690_000), { percent: 100, years: { 2025: 878_000 } })
const coach = line('Rehabcoach', ofOwner(2_958_000), { percent: 100 })
const travel = line('Resor', ofOwner(40_000), { block: 'other' })

describe('a budget that is brought back', () => {
  it('keeps the rows that are there still, with their keys, and writes only the figures that differ', () => {
    const raised = { ...leader, amounts: ofOwner(3_800_000), years: { 2025: 900_000, 2026: 1 } }
    const { house, target } = houseOf(
      sections([], raised, coach, travel),
      sections([], leader, coach, travel),
    )
    const keys = keysOf(house)
    const update = house.bringBack(target)
    expect([keysOf(house), house.read()]).toEqual([keys, target])
    expect(update?.length).toBeLessThan(100)
  })

  it('flags rows that were added since, whose amounts come back when their removal is undone', () => {
    const { house, target } = houseOf(sections([], leader, coach, travel), sections([], leader, travel))
    const [, second = ''] = keysOf(house)
    house.bringBack(target)
    expect(house.read()).toEqual(target)
    house.type(doc => (doc.getMap('budget').get(second) as Y.Map<unknown>).set('removed', false))
    const { budget } = house.read().sections
    expect(budget?.kind === 'budget' && budget.lines[1]).toEqual(coach)
  })

  it('has the rows that were removed since as what they were, and the figures of the version', () => {
    const { house, target } = houseOf(sections([], leader, coach), sections([], leader, coach))
    const keys = keysOf(house)
    house.type(doc => {
      const root = doc.getMap('budget')
      ;(root.get(keys[0] ?? '') as Y.Map<unknown>).set('removed', true)
      root.set(amountKey('owner', keys[0] ?? ''), 17)
      root.set(shareKey(2027, keys[0] ?? ''), 17)
    })
    house.bringBack(target)
    expect([keysOf(house), house.read()]).toEqual([keys, target])
  })

  it('does not make a row of one block a row of another, and leaves the order of the others alone', () => {
    const rent = line('Hyra', ofOwner(5), { block: 'premises' })
    const ownRent = line('Hyra', ofOwner(5), { block: 'ownPremises' })
    const { house, target } = houseOf(sections([], leader, ownRent), sections([], leader, rent))
    const [, own = ''] = keysOf(house)
    house.bringBack(target)
    expect(house.read()).toEqual(target)
    expect((rootOf(house).get(own) as Y.Map<unknown>).toJSON()).toMatchObject({
      block: 'ownPremises',
      removed: true,
    })
  })

  it('has its amounts in the columns of the parties as they were, by their keys', () => {
    const of = (...kronor: readonly number[]) => kronor.map((one, place) => ({ party: place, kronor: one }))
    const { house, target } = houseOf(
      sections(['Regionen', 'Arbetsförmedlingen'], line('Coach', of(1, 2))),
      sections(['Arbetsförmedlingen', 'Försäkringskassan', 'Regionen'], line('Coach', of(20, 30, 10))),
    )
    const partners = () => itemsIn(house.doc.getMap('partners')).map(({ key }) => key)
    const [region = '', employment = ''] = partners()
    house.bringBack(target)
    const [row = ''] = keysOf(house)
    const said = [employment, partners()[1] ?? '', region].map(key => rootOf(house).get(amountKey(key, row)))
    expect([house.read(), said]).toEqual([target, [20, 30, 10]])
  })

  it('leaves what partners had who are not in the version, for when they come back', () => {
    const { house, target } = houseOf(
      sections(['Regionen'], line('Coach', [{ party: 0, kronor: 7 }])),
      sections([], line('Coach', ofOwner(1))),
    )
    const [region = ''] = itemsIn(house.doc.getMap('partners')).map(({ key }) => key)
    house.bringBack(target)
    const [row = ''] = keysOf(house)
    expect([house.read(), rootOf(house).get(amountKey(region, row))]).toEqual([target, 7])
  })

  it('is left alone by a version that was made before there was one', () => {
    const { house, target } = houseOf(sections([], leader, coach), sections([], leader))
    const { budget: _, ...rest } = target.sections
    house.bringBack({ ...target, sections: rest })
    expect(house.read().sections.budget).toEqual(sections([], leader, coach).budget)
  })

  it('says again that nobody has written in it', () => {
    const { house, target } = houseOf(sections([], leader), {
      budget: unwrittenBudget(budget2024),
    })
    house.bringBack(target)
    expect(house.read()).toEqual(target)
  })
})
