import { describe, expect, it } from 'vitest'
import { amountKey, otherRows, shareKey } from '../../../shared/budget/budgetKeys.ts'
import { type SectionClosing, writableKeys } from '../../../shared/people/closedSection.ts'
import type { Standing } from '../../../shared/people/may.ts'
import { type Role, roles } from '../../../shared/people/role.ts'

const as = (role: Role): Standing => ({ role, state: 'draft', adviceIsOpen: false, textIsOpen: false })
const writers: readonly Role[] = ['partyEditor', 'partyLead']

const limited: SectionClosing = {
  is: 'columns',
  limited: [
    { partyId: 'fk', column: 'k1' },
    { partyId: 'af', column: null },
    { partyId: 'heby', column: 'owner' },
  ],
}

/** Keys of every kind that a budget has, and some that are nearly one of them. */
const keys = {
  mine: [amountKey('k1', 'salary-1'), amountKey('k1', 'own-other-3'), amountKey('k1', '2025')],
  owners: [amountKey('owner', 'salary-1')],
  others: [amountKey('k2', 'salary-1'), amountKey('k11', 'salary-1')],
  rows: ['salary-1', 'k1', '7f3a90'],
  years: [shareKey(2025, 'salary-1'), shareKey(2099, otherRows), shareKey(2025, 'k1')],
  nearly: ['k1.', '.k1', 'k1.salary.1', 'k1/salary-1', 'K1.salary-1', 'k1.salary-1 ', 'constructor', ''],
}

/** The kinds of keys that somebody may write all of; throws where she may write some of a kind. */
function kindsFor(role: Role, partyId: string, closing: SectionClosing | undefined): string[] {
  const mine = writableKeys(as(role), partyId, closing)
  return Object.entries(keys).flatMap(([kind, those]) => {
    const may = new Set(those.map(key => mine === 'all' || mine(key)))
    if (may.size > 1) throw new Error(`Only some of ${kind}`)
    return may.has(true) ? [kind] : []
  })
}

const all = Object.keys(keys)

describe('what somebody may write in a section that she writes in', () => {
  it.each(writers)('is everything for a %s while nobody is limited to a column', role => {
    for (const closing of [
      undefined,
      { is: 'party', partyId: 'fk' },
      { is: 'columns', limited: [] },
    ] as const)
      expect(kindsFor(role, 'fk', closing)).toEqual(all)
  })

  it('is everything for whoever is responsible, though her party is limited', () => {
    expect(writableKeys(as('ownerEditor'), 'heby', limited)).toBe('all')
    expect(writableKeys(as('ownerEditor'), 'fk', limited)).toBe('all')
  })

  it.each(writers)('is the amounts of her column for a %s whose party is limited, and nothing else', role => {
    expect(kindsFor(role, 'fk', limited)).toEqual(['mine'])
    expect(kindsFor(role, 'heby', limited)).toEqual(['owners'])
  })

  it.each(writers)('is nothing for a %s whose party has no column', role => {
    expect(kindsFor(role, 'af', limited)).toEqual([])
  })

  it.each(writers)('is all but the years, for a %s of a party that is not limited while others are', role => {
    expect(kindsFor(role, 'region', limited)).toEqual(all.filter(kind => kind !== 'years'))
  })

  it('is never more for any role than for whoever is responsible, nor more when one is limited', () => {
    for (const role of roles)
      for (const partyId of ['fk', 'af', 'heby', 'region'])
        expect(kindsFor(role, partyId, undefined)).toEqual(
          expect.arrayContaining(kindsFor(role, partyId, limited)),
        )
  })
})
