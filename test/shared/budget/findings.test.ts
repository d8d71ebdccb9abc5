import { describe, expect, it } from 'vitest'
import type { Budget, BudgetLine } from '../../../shared/budget/Budget.ts'
import { countFindings } from '../../../shared/budget/findings.ts'
import { budgetOf, byYear, found, line, nothingTyped, party, ruled } from './budgets.ts'
import { real2016, real2019, real2024 } from './realBudgets.ts'

function changed(budget: Budget, key: string, change: Partial<BudgetLine>): Budget {
  return { ...budget, lines: budget.lines.map(row => (row.key === key ? { ...row, ...change } : row)) }
}

describe('the real budgets', () => {
  it('of 2024 adds up, but does not say what its Övrigt is', () => {
    expect(found(real2024, { distribution: 'required' })).toEqual([
      {
        rule: 'BV14',
        level: 'error',
        place: { line: 'other-10', field: 'specification' },
        reason: 'unspecified',
        kronor: 80_000,
      },
    ])
  })

  it('of 2016 has an Övrigt of 14 % that nothing explains, and no years', () => {
    const findings = found(real2016)
    expect(ruled(findings)).toEqual(['BV21 warning', 'BV14 error', 'BV14 warning'])
    expect(findings[2]).toMatchObject({ reason: 'large', kronor: 600_000, percent: expect.closeTo(14.29, 2) })
  })

  it('of 2019 is all Övrigt, and its one year is what the form says', () => {
    const typed = { total: null, years: byYear({ 2020: 1_050_000 }) }
    expect(ruled(found(real2019, { typed }))).toEqual(['BV14 warning'])
  })

  it('of 2019, where a party has asked for 200 000 that are gone from the budget and not from the form (BV9)', () => {
    const budget = changed(real2019, 'other-10', { amounts: new Map([['owner', 850_000]]) })
    const wrong = { rule: 'BV9', level: 'error', typed: 1_050_000, computed: 850_000 }
    expect(found(budget, { typed: { total: 1_050_000, years: new Map() } })).toContainEqual({
      ...wrong,
      place: null,
    })
    expect(found(budget, { typed: { total: null, years: byYear({ 2020: 1_050_000 }) } })).toEqual(
      expect.arrayContaining([
        { ...wrong, place: null },
        { ...wrong, place: { year: 2020 } },
      ]),
    )
  })

  it('of 2024, where 2026 of the first row says 970 000 (BV6, BV7: 63 000 too much)', () => {
    const years = new Map(real2024.lines[0]?.years).set(2026, 970_000)
    const findings = found(changed(real2024, 'salary-1', { years }))
    expect(findings).toContainEqual({
      rule: 'BV6',
      level: 'error',
      place: { line: 'salary-1' },
      total: 3_690_000,
      years: 3_753_000,
    })
    expect(findings).toContainEqual({
      rule: 'BV7',
      level: 'error',
      place: null,
      total: 10_256_000,
      years: 10_319_000,
    })
    expect(findings.filter(({ rule }) => rule === 'BV16').map(({ place }) => place)).toEqual([
      { line: 'salary-1', year: 2026 },
      { line: 'salary-1', year: 2027 },
    ])
  })
})

describe('an empty budget', () => {
  const rows = ['salary', 'premises', 'other', 'ownSalary'] as const
  const empty = budgetOf({
    parties: [party('owner', null), party('fk', 'NAMN', '')],
    lines: rows.map(block => line(`${block}-1`, { block, label: null })),
  })

  it('is told that it is empty, and nothing else (BV20)', () => {
    expect(found(empty, { distribution: 'required' })).toEqual([
      { rule: 'BV20', level: 'error', place: null, reason: 'total', typed: null },
    ])
  })

  it('is told what the form says none the less', () => {
    const typed = { total: 4_200_000, years: new Map() }
    expect(found(empty, { typed })).toMatchObject([{ rule: 'BV20', typed: 4_200_000 }])
  })

  it('is told that the period is missing, or ends before it begins', () => {
    expect(found({ ...empty, start: null })).toMatchObject([{ reason: 'total' }, { reason: 'period' }])
    expect(found({ ...empty, end: '2024-12-31' })).toMatchObject([{ reason: 'total' }, { reason: 'period' }])
  })
})

describe('BV1: an amount is whole kronor from 0', () => {
  it('in the column and in the year where it is not', () => {
    const salary = line('salary-1', { block: 'salary', amounts: { owner: -5, fk: 1.5 }, years: { 2025: -1 } })
    const findings = found(budgetOf({ lines: [salary, line('other-1', { kronor: 5000 })] }))
    expect(findings.filter(({ rule }) => rule === 'BV1')).toEqual([
      { rule: 'BV1', level: 'error', place: { line: 'salary-1', party: 'owner' }, kronor: -5 },
      { rule: 'BV1', level: 'error', place: { line: 'salary-1', party: 'fk' }, kronor: 1.5 },
      { rule: 'BV1', level: 'error', place: { line: 'salary-1', year: 2025 }, kronor: -1 },
    ])
  })
})

describe('BV6, BV7: the years make the amount', () => {
  const premises = line('premises-1', {
    block: 'premises',
    kronor: 20_000,
    years: { 2025: 10_000, 2026: 10_000 },
  })

  it('also of all other costs together, on their line', () => {
    const budget = budgetOf({
      lines: [premises, line('other-1', { kronor: 7000 })],
      otherYears: byYear({ 2025: 6000 }),
    })
    expect(found(budget)).toEqual([
      { rule: 'BV7', level: 'error', place: null, total: 27_000, years: 26_000 },
      { rule: 'BV6', level: 'error', place: { line: 'other' }, total: 7000, years: 6000 },
    ])
  })

  it('and of a row that has been forgotten while others are divided', () => {
    const salary = line('premises-2', { block: 'premises', kronor: 5000 })
    expect(found(budgetOf({ lines: [premises, salary] }))).toContainEqual({
      rule: 'BV6',
      level: 'error',
      place: { line: 'premises-2' },
      total: 5000,
      years: 0,
    })
  })

  it('and what is too little in one row and too much in another shows in both, though the whole adds up', () => {
    const lines = [
      line('premises-1', { block: 'premises', kronor: 20_000, years: { 2025: 21_000 } }),
      line('premises-2', { block: 'premises', kronor: 20_000, years: { 2025: 19_000 } }),
    ]
    expect(ruled(found(budgetOf({ lines })))).toEqual(['BV6 error', 'BV6 error'])
  })

  it('but own financing is not divided', () => {
    const own = line('own-other-1', { block: 'ownOther', kronor: 9000 })
    expect(found(budgetOf({ lines: [premises, own] }))).toEqual([])
  })
})

describe('BV11: a row lies inside the period', () => {
  const during = (from: string | null, to: string | null) =>
    found(
      budgetOf({
        lines: [line('other-1', { kronor: 5000, from, to })],
        start: '2025-02-01',
        end: '2025-11-30',
      }),
    )
  const fault = { rule: 'BV11', level: 'error' }

  it('and may be all of it, or of unknown length', () => {
    expect(during('2025-02-01', '2025-11-30')).toEqual([])
    expect(during('2025-02-01', null)).toEqual([])
    expect(during(null, '2025-11-30')).toEqual([])
  })

  it('but neither begins before it nor ends after it', () => {
    expect(during('2025-01-31', '2025-12-01')).toEqual([
      { ...fault, place: { line: 'other-1', field: 'from' }, reason: 'outside' },
      { ...fault, place: { line: 'other-1', field: 'to' }, reason: 'outside' },
    ])
    expect(during(null, '2025-01-31')).toHaveLength(1)
  })

  it('and does not end before it begins', () => {
    expect(during('2025-05-02', '2025-05-01')).toEqual([
      { ...fault, place: { line: 'other-1', field: 'to' }, reason: 'reversed' },
    ])
  })
})

describe('BV12: a salary with an amount says what, how much and when', () => {
  const salary = (given: Parameters<typeof line>[1]) =>
    found(
      budgetOf({
        lines: [line('salary-1', { block: 'salary', ...given })],
        start: '2025-01-01',
        end: '2025-12-31',
      }),
    )
  const whole = { percent: 100, from: '2025-01-01', to: '2025-12-31' }

  it('and is told all that it has not said', () => {
    expect(salary({ label: null, kronor: 700_000 })).toEqual([
      {
        rule: 'BV12',
        level: 'error',
        place: { line: 'salary-1', field: 'label' },
        missing: ['label', 'percent', 'period'],
      },
    ])
    expect(salary({ ...whole, to: null, kronor: 700_000 })).toMatchObject([
      { missing: ['period'], place: { field: 'to' } },
    ])
    expect(salary({ ...whole, percent: 0, kronor: 700_000 })).toMatchObject([{ missing: ['percent'] }])
    expect(salary({ ...whole, label: 'Kostnadsbeteckning', kronor: 700_000 })).toMatchObject([
      { missing: ['label'] },
    ])
  })

  it('and nothing when it has said it, or asks for nothing', () => {
    expect(salary({ ...whole, kronor: 700_000 })).toEqual([])
    expect(salary({ label: null })).toMatchObject([{ rule: 'BV20' }])
  })

  it('while a salary that a party pays itself has no period in the sheet', () => {
    const lines = [
      line('other-1', { kronor: 5000 }),
      line('own', { block: 'ownSalary', percent: 50, kronor: 5000 }),
    ]
    expect(found(budgetOf({ lines, end: '2025-12-31' }))).toEqual([])
  })
})

describe('BV13: years that the period does not touch have no amounts', () => {
  it('and a year left from a longer period is named with what it has', () => {
    const lines = [line('premises-1', { block: 'premises', kronor: 3000, years: { 2025: 1000, 2027: 2000 } })]
    expect(found(budgetOf({ lines, otherYears: byYear({ 2024: 0 }) }))).toEqual([
      { rule: 'BV13', level: 'error', place: { line: 'premises-1', year: 2027 }, kronor: 2000 },
    ])
  })
})

it('BV13 waits for a period to be outside of', () => {
  const lines = [line('premises-1', { block: 'premises', kronor: 3000, years: { 2025: 3000 } })]
  expect(ruled(found(budgetOf({ start: null, lines })))).toEqual(['BV20 error'])
})

describe('BV14: Övrigt is explained', () => {
  const other = (label: string | null, kronor: number, specification: string | null = null) =>
    found(
      budgetOf({
        end: '2025-12-31',
        lines: [line('resor', { kronor: 90_000 }), line('other-1', { label, kronor, specification })],
      }),
    )

  it('whatever it is called, or when it is called nothing', () => {
    for (const label of ['Övrigt', ' övriga kostnader ', null, 'Kostnadsbeteckning 2']) {
      expect(ruled(other(label, 5000)), `${label}`).toEqual(['BV14 error'])
    }
    expect(other('Övriga aktiviteter för deltagare', 5000)).toEqual([])
    expect(other('Övrigt', 5000, 'Porto')).toEqual([])
  })

  it('and thought about when it is more than a tenth of what is asked for', () => {
    expect(other('Övrigt', 10_000, 'Porto')).toEqual([])
    expect(ruled(other('Övrigt', 10_001, 'Porto'))).toEqual(['BV14 warning'])
  })

  it('but not so when it is what the parties pay themselves', () => {
    const own = line('own', { block: 'ownOther', label: 'Övrigt', kronor: 50_000, specification: 'Porto' })
    const lines = [line('resor', { kronor: 90_000 }), own]
    expect(found(budgetOf({ end: '2025-12-31', lines }))).toEqual([])
  })

  it('and two such rows are as much as one', () => {
    const specification = 'Porto'
    const rows = ['one', 'two'].map(key => line(key, { label: 'Övrigt', kronor: 6000, specification }))
    const lines = [line('resor', { kronor: 90_000 }), ...rows]
    expect(found(budgetOf({ end: '2025-12-31', lines }))).toMatchObject([
      { rule: 'BV14', reason: 'large', kronor: 12_000, place: { line: 'one' } },
    ])
  })
})

describe('BV15: a full-time year costs what people cost', () => {
  const salary = (kronor: number, given: Partial<BudgetLine> = {}) =>
    found(
      budgetOf({
        start: '2025-01-01',
        end: '2025-12-31',
        lines: [
          line('salary-1', {
            block: 'salary',
            percent: 50,
            from: '2025-01-01',
            to: '2025-06-30',
            kronor,
            ...given,
            amounts: {},
            years: {},
          }),
        ],
      }),
    )

  it('between 500 000 and 1 000 000 kr, both included', () => {
    expect(salary(125_000)).toEqual([])
    expect(salary(250_000)).toEqual([])
    const place = { line: 'salary-1' }
    expect(salary(124_000)).toEqual([{ rule: 'BV15', level: 'warning', place, kronorPerYear: 496_000 }])
    expect(salary(251_000)).toMatchObject([{ rule: 'BV15', kronorPerYear: 1_004_000 }])
  })

  it('which nobody can tell while the share or the time is missing', () => {
    expect(ruled(salary(124_000, { percent: null }))).toEqual(['BV12 error'])
    expect(ruled(salary(124_000, { to: null }))).toEqual(['BV12 error'])
  })
})

describe('BV16: a salary grows as salaries do', () => {
  const grown = (years: Readonly<Record<number, number>>, from = '2025-01-01', to = '2026-12-31') => {
    const kronor = Object.values(years).reduce((one, other) => one + other, 0)
    const row = line('salary-1', { block: 'salary', percent: 100, from, to, kronor, years })
    return found(budgetOf({ lines: [row] })).filter(({ rule }) => rule === 'BV16')
  }

  it('by 0 to 6 %, give or take the thousand that is rounded away', () => {
    expect(grown({ 2025: 700_000, 2026: 700_000 })).toEqual([])
    expect(grown({ 2025: 700_000, 2026: 743_000 })).toEqual([])
    expect(grown({ 2025: 700_000, 2026: 699_000 })).toEqual([])
    expect(grown({ 2025: 700_000, 2026: 749_000 })).toEqual([
      {
        rule: 'BV16',
        level: 'warning',
        place: { line: 'salary-1', year: 2026 },
        percent: expect.closeTo(7, 9),
      },
    ])
    expect(grown({ 2025: 700_000, 2026: 665_000 })).toMatchObject([{ percent: expect.closeTo(-5, 9) }])
  })

  it('month for month, so that half a year is not half a salary', () => {
    expect(grown({ 2025: 350_000, 2026: 720_000 }, '2025-07-01')).toEqual([])
    expect(grown({ 2025: 700_000, 2026: 720_000 }, '2025-07-01')).toMatchObject([
      { percent: expect.closeTo(-48.57, 2) },
    ])
  })
})

describe('BV18: every column has an organisation', () => {
  const of = (organisation: string | null) =>
    found(
      budgetOf({
        end: '2025-12-31',
        parties: [party('owner', 'Heby kommun'), party('fk', organisation)],
        lines: [line('resor', { kronor: 5000 })],
      }),
    )

  it('which is neither missing nor only holds the place of one', () => {
    for (const organisation of [null, 'NAMN', 'Delinsatsägare 3', '[Organisation]', '…', 'xxx']) {
      expect(of(organisation), `${organisation}`).toEqual([
        { rule: 'BV18', level: 'error', place: { party: 'fk' }, organisation },
      ])
    }
    expect(of('Region Uppsala')).toEqual([])
  })
})

describe('BV19: who asks for money says what for', () => {
  const of = (sought: string | null, block: BudgetLine['block'] = 'other') =>
    found(
      budgetOf({
        end: '2025-12-31',
        parties: [party('owner', 'Heby kommun', 'Resor'), party('fk', 'Försäkringskassan', sought)],
        lines: [line('resor', { kronor: 5000 }), line('möten', { block, amounts: { fk: 2000 } })],
      }),
    )

  it('where the form asks', () => {
    expect(of(' \n')).toEqual([{ rule: 'BV19', level: 'warning', place: { party: 'fk' }, kronor: 2000 }])
    expect(of('Möten')).toEqual([])
    expect(of(null)).toEqual([])
  })

  it('but not of what it pays itself', () => {
    expect(of('', 'ownOther')).toEqual([])
  })
})

describe('BV21: several years are divided', () => {
  const undivided = budgetOf({ lines: [line('resor', { kronor: 5000 })] })

  it('which the form of 2024 asks for, and the others would like', () => {
    const finding = { rule: 'BV21', place: null, years: 2 }
    expect(found(undivided, { distribution: 'required' })).toEqual([{ ...finding, level: 'error' }])
    expect(found(undivided)).toEqual([{ ...finding, level: 'warning' }])
  })

  it('and one year need not be', () => {
    expect(found({ ...undivided, end: '2025-12-31' }, { distribution: 'required' })).toEqual([])
  })
})

it('a row that nobody has written in says nothing', () => {
  const blocks = ['salary', 'premises', 'other', 'ownSalary', 'ownPremises', 'ownOther'] as const
  const unwritten = blocks.map(block => line(`${block}-9`, { block, label: null }))
  const lines = [line('resor', { kronor: 5000 }), ...unwritten]
  expect(found(budgetOf({ end: '2025-12-31', lines }))).toEqual([])
})

it('findings are counted by level', () => {
  expect(countFindings(found(real2016))).toEqual({ errors: 1, warnings: 2 })
  expect(countFindings(found(real2024, { typed: nothingTyped }))).toEqual({ errors: 1, warnings: 0 })
})
