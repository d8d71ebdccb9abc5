import { describe, expect, it } from 'vitest'
import { kronorOf } from '../../../../client/budget/exchange/kronorOf.ts'
import { checkPrintedSums } from '../../../../shared/budget/printedSums.ts'
import { sumsOf } from '../../../../shared/budget/sums.ts'
import { inKronor, workbook, yearsOf } from './builders.ts'

describe('an amount of a file', () => {
  it.each([
    [1_540.4, 'tkr', 1_540_400],
    [0.1 + 0.2, 'tkr', 300],
    [3_690_000, 'kr', 3_690_000],
    [3_690, 'tkr', 3_690_000],
  ] as const)('%d in %s is %d kronor', (value, unit, kronor) => {
    expect(kronorOf(value, unit)).toEqual({ kronor })
  })

  it.each([
    [-1, 'kr', 'negative'],
    [-0.4, 'kr', 'negative'],
    [1_540.4, 'kr', 'fraction'],
    [1_540.4001, 'tkr', 'fraction'],
    [1e12, 'kr', 'tooLarge'],
    [1e10, 'tkr', 'tooLarge'],
  ] as const)('%d in %s is not taken: %s', (value, unit, why) => {
    expect(kronorOf(value, unit)).toEqual({ why })
  })
})

describe('the budget of a file', () => {
  it('is in the unit that is chosen, and says what it does not take in that unit', () => {
    const read = workbook(
      ['Heby kommun'],
      [
        { label: 'Resor', amounts: [40.5] },
        { label: 'Tolk', amounts: [-3] },
      ],
    )
    expect(sumsOf(inKronor(read, 'tkr').budget).sought.total).toBe(40_500)
    expect(inKronor(read, 'tkr').untaken).toEqual([
      { why: 'negative', value: -3, sheet: 'Budget', cell: 'E10' },
    ])
    expect(inKronor(read, 'kr').untaken.map(({ why }) => why)).toEqual(['fraction', 'negative'])
  })

  it('has its years in a unit of their own where they are', () => {
    const read = workbook(
      ['Heby kommun'],
      [{ block: 'salary', label: 'Coach', amounts: [1_200_000], years: { 2025: 1_200 } }],
      {
        yearsUnit: 'tkr',
        otherYears: yearsOf({ 2025: 40 }),
      },
    )
    const { budget } = inKronor(read)
    expect(budget.lines[0]?.years).toEqual(new Map([[2025, 1_200_000]]))
    expect(budget.otherYears).toEqual(new Map([[2025, 40_000]]))
  })

  it('is compared with the sums that the file prints', () => {
    const printed = (of: object, value: number, party: number | null = null) =>
      ({ sheet: 'Budget', cell: 'I9', party, value, of }) as never
    const read = workbook(['Heby kommun', 'AF'], [{ label: 'Resor', amounts: [40, 2] }], {
      unit: 'tkr',
      printed: [
        printed({ is: 'line', line: 0 }, 42),
        printed({ is: 'block', block: 'other' }, 40, 0),
        printed({ is: 'sought' }, 43),
        printed({ is: 'summary', column: 'sought' }, 3, 1),
      ],
    })
    const file = inKronor(read, 'tkr')
    expect(checkPrintedSums(file.budget, file.printed)).toEqual([
      expect.objectContaining({ rule: 'BV4', printed: 43_000, computed: 42_000 }),
      expect.objectContaining({ rule: 'BV8', place: { party: 'party-1' }, printed: 3_000, computed: 2_000 }),
    ])
  })
})
