import { describe, expect, it } from 'vitest'
import { filePartyKey } from '../../../../client/budget/exchange/fileBudget.ts'
import { type ImportMode, planImport } from '../../../../client/budget/exchange/planImport.ts'
import type { Budget } from '../../../../shared/budget/Budget.ts'
import { budget2024 } from '../../../../shared/form/forms/2024/budget.ts'
import type { ReadWorkbook } from '../../../../shared/http/budget.ts'
import { byYear, line, party } from '../../../shared/budget/budgets.ts'
import { inKronor, workbook, yearsOf } from './builders.ts'

const empty: Budget = {
  ...{ start: '2025-01-01', end: '2026-12-31' },
  parties: [party('owner', 'Heby kommun'), party('af', 'Arbetsförmedlingen')],
  lines: [
    line('salary-1', { block: 'salary', label: null }),
    line('salary-2', { block: 'salary', label: null }),
    line('other-7', { label: 'Resor' }),
    line('other-10', { label: 'Övrigt' }),
  ],
  otherYears: new Map(),
}

/** A budget with these rows instead. */
const withLines = (...lines: Budget['lines']): Budget => ({ ...empty, lines })

interface Wish {
  readonly now?: Budget
  readonly mode?: ImportMode
  /** By the place of the column in the file. */
  readonly parties?: readonly (string | null)[]
  readonly mayWrite?: (key: string) => boolean
}

function plan(
  read: ReadWorkbook,
  { now = empty, mode = 'replace', parties = ['owner', 'af'], mayWrite }: Wish = {},
) {
  const chosen = new Map(
    parties.flatMap((key, place) => (key === null ? [] : [[filePartyKey(place), key] as const])),
  )
  const made = planImport({
    ...{ now, mode, template: budget2024, file: inKronor(read), parties: chosen },
    mayWrite: mayWrite ?? (() => true),
  })
  return {
    ...made,
    writes: Object.fromEntries(made.writes.map(({ path, value }) => [path, value])),
    rows: made.rows.map(row => ({
      ...{ block: row.block, label: row.label },
      writes: Object.fromEntries(row.writes('k').map(({ path, value }) => [path, value])),
    })),
  }
}

const names = ['Heby kommun', 'AF']

describe('a file that is read in to an empty budget', () => {
  it('goes into the rows of its names, and into those without a name', () => {
    const read = workbook(names, [
      {
        block: 'salary',
        label: 'Coach',
        percent: 100,
        from: '2025-01-01',
        amounts: [700, 50],
        years: { 2025: 300 },
      },
      { label: 'resor', amounts: [0, 40] },
    ])
    expect(plan(read).writes).toEqual({
      ...{ 'salary-1/label': 'Coach', 'salary-1/percent': 100, 'salary-1/from': '2025-01-01' },
      ...{ 'owner.salary-1': 700, 'af.salary-1': 50, '2025:salary-1': 300 },
      ...{ 'other-7/label': 'resor', 'af.other-7': 40 },
    })
  })

  it('brings new rows where there are none for it', () => {
    const read = workbook(names, [
      { label: 'Övrigt', amounts: [850] },
      { label: 'Övrigt', amounts: [0, 200] },
    ])
    const { writes, rows } = plan(read)
    expect(writes).toEqual({ 'owner.other-10': 850 })
    expect(rows).toEqual([{ block: 'other', label: 'Övrigt', writes: { 'k/label': 'Övrigt', 'af.k': 200 } }])
  })

  it('leaves columns out that are not to be read in', () => {
    const read = workbook(names, [{ label: 'Resor', amounts: [1, 2] }])
    expect(plan(read, { parties: [null, 'owner'] }).writes).toEqual({ 'owner.other-7': 2 })
  })
})

describe('a file that replaces what is there', () => {
  const now = withLines(
    line('salary-1', { block: 'salary', label: 'Gammal coach', percent: 50, amounts: { owner: 9, af: 8 } }),
    line('other-7', { label: 'Resor', kronor: 70, specification: 'Buss' }),
    line('other-8', { label: 'Tolk', kronor: 5, years: {} }),
    line('own-row', { label: 'Egen rad', kronor: 6 }),
  )

  it('empties rows of the template, and removes those that people have named', () => {
    const read = workbook(names, [{ label: 'Resor', amounts: [71] }])
    expect(plan(read, { now }).writes).toEqual({
      ...{ 'salary-1/removed': true, 'own-row/removed': true },
      ...{ 'owner.other-7': 71, 'owner.other-8': null },
    })
  })

  it('leaves what parties have that are not read in', () => {
    const read = workbook(['Heby kommun'], [{ label: 'Resor', amounts: [71] }])
    expect(plan(read, { now, parties: ['owner'] }).writes).toMatchObject({ 'owner.salary-1': null })
    expect(Object.keys(plan(read, { now, parties: ['owner'] }).writes)).not.toContain('salary-1/removed')
    expect(Object.keys(plan(read, { now, parties: ['owner'] }).writes)).not.toContain('af.salary-1')
  })

  it('leaves the years where it says none, and replaces them all where it does', () => {
    const spread = {
      ...withLines(
        line('salary-1', { block: 'salary', label: 'Coach', kronor: 9, years: { 2025: 4, 2026: 5 } }),
      ),
      otherYears: byYear({ 2025: 1 }),
    }
    const without = workbook(names, [{ block: 'salary', label: 'Coach', amounts: [10] }])
    expect(plan(without, { now: spread }).writes).toEqual({ 'owner.salary-1': 10 })
    const given = workbook(names, [{ block: 'salary', label: 'Coach', amounts: [10], years: { 2025: 10 } }], {
      otherYears: yearsOf({ 2026: 3 }),
    })
    expect(plan(given, { now: spread }).writes).toEqual({
      ...{ 'owner.salary-1': 10, '2025:salary-1': 10, '2026:salary-1': null },
      ...{ '2026:other': 3, '2025:other': null },
    })
  })

  it('writes nothing where the budget is as it says', () => {
    const read = workbook(names, [{ label: 'Resor', amounts: [70] }])
    const same = withLines(line('other-7', { label: 'Resor', kronor: 70 }))
    expect(plan(read, { now: same })).toMatchObject({ writes: {}, rows: [] })
  })
})

describe('a file that is added', () => {
  it('leaves every row that somebody has written in', () => {
    const now = {
      ...withLines(
        line('salary-1', { block: 'salary', label: 'Coach', kronor: 9 }),
        line('salary-2', { block: 'salary', label: null }),
        line('other-7', { label: 'Resor', kronor: 70 }),
      ),
      otherYears: byYear({ 2025: 70 }),
    }
    const read = workbook(
      names,
      [
        { block: 'salary', label: 'Coach', amounts: [5] },
        { label: 'Resor', amounts: [30] },
      ],
      { otherYears: yearsOf({ 2025: 30 }) },
    )
    const { writes, rows } = plan(read, { now, mode: 'add' })
    expect(writes).toEqual({ 'salary-2/label': 'Coach', 'owner.salary-2': 5, '2025:other': 100 })
    expect(rows).toEqual([{ block: 'other', label: 'Resor', writes: { 'k/label': 'Resor', 'owner.k': 30 } }])
  })
})

describe('somebody who is limited to her column', () => {
  const mayWrite = (key: string) => key.startsWith('af.')

  it('gets that, in the rows that are there, and is told of the rest', () => {
    const read = workbook(names, [
      { label: 'Resor', amounts: [70, 7] },
      { label: 'Ny rad', amounts: [1, 1] },
      { block: 'premises', label: 'Hyra', amounts: [2] },
    ])
    expect(plan(read, { mayWrite })).toMatchObject({
      ...{ writes: { 'af.other-7': 7 }, rows: [], rowsNotMine: 2, valuesNotMine: 1 },
    })
  })
})
