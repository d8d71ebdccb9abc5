import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { areMany, listedFor } from '../../../client/access/listed.ts'
import { Members } from '../../../client/access/Members.tsx'
import { type Sharing, SharingContext } from '../../../client/access/Sharing.ts'
import { texts } from '../../../client/text/text.ts'
import type { AccessAnswer, Member } from '../../../shared/http/access.ts'
import { demoMe } from '../../harness/demoMe.ts'

const anna = demoMe('anna')
const karim = demoMe('karim')
const since = '2026-11-22T10:00:00.000Z'

function member(name: string, more: Partial<Member> = {}): Member {
  const partyId = karim.party.id
  const role = 'partyEditor'
  return { personId: name, name, title: '', partyId, role, since, guestLinkId: null, isActive: true, ...more }
}

function access(members: readonly Member[]): AccessAnswer {
  const own = member('anna', { name: 'Anna Lindholm', partyId: anna.party.id, role: 'ownerEditor' })
  return {
    parties: [anna.party, karim.party],
    members: [own, ...members],
    invitations: [],
    guestLinks: [],
    requests: [],
    advice: null,
  }
}

/** The lists of those who have access, as the owner sees them. */
function drawn(members: readonly Member[]): string {
  const answer = access(members)
  const sharing: Sharing = {
    applicationId: 'abcdefghijkl',
    me: anna,
    standing: { role: 'ownerEditor', state: 'draft', adviceIsOpen: false, textIsOpen: false },
    access: answer,
    listed: listedFor(answer, ''),
    isFiltered: false,
    act: async () => true,
    say: () => {},
  }
  return renderToStaticMarkup(createElement(SharingContext, { value: sharing }, createElement(Members)))
}

/** The row of a person. */
function rowOf(html: string, name: string): string {
  return html.split('<li').find(row => row.includes(`>${name} `)) ?? ''
}

describe('Those who have access', () => {
  it('are counted in the heading', () => {
    expect(drawn([member('Elin Ek'), member('Nils Berg')])).toMatch(/>Har åtkomst <span>\(3\)</)
  })

  it('are shown by eights, with a button that says how many there are', () => {
    const nine = Array.from({ length: 9 }, (_, at) => member(`Person ${at}`))
    const html = drawn(nine)
    expect(html.match(/Person \d /g)).toHaveLength(8)
    expect(html).toMatch(/aria-expanded="false"[^>]*>Visa alla 9</)
    expect(drawn(nine.slice(1))).not.toContain('Visa alla')
  })

  it('are said to have left when they have, and can then only be taken away', () => {
    const html = drawn([member('Elin Ek', { isActive: false }), member('Nils Berg')])
    const left = rowOf(html, 'Elin Ek')
    expect(left).toContain('har slutat')
    expect(left).toMatch(/aria-label="Ta bort Elin Ek"[^>]*>Ta bort</)
    expect(left).not.toContain('<select')
    expect(left).not.toContain(texts.sv.access.roles.partyEditor)
    // Those who can still come in are first, and are those who are counted.
    expect(html.indexOf('Nils Berg')).toBeLessThan(html.indexOf('Elin Ek'))
    expect(html).toMatch(/>Har åtkomst <span>\(2\)</)
    expect(rowOf(html, 'Nils Berg')).not.toContain('har slutat')
  })

  it('are said to be guests when they are, whatever they call themselves', () => {
    const html = drawn([
      member('Karim Sandell', { personId: 'guest', guestLinkId: 'abcdefghijkl', role: 'reader' }),
    ])
    expect(html).toContain('Karim Sandell (gäst)')
  })
})

describe('Somebody who is looked for among those who have access', () => {
  const answer = access([member('Elin Ek', { title: 'Samordnare' }), member('Nils Berg')])
  const namesFor = (words: string) => listedFor(answer, words).members.map(({ name }) => name)

  it('is found by name, title or party, all of the words, in any case', () => {
    expect(namesFor('ELIN samord')).toEqual(['Elin Ek'])
    expect(namesFor('heby')).toEqual(['Anna Lindholm'])
    expect(namesFor(`${karim.party.shortName} berg`)).toEqual(['Nils Berg'])
    expect(namesFor('elin berg')).toEqual([])
    expect(namesFor(' ')).toHaveLength(3)
  })

  it('has a field to be looked for in from twenty-one people on', () => {
    const crowd = (size: number) => access(Array.from({ length: size - 1 }, (_, at) => member(`P ${at}`)))
    expect([areMany(crowd(20)), areMany(crowd(21))]).toEqual([false, true])
  })
})
