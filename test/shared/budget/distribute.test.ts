import { describe, expect, it } from 'vitest'
import { type Distribution, distribute } from '../../../shared/budget/distribute.ts'
import { seeded } from '../form/seeded.ts'
import { real2024 } from './realBudgets.ts'

const fourYears = { from: '2025-01-01', to: '2028-12-31' }

function divided(total: number, how: Distribution, days = fourYears): readonly number[] {
  return [...distribute(total, days, how).values()]
}

describe('an amount is divided over the years', () => {
  it('with 3.3 % more each year, to the very figures of the application of 2024', () => {
    const salaries = real2024.lines.filter(line => line.block === 'salary')
    expect(salaries).toHaveLength(3)
    for (const { amounts, years } of salaries) {
      const ours = distribute(amounts.get('owner') ?? 0, fourYears, { by: 'increase', percent: 3.3 })
      expect([...ours.keys()]).toEqual([...years.keys()])
      for (const [year, kronor] of years) {
        expect(Math.abs((ours.get(year) ?? 0) - kronor)).toBeLessThanOrEqual(1000)
      }
    }
    expect(divided(3_690_000, { by: 'increase', percent: 3.3 })).toEqual([878_000, 907_000, 937_000, 968_000])
  })

  it('evenly, and what is left over goes to the last', () => {
    expect(divided(524_000, { by: 'even' })).toEqual([131_000, 131_000, 131_000, 131_000])
    expect(divided(526_000, { by: 'even' })).toEqual([131_000, 131_000, 132_000, 132_000])
    expect(divided(1_000_001, { by: 'even' }, { from: '2025-01-01', to: '2027-12-31' })).toEqual([
      333_000, 333_000, 334_001,
    ])
  })

  it('evenly also where a year is short', () => {
    expect(divided(400_000, { by: 'even' }, { from: '2025-12-01', to: '2026-12-31' })).toEqual([
      200_000, 200_000,
    ])
  })

  it('by the months of each year', () => {
    const days = { from: '2025-07-01', to: '2027-03-31' }
    expect(divided(2_100_000, { by: 'months' }, days)).toEqual([600_000, 1_200_000, 300_000])
  })

  it('by months and with an increase: half a year costs half of what the year would', () => {
    const days = { from: '2025-07-01', to: '2026-12-31' }
    expect(divided(1_600_000, { by: 'increase', percent: 10 }, days)).toEqual([500_000, 1_100_000])
  })

  it('with less each year, where that is what is meant', () => {
    expect(
      divided(300_000, { by: 'increase', percent: -50 }, { from: '2025-01-01', to: '2026-12-31' }),
    ).toEqual([200_000, 100_000])
  })

  it('and a single year gets it all', () => {
    expect(divided(123_456, { by: 'months' }, { from: '2025-03-01', to: '2025-03-31' })).toEqual([123_456])
  })

  it('but not over days that are the wrong way round, nor with less than nothing left', () => {
    expect(divided(100_000, { by: 'even' }, { from: '2025-03-02', to: '2025-03-01' })).toEqual([])
    expect(() => divided(100_000, { by: 'increase', percent: -100 })).toThrow(RangeError)
    expect(() => divided(100_000, { by: 'increase', percent: Number.NaN })).toThrow(RangeError)
  })
})

describe('whatever is divided, seed 20261122', () => {
  const random = seeded(20_261_122)
  const cases = Array.from({ length: 4000 }, () => {
    const first = random.between(2018, 2035)
    const days = {
      from: `${first}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`,
      to: `${first + random.between(1, 6)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`,
    }
    const percent = random.between(-200, 1500) / 10
    const total = random.pick([
      random.between(0, 5000),
      random.between(0, 20_000) * 1000,
      random.between(0, 999_999_999) * 1000 + random.between(0, 999),
    ])
    return { days, percent, total, how: random.pick(['even', 'months', 'increase'] as const) }
  })

  it('adds up to the krona, is nowhere below nothing, and in thousands but for the last year', () => {
    for (const { days, percent, total, how } of cases) {
      const years = divided(total, how === 'increase' ? { by: how, percent } : { by: how }, days)
      const of = JSON.stringify({ days, percent, total, how, years })
      expect(
        years.reduce((one, other) => one + other, 0),
        of,
      ).toBe(total)
      expect(
        years.every(kronor => Number.isInteger(kronor) && kronor >= 0),
        of,
      ).toBe(true)
      expect(
        years.slice(0, -1).every(kronor => kronor % 1000 === 0),
        of,
      ).toBe(true)
    }
  })

  it('never falls from one year to the next where it is even, or grows over whole years', () => {
    for (const { days, percent, total, how } of cases) {
      const whole = { from: `${days.from.slice(0, 4)}-01-01`, to: `${days.to.slice(0, 4)}-12-31` }
      const years = divided(
        total,
        how === 'increase' ? { by: how, percent: Math.abs(percent) } : { by: how },
        whole,
      )
      expect(
        [...years].sort((one, other) => one - other),
        JSON.stringify({ whole, percent, total, how }),
      ).toEqual(years)
    }
  })

  it('is for every year within a thousand of its exact share, the last also has what is beside thousands', () => {
    for (const { days, total } of cases) {
      const years = divided(total, { by: 'even' }, days)
      for (const kronor of years) expect(Math.abs(kronor - total / years.length)).toBeLessThan(2000)
    }
  })
})

function two(number: number): string {
  return String(number).padStart(2, '0')
}
