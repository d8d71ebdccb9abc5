import { describe, expect, it } from 'vitest'
import { formatKronor, groupDigits, readAmount } from '../../../client/form/amount.ts'
import { rootShape } from '../../../shared/document/roots.ts'
import { fitsShape } from '../../../shared/document/value.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'

describe('an amount as officials write it', () => {
  it.each([
    ['10256000', 10_256_000],
    ['10 256 000', 10_256_000],
    ['10\u202f256\u00a0000 kr', 10_256_000],
    ['10 256 000 kronor', 10_256_000],
    ['10.256.000:-', 10_256_000],
    ['10,256,000', 10_256_000],
    ['10.256.000,00 kr', 10_256_000],
    ['10 256 000,00', 10_256_000],
    ['1 050 000 SEK', 1_050_000],
    ['50 000,-', 50_000],
    ['0', 0],
    ['', null],
    ['  ', null],
  ])('%s is whole kronor', (typed, kronor) => {
    expect(readAmount(typed)).toEqual({ kronor, converted: false })
  })

  it.each([
    ['1 540,4 tkr', 1_540_400],
    ['1540,4tkr', 1_540_400],
    ['524 tkr', 524_000],
    ['524 tusen kronor', 524_000],
    ['10,3 mkr', 10_300_000],
    ['10,256 mkr', 10_256_000],
    ['10.3 Mkr', 10_300_000],
    ['4,2 miljoner', 4_200_000],
    ['4,2 miljoner kronor', 4_200_000],
    ['4,2 mnkr', 4_200_000],
  ])('%s is reckoned out, and that is said', (typed, kronor) => {
    expect(readAmount(typed)).toEqual({ kronor, converted: true })
  })

  it.each([
    ['10.256', 'grouping'],
    ['10,256', 'grouping'],
    ['1,540 tkr', 'grouping'],
    ['10 25 000', 'grouping'],
    ['1 0256 000', 'grouping'],
    ['1.540,4.2', 'grouping'],
    ['1 540,45', 'ore'],
    ['1 540,4567 tkr', 'ore'],
    ['-500', 'negative'],
    ['–500 kr', 'negative'],
    ['ca 10 000', 'notAnAmount'],
    ['10 000–12 000', 'notAnAmount'],
    ['se bilaga 1', 'notAnAmount'],
    ['kr', 'notAnAmount'],
    ['-', 'notAnAmount'],
    ['1000000000000', 'tooLarge'],
    ['1e6', 'notAnAmount'],
  ])('%s is refused as %s rather than guessed', (typed, kind) => {
    expect(readAmount(typed)).toMatchObject({ refused: { kind } })
  })

  it('1 540,4 without a unit is asked about', () => {
    expect(readAmount('1 540,4')).toEqual({
      refused: { kind: 'thousandsOrKronor', kronor: 1540, thousands: 1_540_400 },
    })
  })

  it('never gives what the document would not take', () => {
    const section = form2024.sections.find(candidate => candidate.kind === 'amount')
    const root = section && rootShape(section)
    const shape = root?.type === 'fields' ? root.fixed.total : undefined
    if (shape?.is !== 'wholeNumber') throw new Error('the 2024 form has an amount')
    for (const typed of ['999 999 999 999', '999999,999999 mkr', '0,5 tkr', '00012']) {
      const reading = readAmount(typed)
      expect('kronor' in reading && fitsShape(shape, reading.kronor), typed).toBe(true)
    }
    expect(readAmount('999999,9999999 mkr')).toEqual({ refused: { kind: 'ore' } })
  })
})

describe('an amount as it is shown', () => {
  it('has thin spaces that do not break, and its unit', () => {
    expect(groupDigits(524)).toBe('524')
    expect(groupDigits(1_050_000)).toBe('1\u202f050\u202f000')
    expect(formatKronor(10_256_000)).toBe('10\u202f256\u202f000\u00a0kr')
  })

  it('is read back to the same', () => {
    for (const kronor of [0, 7, 1000, 999_999, 10_256_000]) {
      expect(readAmount(formatKronor(kronor))).toEqual({ kronor, converted: false })
    }
  })
})
