import { describe, expect, it } from 'vitest'
import { texts } from '../../../client/text/text.ts'
import type { Finding } from '../../../shared/budget/Finding.ts'

const error = { level: 'error', place: null } as const
const warning = { level: 'warning', place: null } as const
const sums = { printed: 4_300_000, computed: 4_200_000 }

/** One of each. */
const every: readonly Finding[] = [
  { rule: 'BV1', ...error, kronor: -1.5 },
  { rule: 'BV2', ...error, ...sums },
  { rule: 'BV3', ...error, ...sums, block: 'ownOther' },
  { rule: 'BV4', ...error, ...sums, place: { party: 'fk' } },
  { rule: 'BV5', ...error, ...sums },
  { rule: 'BV6', ...error, total: 3_690_000, years: 3_753_000 },
  { rule: 'BV6', ...error, total: 3_690_000, years: 0 },
  { rule: 'BV7', ...error, total: 10_256_000, years: 10_255_000 },
  { rule: 'BV8', ...error, ...sums, column: 'sought' },
  { rule: 'BV9', ...error, typed: 1_050_000, computed: 850_000 },
  { rule: 'BV9', ...error, typed: 1_050_000, computed: 850_000, place: { year: 2020 } },
  { rule: 'BV10', ...error, end: 'start', printed: '2018-01-01', planned: '2018-02-01' },
  { rule: 'BV10', ...error, end: 'end', printed: '2018-01-01', planned: null },
  { rule: 'BV11', ...error, reason: 'reversed' },
  { rule: 'BV11', ...error, reason: 'outside', place: { line: 'a', field: 'from' } },
  { rule: 'BV11', ...error, reason: 'outside', place: { line: 'a', field: 'to' } },
  { rule: 'BV12', ...error, missing: ['label', 'percent', 'period'] },
  { rule: 'BV13', ...error, kronor: 2000, place: { line: 'a', year: 2027 } },
  { rule: 'BV14', ...error, reason: 'unspecified', kronor: 80_000 },
  { rule: 'BV14', ...warning, reason: 'large', kronor: 600_000, percent: 14.2857 },
  { rule: 'BV15', ...warning, kronorPerYear: 1_200_000 },
  { rule: 'BV16', ...warning, percent: 10.34, place: { line: 'a', year: 2026 } },
  { rule: 'BV16', ...warning, percent: -3.4, place: { line: 'a', year: 2026 } },
  { rule: 'BV17', ...warning, heading: 'Knivsta kommun', kronor: 75_000 },
  { rule: 'BV18', ...error, organisation: null, place: { party: 'fk' } },
  { rule: 'BV18', ...error, organisation: 'NAMN', place: { party: 'fk' } },
  { rule: 'BV19', ...warning, kronor: 2000, place: { party: 'fk' } },
  { rule: 'BV20', ...error, reason: 'total', typed: null },
  { rule: 'BV20', ...error, reason: 'total', typed: 4_200_000 },
  { rule: 'BV20', ...error, reason: 'period' },
  { rule: 'BV21', ...error, years: 4 },
]

const names = { party: () => 'Försäkringskassan', blockSum: () => 'Summa övriga kostnader' }

function said(finding: Finding, language: 'sv' | 'en' = 'sv'): string {
  return texts[language].findings.say(finding, names).replaceAll(/[\u202f\u00a0]/g, ' ')
}

describe('what the rules find is said in sentences', () => {
  it('of every rule, none like another, with nothing left out', () => {
    expect(new Set(every.map(({ rule }) => rule)).size).toBe(21)
    for (const language of ['sv', 'en'] as const) {
      const sentences = every.map(finding => said(finding, language))
      expect(new Set(sentences).size).toBe(every.length)
      for (const sentence of sentences) {
        expect(sentence).toMatch(/^[\p{Lu}\d”“].*[.?]$/u)
        expect(sentence).not.toMatch(/undefined|null|NaN|\[object/)
      }
    }
  })

  it('as an official would', () => {
    const sentence = (rule: Finding['rule']) =>
      every.filter(finding => finding.rule === rule).map(one => said(one))
    expect(sentence('BV1')).toEqual(['Här står −1,5. Ett belopp ska vara hela kronor och inte under noll.'])
    expect(sentence('BV4')).toEqual([
      'Summan från Samordningsförbundet för Försäkringskassan är 4 300 000 kr i filen, men raderna blir 4 200 000 kr.',
    ])
    expect(sentence('BV6')).toEqual([
      'Årens summa är 63 000 kr för hög. Åren blir 3 753 000 kr, men raden är på 3 690 000 kr.',
      'Raden är på 3 690 000 kr men är inte fördelad på åren.',
    ])
    expect(sentence('BV7')).toEqual([
      'Årens summa är 1 000 kr för låg. Åren blir 10 255 000 kr, men ni söker 10 256 000 kr.',
    ])
    expect(sentence('BV12')).toEqual([
      'Skriv vad tjänsten heter, hur många procent den är på och när den börjar och slutar.',
    ])
    expect(sentence('BV14')[1]).toBe(
      'Övrigt är 600 000 kr, 14,3 % av det ni söker. Går det att dela upp på fler rader?',
    )
    expect(sentence('BV16')).toEqual([
      '2026 kostar 10,3 % mer än året före, räknat på lika lång tid. Det brukar vara 0 till 6 % mer. Stämmer det?',
      '2026 kostar 3,4 % mindre än året före, räknat på lika lång tid. Det brukar vara 0 till 6 % mer. Stämmer det?',
    ])
  })

  it('and counted', () => {
    const { counted } = texts.sv.findings
    expect(counted(2, 1)).toBe('2 fel att rätta och 1 sak att tänka på')
    expect(counted(1, 0)).toBe('1 fel att rätta')
    expect(counted(0, 3)).toBe('3 saker att tänka på')
  })
})
