import { describe, expect, it } from 'vitest'
import {
  hasReply,
  isAsked,
  takesComments,
  whyNoReply,
} from '../../../../client/consultation/round/whyNoReply.ts'
import { closed, recipient, roundOf, writesReply } from './rounds.ts'

const readsOnly = writesReply && { ...writesReply, mayDraft: false }
const answered = recipient({ state: 'answered', answeredAt: '2026-11-24T09:00:00.000Z' })

describe('why somebody does not answer a round', () => {
  it('is not said to whoever may write on the answer of her party', () => {
    expect(whyNoReply(roundOf(), false)).toBeNull()
  })

  it('is not said either to whoever may only send it, or replace the one that was sent', () => {
    const sends = roundOf({ mine: readsOnly && { ...readsOnly, maySend: true } })
    const replaces = roundOf({
      mine: readsOnly && { ...readsOnly, mayReplace: true },
      recipients: [answered],
    })
    expect([whyNoReply(sends, false), whyNoReply(replaces, false)]).toEqual([null, null])
  })

  it('is that she is a guest, that her party was not asked, or what she is in the ansökan', () => {
    expect(whyNoReply(roundOf(), true)).toBe('guest')
    expect(whyNoReply(roundOf({ mine: null }), false)).toBe('notAsked')
    expect(whyNoReply(roundOf({ mine: readsOnly }), false)).toBe('role')
  })

  it('is that the round is over, before anything else', () => {
    expect(whyNoReply(roundOf({ over: closed }), true)).toBe('over')
    const calledOff = closed && { ...closed, why: 'calledOff' as const }
    expect(whyNoReply(roundOf({ over: calledOff, mine: null }), false)).toBe('calledOff')
  })

  it('is that the answer stands, when the day has passed', () => {
    expect(whyNoReply(roundOf({ mine: readsOnly, recipients: [answered] }), false)).toBe('answered')
  })

  it('is not said of what is only to be known', () => {
    expect(whyNoReply(roundOf({ purpose: 'information', over: closed, mine: null }), true)).toBeNull()
  })
})

describe('the answer of my party', () => {
  it('is there while it can be written, and when it has been sent', () => {
    expect(hasReply(roundOf(), false)).toBe(true)
    expect(hasReply(roundOf({ mine: readsOnly, over: closed, recipients: [answered] }), false)).toBe(true)
  })

  it('is not there for a guest, for a party that was not asked, and where none was written in time', () => {
    expect(hasReply(roundOf({ recipients: [answered] }), true)).toBe(false)
    expect(hasReply(roundOf({ mine: null, recipients: [answered] }), false)).toBe(false)
    expect(hasReply(roundOf({ over: closed }), false)).toBe(false)
    expect(hasReply(roundOf({ purpose: 'information' }), false)).toBe(false)
  })
})

it('comments are begun by those who were asked while the round goes on, and read by them afterwards', () => {
  const rounds = [roundOf(), roundOf({ over: closed }), roundOf({ mine: null })]
  expect(rounds.map(round => takesComments(round, false))).toEqual([true, false, false])
  expect(rounds.map(round => isAsked(round, false))).toEqual([true, true, false])
  expect(rounds.map(round => isAsked(round, true))).toEqual([false, false, false])
})
