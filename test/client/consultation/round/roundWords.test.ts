import { describe, expect, it } from 'vitest'
import {
  endedWords,
  extendedWords,
  overWords,
  partyWords,
  untilWords,
} from '../../../../client/consultation/round/roundWords.ts'
import { texts } from '../../../../client/text/text.ts'
import { anna } from '../../comment/threads.ts'
import { closed, recipient, roundOf, writesReply } from './rounds.ts'

const { sv } = texts
const until = (more: Parameters<typeof roundOf>[0], today = '2026-11-27') =>
  untilWords(sv, roundOf(more), today).replace(/ 20\d\d/, '')

describe('until when', () => {
  it('is said with the working days that are left', () => {
    expect(until({})).toBe('svar senast fre 4 december (5 arbetsdagar kvar)')
    expect(until({ workingDaysLeft: 1 })).toBe('svar senast fre 4 december (1 arbetsdag kvar)')
    expect(until({ workingDaysLeft: 0 }, '2026-12-04')).toBe(
      'svar senast fre 4 december (sista dagen är i dag)',
    )
  })

  it('is a day that was, when it has passed or the round is over', () => {
    expect(until({ workingDaysLeft: -1 }, '2026-12-07')).toBe(
      'svarsdatum fre 4 december (svarsdatumet har passerat)',
    )
    expect(until({ over: closed })).toBe('svarsdatum fre 4 december')
  })

  it('is that no day was set, or nothing where no answer is asked for', () => {
    expect(until({ closesOn: null, workingDaysLeft: null })).toBe('inget svarsdatum')
    expect(until({ closesOn: null, workingDaysLeft: null, over: closed })).toBe('')
    expect(until({ purpose: 'information', closesOn: null })).toBe('')
  })
})

describe('that it is over', () => {
  it('is said in a word, and not of what goes on or asks for no answer', () => {
    expect(endedWords(sv, roundOf())).toBe('')
    expect(endedWords(sv, roundOf({ over: closed }))).toBe('avslutad')
    expect(endedWords(sv, roundOf({ over: closed && { ...closed, why: 'calledOff' } }))).toBe('återkallad')
    expect(endedWords(sv, roundOf({ purpose: 'information', over: closed }))).toBe('')
  })
})

describe('where my party is', () => {
  it('is said in its own words, draft and answer', () => {
    const drafting = recipient({ state: 'drafting' })
    const begun = writesReply && { ...writesReply, draftBy: anna }
    expect(partyWords(sv, recipient(), writesReply)).toBe('Försäkringskassan: inget svar ännu')
    expect(partyWords(sv, drafting, writesReply)).toBe('Försäkringskassan: utkast påbörjat')
    expect(partyWords(sv, drafting, begun)).toBe(`Försäkringskassan: utkast av ${anna.name}`)
    const at = '2026-11-24T09:00:00.000Z'
    const answered = recipient({ state: 'answered', answeredAt: at, stance: 'endorsesWithRemarks' })
    expect(partyWords(sv, answered, writesReply)).toMatch(
      /^Försäkringskassan: tillstyrker med synpunkter, svarade tis 24 november(?: 2026)? kl\. 10\.00$/,
    )
  })
})

describe('how it ended', () => {
  it('is not said while it goes on, nor of what ended with its sending', () => {
    expect(overWords(sv, roundOf(), [])).toEqual([])
    expect(overWords(sv, roundOf({ purpose: 'information', over: closed }), [])).toEqual([])
  })

  it('is said with who and why, and that nobody need answer what was called off', () => {
    const over = closed && { ...closed, why: 'calledOff' as const, reason: 'Budgeten är fel.' }
    expect(overWords(sv, roundOf({ over }), [])).toEqual([
      expect.stringContaining(anna.name),
      'Skäl: Budgeten är fel.',
      'Ni behöver inte svara. Svar som redan har kommit finns kvar.',
    ])
  })

  it('names nobody when it closed by itself', () => {
    const over = closed && { ...closed, why: 'dayPassed' as const, by: null }
    expect(overWords(sv, roundOf({ over }), []).join()).not.toContain('av Anna')
  })
})

it('a day that was changed is told with what it was at first', () => {
  const extensions = [
    { from: '2026-11-27', by: anna, at: '2026-11-25T09:00:00.000Z' },
    { from: '2026-12-01', by: anna, at: '2026-11-26T09:00:00.000Z' },
  ]
  expect(extendedWords(sv, roundOf({ extensions }))).toContain('fre 27 november')
  expect(extendedWords(sv, roundOf())).toBe('')
})
