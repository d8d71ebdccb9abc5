import { describe, expect, it } from 'vitest'
import { sheetOf, whereTo } from '../../../../client/budget/findings/whereTo.ts'
import type { Finding } from '../../../../shared/budget/Finding.ts'
import { rootsOf } from '../../../../shared/document/roots.ts'
import { form2024 } from '../../../../shared/form/forms/2024/form.ts'
import { forms } from '../../../../shared/form/forms.ts'

const years = [2025, 2026]
const at = (finding: Finding) => whereTo(finding, form2024, years)
const error = { level: 'error' } as const

describe('one goes from what is said', () => {
  it('to the very cell, and where that is not shown to the name of its row', () => {
    expect(
      at({ rule: 'BV1', ...error, place: { line: 'salary-1', party: 'owner' }, kronor: -1 }).fields,
    ).toEqual(['owner.salary-1', 'salary-1/label'])
    expect(
      at({ rule: 'BV12', ...error, place: { line: 'salary-1', field: 'percent' }, missing: ['percent'] }),
    ).toEqual({ section: 'budget', fields: ['salary-1/percent', 'salary-1/label'] })
  })

  it('to the years of a row, where they are what is wrong', () => {
    expect(
      at({ rule: 'BV6', ...error, place: { line: 'other' }, total: 1, years: 2 }).fields.slice(0, 2),
    ).toEqual(['2025:other', '2026:other'])
    expect(at({ rule: 'BV13', ...error, place: { line: 'salary-1', year: 2030 }, kronor: 1 }).fields[0]).toBe(
      '2030:salary-1',
    )
    expect(at({ rule: 'BV7', ...error, place: null, total: 1, years: 2 }).fields).toEqual([
      '2025:other',
      '2026:other',
    ])
  })

  it('to the party whose column it is', () => {
    expect(at({ rule: 'BV18', ...error, place: { party: 'owner' }, organisation: null })).toEqual({
      section: 'owner',
      fields: ['organisation'],
    })
    expect(at({ rule: 'BV19', level: 'warning', place: { party: 'fk' }, kronor: 1 })).toEqual({
      section: 'partners',
      fields: ['fk/resourcesSought'],
    })
  })

  it('to the period and the amount of the form', () => {
    expect(at({ rule: 'BV20', ...error, place: null, reason: 'period' })).toEqual({
      section: 'period',
      fields: ['start'],
    })
    expect(at({ rule: 'BV9', ...error, place: null, typed: 1, computed: 2 }).section).toBe('budgetAmount')
  })

  it('to sections that every form has', () => {
    const findings: readonly Finding[] = [
      { rule: 'BV18', ...error, place: { party: 'owner' }, organisation: null },
      { rule: 'BV18', ...error, place: { party: 'fk' }, organisation: null },
      { rule: 'BV20', ...error, place: null, reason: 'period' },
      { rule: 'BV9', ...error, place: null, typed: 1, computed: 2 },
      { rule: 'BV21', ...error, place: null, years: 2 },
    ]
    for (const form of forms) {
      for (const finding of findings) {
        expect(rootsOf(form).has(whereTo(finding, form, years).section), `${form.id} ${finding.rule}`).toBe(
          true,
        )
      }
    }
  })
})

it('what is wrong with a year shows in the sheet of the years, the rest in the detailed one', () => {
  expect(sheetOf({ rule: 'BV16', level: 'warning', place: { line: 'a', year: 2026 }, percent: 9 })).toBe(
    'years',
  )
  expect(sheetOf({ rule: 'BV6', ...error, place: { line: 'a' }, total: 1, years: 2 })).toBe('years')
  expect(sheetOf({ rule: 'BV15', level: 'warning', place: { line: 'a' }, kronorPerYear: 1 })).toBe('detailed')
})
