import { describe, expect, it } from 'vitest'
import { dayRemarks, proposedDay } from '../../../client/consultation/answerDay.ts'

describe('A day to answer', () => {
  it('is proposed ten working days on, past holidays', () => {
    expect(proposedDay('2024-05-15')).toBe('2024-05-29')
    // Over Kristi himmelsfärdsdag, 9 May.
    expect(proposedDay('2024-05-02')).toBe('2024-05-17')
  })

  it('says how many working days it gives', () => {
    expect(dayRemarks('2024-05-15', '2024-05-29')).toEqual([{ is: 'days', count: 10 }])
    expect(dayRemarks('2024-05-17', '2024-05-24')).toEqual([{ is: 'days', count: 5 }])
  })

  it('is said to be short below five', () => {
    expect(dayRemarks('2024-05-17', '2024-05-23')).toEqual([{ is: 'few', count: 4 }])
  })

  it('is said to be free on a red day, with the next working day', () => {
    expect(dayRemarks('2024-05-20', '2024-06-06')).toEqual([
      { is: 'days', count: 12 },
      { is: 'freeDay', next: '2024-06-07' },
    ])
  })
})
