import { describe, expect, it } from 'vitest'
import { doneWords } from '../../../client/notices/doneWords.ts'
import { addressOf } from '../../../client/notices/groups.ts'
import { texts } from '../../../client/text/text.ts'
import { type Notice, type RoundHappening, roundHappenings } from '../../../shared/http/notices.ts'

const anna = { personId: 'anna', name: 'Anna Berg', title: '', partyId: 'heby', isGuest: false }

function notice(what: RoundHappening | null, changed: Partial<Notice> = {}): Notice {
  return {
    ...{ id: 'n', kind: 'roundChanged', applicationId: 'one', applicationName: 'Ett', excerpt: '' },
    ...{ threadId: null, threadRound: null, isReopened: false, isRead: false, partyName: 'Heby kommun' },
    round: what && { what, number: 4, purpose: 'remarks', ordinal: 3, closesOn: '2099-05-22' },
    ...{ by: anna, at: '2026-11-22T09:00:00.000Z' },
    ...changed,
  }
}

const said = (of: Notice) => doneWords(texts.sv, of)

describe('what is told of a round', () => {
  it('follows after who did it, and says which round and until when', () => {
    expect(said(notice('sent'))).toBe('skickade Remiss 3 till dig. Svar senast fre 22 maj 2099')
    expect(said(notice('calledOff'))).toBe('återkallade Remiss 3. Den ska inte besvaras')
    expect(said(notice('extended'))).toBe('gav Remiss 3 ett nytt svarsdatum: fre 22 maj 2099')
  })

  it('is a sentence when it has happened by itself', () => {
    const by = null
    expect(said(notice('late', { by }))).toBe(
      'Svarsdatumet för Remiss 3 har passerat: fre 22 maj 2099. Svar saknas',
    )
    expect(said(notice('over', { by }))).toMatch(/^Remiss 3 avslutades av sig själv/)
  })

  it('has words for everything that can happen, in both languages', () => {
    for (const text of [texts.sv, texts.en]) {
      for (const what of roundHappenings) expect(doneWords(text, notice(what))).not.toBe('')
    }
  })

  it('leads to the round, of a sammanställning to that', () => {
    expect(addressOf(notice('sent'))).toBe('/ansokningar/one/remiss/4')
    expect(addressOf(notice('published'))).toBe('/ansokningar/one/remiss/4/sammanstallning')
  })
})

it('a comment on what was sent leads to the round, one on today’s text to the ansökan', () => {
  const comment = notice(null, { kind: 'mentioned', threadId: 'thread' })
  expect(said(comment)).toBe('nämnde dig')
  expect(addressOf(comment)).toBe('/ansokningar/one?kommentar=thread')
  expect(addressOf({ ...comment, threadRound: 4 })).toBe('/ansokningar/one/remiss/4?kommentar=thread')
})
