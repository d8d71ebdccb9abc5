import { describe, expect, it } from 'vitest'
import { dueJobs } from '../../../server/consultation/dueJobs.ts'
import type { KeptRound } from '../../../server/consultation/roundsFile.ts'
import { keptRound } from './keptRound.ts'

/** What is due of a round that is sent on Friday 17 May 2024 at noon for answers by Friday the 24th. */
function due(at: string, changes: Partial<KeptRound> = {}): string[] {
  const round = keptRound({ sentAt: '2024-05-17T10:00:00.000Z', closesOn: '2024-05-24', ...changes })
  return dueJobs(round, Date.parse(at)).map(({ job, isPast }) => (isPast ? `${job} past` : job))
}

describe('the jobs of a round', () => {
  it('come at eight in Sweden three working days before, on the day, and the day after', () => {
    expect(due('2024-05-21T05:59:59Z')).toEqual([])
    expect(due('2024-05-21T06:00:00Z')).toEqual(['soon'])
    expect(due('2024-05-24T05:59:59Z', { jobsDone: ['soon'] })).toEqual([])
    expect(due('2024-05-24T06:00:00Z', { jobsDone: ['soon'] })).toEqual(['today'])
    expect(due('2024-05-25T05:59:59Z', { jobsDone: ['soon', 'today'] })).toEqual([])
    expect(due('2024-05-25T06:00:00Z', { jobsDone: ['soon', 'today'] })).toEqual(['late'])
    expect(due('2024-05-25T06:00:00Z', { jobsDone: ['soon', 'today', 'late'] })).toEqual([])
  })

  it('close it when its last day is over in Sweden, and nobody is late then', () => {
    const closing = { closesByItself: true, jobsDone: ['soon', 'today'] }
    expect(due('2024-05-24T21:59:59Z', closing)).toEqual([])
    expect(due('2024-05-24T22:00:00Z', closing)).toEqual(['close'])
    expect(due('2024-06-24T22:00:00Z', closing)).toEqual(['close'])
  })

  it('that came due one after the other while nobody looked leave only the newest to be done', () => {
    expect(due('2024-05-24T09:00:00Z')).toEqual(['soon past', 'today'])
    // In the night between the day and the reminder of the day after.
    expect(due('2024-05-24T23:00:00Z')).toEqual(['soon past', 'today past'])
    expect(due('2024-05-28T09:00:00Z')).toEqual(['soon past', 'today past', 'late'])
    expect(due('2024-05-28T09:00:00Z', { closesByItself: true })).toEqual([
      'soon past',
      'today past',
      'close',
    ])
  })

  it('are past when their time had come before it was sent, or given that day', () => {
    expect(due('2024-05-17T10:01:00Z', { closesOn: '2024-05-20' })).toEqual(['soon past'])
    expect(due('2024-05-17T10:01:00Z', { closesOn: '2024-05-17' })).toEqual(['soon past', 'today past'])
    const given = { from: null, by: 'anna@heby', at: '2024-05-22T10:00:00.000Z' }
    expect(due('2024-05-22T10:01:00Z', { extensions: [given] })).toEqual(['soon past'])
  })

  it('are none without a day, when it is over, and when it asks for no answer', () => {
    const at = '2024-05-28T09:00:00Z'
    const over = { why: 'closed', reason: '', by: 'anna@heby', at: '2024-05-20T10:00:00.000Z' } as const
    expect(due(at, { closesOn: null })).toEqual([])
    expect(due(at, { over })).toEqual([])
    expect(due(at, { purpose: 'information' })).toEqual([])
  })

  it('keep to the clock on the wall when summer time begins and ends', () => {
    const sentAt = '2024-03-01T10:00:00.000Z'
    // Sunday 31 March 2024 has 23 hours, Sunday 27 October 25; both strike eight.
    const spring = { sentAt, closesOn: '2024-03-31', jobsDone: ['soon'] }
    expect(due('2024-03-31T05:59:59Z', spring)).toEqual([])
    expect(due('2024-03-31T06:00:00Z', spring)).toEqual(['today'])
    expect(due('2024-03-31T21:59:59Z', { ...spring, jobsDone: ['today'] })).toEqual(['soon past'])
    const closing = { closesByItself: true, jobsDone: ['soon', 'today'] }
    expect(due('2024-03-31T21:59:59Z', { ...spring, ...closing })).toEqual([])
    expect(due('2024-03-31T22:00:00Z', { ...spring, ...closing })).toEqual(['close'])
    const autumn = { sentAt, closesOn: '2024-10-27', jobsDone: ['soon'] }
    expect(due('2024-10-27T06:59:59Z', autumn)).toEqual([])
    expect(due('2024-10-27T07:00:00Z', autumn)).toEqual(['today'])
    expect(due('2024-10-27T22:59:59Z', { ...autumn, ...closing })).toEqual([])
    expect(due('2024-10-27T23:00:00Z', { ...autumn, ...closing })).toEqual(['close'])
  })
})
