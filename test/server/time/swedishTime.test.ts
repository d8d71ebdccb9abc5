import { describe, expect, it } from 'vitest'
import {
  clockTime,
  dayInSweden,
  dayOf,
  endOfDay,
  hourOfDay,
  startOfDay,
  swedishTime,
} from '../../../server/time/swedishTime.ts'

describe('Swedish time', () => {
  it('begins a day at midnight in Sweden, summer and winter, also when the clocks are changed', () => {
    const days = {
      '2026-01-15': '2026-01-14T23:00:00.000Z',
      '2026-07-15': '2026-07-14T22:00:00.000Z',
      '2026-03-29': '2026-03-28T23:00:00.000Z',
      '2026-03-30': '2026-03-29T22:00:00.000Z',
      '2026-10-25': '2026-10-24T22:00:00.000Z',
      '2026-10-26': '2026-10-25T23:00:00.000Z',
    }
    for (const [day, begins] of Object.entries(days)) {
      expect(new Date(startOfDay(day)).toISOString(), day).toBe(begins)
      expect(swedishTime(startOfDay(day))).toBe(`${day} 00:00:00`)
    }
    expect(endOfDay('2026-12-31')).toBe(startOfDay('2027-01-01'))
    expect(endOfDay('2028-02-28')).toBe(startOfDay('2028-02-29'))
  })

  it('strikes eight on every day, also when the clocks are changed', () => {
    for (const [day, strikes] of [
      ['2026-01-15', '2026-01-15T07:00:00.000Z'],
      ['2026-03-29', '2026-03-29T06:00:00.000Z'],
      ['2026-07-15', '2026-07-15T06:00:00.000Z'],
      ['2026-10-25', '2026-10-25T07:00:00.000Z'],
    ] as const) {
      expect(new Date(hourOfDay(day, 8)).toISOString(), day).toBe(strikes)
    }
  })

  it('is another day than in UTC late in the evening there', () => {
    expect(dayInSweden(Date.parse('2026-11-22T22:59:59Z'))).toBe('2026-11-22')
    expect(dayInSweden(Date.parse('2026-11-22T23:00:00Z'))).toBe('2026-11-23')
    expect(swedishTime(Date.parse('2026-06-22T22:00:00Z'))).toBe('2026-06-23 00:00:00')
  })

  it('stands in letters as people write it', () => {
    expect([clockTime('2026-11-22T13:32:00Z'), dayOf('2026-11-28T23:30:00Z')]).toEqual([
      '14.32',
      '29 november',
    ])
  })
})
