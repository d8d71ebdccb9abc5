import { describe, expect, it } from 'vitest'
import { chosenIn, type Filter, openOnly, passes } from '../../../client/comment/filter.ts'
import { anna, karim, post, thread } from './threads.ts'

const shown = (filter: Partial<Filter>, about = thread('a'), me = anna) =>
  passes({ ...openOnly, ...filter }, about, me)
const resolved = thread('r', { resolved: { by: anna, at: '2026-11-22T10:00:00.000Z' } })

describe('the filter of comments', () => {
  it('shows the open ones at first, and the others when they are asked for', () => {
    expect(shown({})).toBe(true)
    expect(shown({}, resolved)).toBe(false)
    expect(shown({ state: 'resolved' }, resolved)).toBe(true)
    expect(shown({ state: 'resolved' })).toBe(false)
    expect(shown({ state: 'all' }, resolved)).toBe(true)
  })

  it('finds those in which somebody, or somebody of a party, has said something', () => {
    const answered = thread('b', { posts: [post('p', anna, 'Hej'), post('q', karim, 'Ja')] })
    expect(shown({ personId: 'karim' }, answered)).toBe(true)
    expect(shown({ personId: 'karim' })).toBe(false)
    expect(shown({ partyId: 'af' }, answered)).toBe(true)
    expect(shown({ partyId: 'fk' }, answered)).toBe(false)
  })

  it('finds those that wait for me, for my party, or for either', () => {
    const forMe = thread('m', { assignee: { is: 'person', personId: 'anna' } })
    const forUs = thread('u', { assignee: { is: 'party', partyId: 'heby' } })
    expect(shown({ waitsForMe: true }, forMe)).toBe(true)
    expect(shown({ waitsForMe: true }, forUs)).toBe(false)
    expect(shown({ waitsForMyParty: true }, forUs)).toBe(true)
    expect(shown({ waitsForMe: true, waitsForMyParty: true }, forUs)).toBe(true)
    expect(shown({ waitsForMe: true }, forMe, karim)).toBe(false)
  })

  it('finds what is material, and what is internal', () => {
    expect(shown({ isMaterial: true })).toBe(false)
    expect(shown({ isMaterial: true }, thread('v', { isMaterial: true }))).toBe(true)
    expect(shown({ isInternal: true })).toBe(false)
    expect(shown({ isInternal: true }, thread('i', { internalTo: 'heby' }))).toBe(true)
  })

  it('counts what has been chosen', () => {
    expect(chosenIn(openOnly)).toBe(0)
    expect(chosenIn({ ...openOnly, state: 'all', personId: 'karim' })).toBe(2)
  })
})
