import { describe, expect, it } from 'vitest'
import type { RoundEvent } from '../../../../server/consultation/RoundEvent.ts'
import { isStillSo, isWorthALetter } from '../../../../server/notice/round/isStillSo.ts'
import { type RoundReader, whoIsToldOfRound } from '../../../../server/notice/round/whoIsToldOfRound.ts'
import { type RoundHappening, roundHappenings } from '../../../../shared/http/notices.ts'
import { keptReply, keptRound } from '../../consultation/keptRound.ts'

const at = '2024-05-21T06:00:00.000Z'
const round = keptRound({
  closesOn: '2024-05-24',
  recipients: [
    ['af', 'karim'],
    ['fk', 'elin'],
    ['heby', 'bo'],
  ].map(([partyId = '', personId = '']) => ({
    ...{ partyId, personIds: [personId], openedAt: null, draftId: null, draftBy: null, draftedAt: null },
    ...{ isReplacing: false, reminders: [] },
  })),
})

const reader = (personId: string, partyId: string, isHolder = false): RoundReader => ({
  ...{ personId, partyId, isHolder },
})
const anna = reader('anna', 'heby', true)
const ulla = reader('ulla', 'heby', true)
const karim = reader('karim', 'af')
const elin = reader('elin', 'fk')
/** Of the owner's party, and asked. */
const bo = reader('bo', 'heby')
const everybody = [
  ...[anna, ulla, karim, elin, bo],
  // They see the rounds, and it was not sent to them.
  ...[reader('kim', 'af'), reader('sofia', 'region')],
]

function told(kind: RoundHappening, by: string | null, partyIds = ['af', 'fk', 'heby']): string[] {
  const event: RoundEvent = { id: 'event', kind, round: 1, by, at, partyIds }
  return whoIsToldOfRound(event, round, everybody).map(({ personId }) => personId)
}

/** What happens, who does it, which parties it is about, and who is told. */
const table: readonly [RoundHappening, string | null, string[] | undefined, string[]][] = [
  ['sent', 'anna@heby', undefined, ['karim', 'elin', 'bo']],
  ['soon', null, ['af', 'fk'], ['karim', 'elin']],
  ['today', null, ['fk'], ['elin']],
  ['late', null, ['fk'], ['anna', 'ulla', 'elin']],
  ['reminded', 'anna@heby', ['af'], ['karim']],
  ['extended', 'anna@heby', undefined, ['karim', 'elin', 'bo']],
  ['calledOff', 'anna@heby', undefined, ['karim', 'elin', 'bo']],
  ['over', 'anna@heby', undefined, ['karim', 'elin', 'bo']],
  ['over', null, undefined, ['anna', 'ulla', 'karim', 'elin', 'bo']],
  ['replied', 'kim@af', ['af'], ['anna', 'ulla', 'karim']],
  ['replaced', 'karim@af', ['af'], ['anna', 'ulla']],
  ['replied', 'anna@heby', ['heby'], ['ulla', 'bo']],
  ['published', 'ulla@heby', undefined, ['karim', 'elin', 'bo']],
]

describe('who is told of what happens in a round', () => {
  it.each(table)('%s by %s, of %j: %j', (kind, by, partyIds, expected) => {
    expect(told(kind, by, partyIds)).toEqual(expected)
  })

  it('is in the table for everything that can happen', () => {
    expect(new Set(table.map(([kind]) => kind))).toEqual(new Set(roundHappenings))
  })

  it('is nobody who cannot see rounds, whomever it was sent to', () => {
    const event: RoundEvent = { id: 'event', kind: 'sent', round: 1, by: null, at, partyIds: ['af', 'fk'] }
    expect(whoIsToldOfRound(event, round, [elin])).toEqual([elin])
  })

  it('is nobody who acts for another party now than it was sent to', () => {
    const event: RoundEvent = { id: 'event', kind: 'sent', round: 1, by: null, at, partyIds: ['af', 'fk'] }
    expect(whoIsToldOfRound(event, round, [reader('karim', 'fk')])).toEqual([])
  })
})

describe('what has happened in a round', () => {
  const later = '2024-05-22T06:00:00.000Z'
  const calledOff = { ...round, over: { why: 'calledOff', reason: '', by: 'anna@heby', at: later } } as const
  const closed = { ...round, over: { why: 'closed', reason: '', by: 'anna@heby', at: later } } as const
  const extended = { ...round, extensions: [{ from: '2024-05-20', by: 'anna@heby', at: later }] }
  const answered = { ...round, replies: [keptReply('af')] }
  const stillSo = (of: typeof round, who = karim, when = at) =>
    roundHappenings.filter(what => isStillSo(of, { what, at: when }, who))
  const reminders: readonly RoundHappening[] = ['soon', 'today', 'late', 'reminded']
  const all = [...roundHappenings]
  const without = (...gone: readonly RoundHappening[]) => all.filter(what => !gone.includes(what))

  it('is all so as long as an answer is waited for', () => expect(stillSo(round)).toEqual(all))

  it('is no reminder any more to a party that has answered, and one to the others', () => {
    expect(stillSo(answered)).toEqual(without(...reminders))
    expect(stillSo(answered, elin)).toEqual(all)
  })

  it('is for whoever holds it that some are late, until all have answered', () => {
    expect(stillSo(answered, anna)).toContain('late')
    const all = { ...round, replies: ['af', 'fk', 'heby'].map(partyId => keptReply(partyId)) }
    expect(stillSo(all, anna)).not.toContain('late')
  })

  it('is neither reminder nor earlier day when it has got another day', () => {
    expect(stillSo(extended)).toEqual(without(...reminders, 'extended'))
    expect(stillSo(extended, karim, later)).toEqual(all)
  })

  it('is no reminder and no new day when it is over', () => {
    expect(stillSo(closed)).toEqual(without(...reminders, 'extended'))
  })

  it('is when it has been called off only that, and what is done after it', () => {
    expect(stillSo(calledOff)).toEqual(['calledOff'])
    expect(isStillSo(calledOff, { what: 'published', at: '2024-05-23T06:00:00.000Z' }, karim)).toBe(true)
  })

  it('is worth no letter that it was sent when it is over; what is sent to be known was over from the start', () => {
    expect(isWorthALetter(round, { what: 'sent', at }, karim)).toBe(true)
    expect(isWorthALetter(closed, { what: 'sent', at }, karim)).toBe(false)
    expect(isWorthALetter({ ...closed, purpose: 'information' }, { what: 'sent', at }, karim)).toBe(true)
  })
})
