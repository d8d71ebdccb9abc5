import { describe, expect, it } from 'vitest'
import { isOvertaken, leaveField, typeInto } from '../../../client/form/fields/draft.ts'
import {
  amountFormat,
  dayFormat,
  fuzzyDateFormat,
  headcountFormat,
  lineFormat,
} from '../../../client/form/fields/format.ts'
import { form as english } from '../../../client/text/en/form.ts'
import { form as swedish } from '../../../client/text/sv/form.ts'

describe('what is typed into a field', () => {
  it('is a line without line breaks, and refused whole when it is too long', () => {
    expect(lineFormat(20).read('  Plattform\nför stöd ')).toEqual({ value: 'Plattform för stöd' })
    expect(lineFormat(20).read(' ')).toEqual({ value: null })
    expect(lineFormat(5).read('sexton')).toEqual({ refused: { kind: 'tooLong', max: 5, length: 6 } })
  })

  it('is a day in the spellings of officials, and refused when the calendar has none', () => {
    expect(dayFormat.read('250101')).toEqual({ value: '2025-01-01' })
    expect(dayFormat.read('2025-02-30')).toEqual({ refused: { kind: 'notADay' } })
    expect(dayFormat.read('')).toEqual({ value: null })
  })

  it('is a date as exact as its writer, shown in her language and read back', () => {
    const format = fuzzyDateFormat('sv')
    expect(format.read('hösten 2028')).toEqual({ value: '2028-autumn' })
    expect(format.show('2028-autumn')).toBe('hösten 2028')
    expect(format.read('snart')).toEqual({ refused: { kind: 'notADate' } })
  })

  it('is a number of persons, and no range', () => {
    const format = headcountFormat(1_000_000)
    expect(format.read('1 200')).toEqual({ value: 1200 })
    expect(format.read('50–70')).toEqual({ refused: { kind: 'range' } })
    expect(format.read('många')).toEqual({ refused: { kind: 'notAHeadcount' } })
    expect(format.read('1000001')).toEqual({ refused: { kind: 'tooLarge', max: 1_000_000 } })
    expect(format.show(0)).toBe('0')
  })

  it('shows nothing for a value of another kind, whoever wrote it', () => {
    for (const format of [dayFormat, lineFormat(10), fuzzyDateFormat('sv')]) expect(format.show(7)).toBe('')
    expect(amountFormat.show('7')).toBe('')
  })
})

describe('leaving a field', () => {
  it('writes what was typed, and says so where it was reckoned out', () => {
    const draft = typeInto(null, '1 540,4 tkr', null)
    expect(leaveField(draft, null, amountFormat)).toEqual({
      kind: 'write',
      value: 1_540_400,
      converted: true,
    })
  })

  it('writes nothing when nothing was typed, or the same value', () => {
    expect(leaveField(null, 5, amountFormat)).toEqual({ kind: 'nothing' })
    expect(leaveField(typeInto(null, '40 000 kr', 40_000), 40_000, amountFormat)).toEqual({ kind: 'nothing' })
  })

  it('empties the field when all is deleted', () => {
    expect(leaveField(typeInto(null, '', 40_000), 40_000, amountFormat)).toMatchObject({
      kind: 'write',
      value: null,
    })
  })

  it('keeps in view what is refused, with the reason, until it is typed in again', () => {
    const leaving = leaveField(typeInto(null, 'mycket', null), null, amountFormat)
    expect(leaving).toEqual({
      kind: 'stay',
      draft: { text: 'mycket', startedFrom: null, refused: { kind: 'notAnAmount' } },
    })
    expect(leaving.kind === 'stay' && typeInto(leaving.draft, 'mycket ', null).refused).toBeNull()
  })

  it('does not write the old value over what somebody else wrote meanwhile', () => {
    const draft = typeInto(typeInto(null, '40 0', 40_000), '40 000', 40_000)
    expect(isOvertaken(draft, 45_000)).toBe(true)
    expect(leaveField(draft, 45_000, amountFormat)).toEqual({ kind: 'nothing' })
  })

  it('writes a new value over what somebody else wrote meanwhile', () => {
    const draft = typeInto(null, '50 000', 40_000)
    expect(leaveField(draft, 45_000, amountFormat)).toMatchObject({ kind: 'write', value: 50_000 })
    expect(isOvertaken(typeInto(draft, '50 001', 45_000), 45_000)).toBe(true)
  })
})

describe('the words of a refusal', () => {
  it('say in both languages that it is not saved, or what to do', () => {
    const refusals = ['mycket', '-5', '1,55', '10.256', '1 540,4', '9999999999999'].map(typed =>
      amountFormat.read(typed),
    )
    for (const reading of refusals) {
      if (!('refused' in reading)) throw new Error('all are refused')
      expect(swedish.refusal(reading.refused)).toMatch(/sparats/)
      expect(english.refusal(reading.refused)).toMatch(/not been saved/)
    }
  })
})
