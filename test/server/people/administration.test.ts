import { beforeEach, describe, expect, it } from 'vitest'
import {
  organisationSchema,
  organisationsSchema,
  personAddedSchema,
  personShownSchema,
  personsSchema,
} from '../../../shared/http/people.ts'
import type { WayInName } from '../../../shared/http/signIn.ts'
import { type Browser, PeopleHouse, problemOf, refusal } from './PeopleHouse.ts'

let house: PeopleHouse
let ingrid: Browser
beforeEach(async () => {
  house = await PeopleHouse.open()
  ingrid = await house.signedIn('ingrid')
})

const tierp = {
  name: 'Tierps kommun',
  shortName: 'Tierp',
  kind: 'kommun',
  colour: 6,
  mailDomains: ['tierp.example'],
  signIn: 'mailLink',
}
const { kind: _kind, ...change } = tierp

describe('what is for administrators', () => {
  const asks: [string, string, object?][] = [
    ['GET', '/api/organisations'],
    ['POST', '/api/organisations', tierp],
    ['PUT', '/api/organisations/af', change],
    ['GET', '/api/persons'],
    ['POST', '/api/persons', { name: 'Siv Ek', title: '', address: 'siv@af.example' }],
    ['PUT', '/api/persons/karim', { name: 'Karim', title: '', isAdministrator: true }],
    ['GET', '/api/persons/karim/successors'],
    ['POST', '/api/persons/karim/successor', { successorId: 'per' }],
    ['POST', '/api/persons/karim/deactivate', { shownAs: 'name' }],
    ['POST', '/api/persons/karim/reactivate'],
    ['DELETE', '/api/persons/karim/open-ids'],
  ]

  it.each(asks)('%s %s is refused to all others, and nothing happens', async (method, path, body) => {
    const kept = () => house.disk.peek('/data/people.json').toString()
    const before = kept()
    expect(await refusal((await house.signedIn('anna')).ask(method, path, body))).toBe('mayNot')
    expect(await refusal(house.browser().ask(method, path, body))).toBe('signedOut')
    expect(kept()).toBe(before)
  })

  it('ends with being one', async () => {
    const change = { name: 'Anna Lindholm', title: 'processledare', isAdministrator: true }
    await ingrid.ask('PUT', '/api/persons/anna', change)
    const anna = await house.signedIn('anna')
    expect((await anna.session()).isAdministrator).toBe(true)
    expect((await anna.get('/api/persons')).status).toBe(200)
    await ingrid.ask('PUT', '/api/persons/anna', { ...change, isAdministrator: false })
    expect((await anna.session()).isAdministrator).toBe(false)
    expect(await refusal(anna.get('/api/persons'))).toBe('mayNot')
    expect(house.notes.filter(({ act }) => act === 'personChanged').map(({ details }) => details)).toEqual([
      { person: 'anna', what: 'madeAdministrator' },
      { person: 'anna', what: 'noLongerAdministrator' },
    ])
  })
})

describe('organisations', () => {
  it('are listed with how many people they have', async () => {
    const { organisations, signIns } = organisationsSchema.parse(
      await (await ingrid.get('/api/organisations')).json(),
    )
    expect(organisations.map(({ id, people }) => [id, people])).toEqual([
      ['af', 1],
      ['fk', 1],
      ['heby', 2],
      ['region', 1],
      ['forbund', 1],
    ])
    expect(signIns).toEqual(['mailLink', 'openId'])
  })

  it('are added, and let their people in by the domains they have', async () => {
    const answer = await ingrid.post('/api/organisations', { ...tierp, mailDomains: [' Tierp.Example '] })
    expect(answer.status).toBe(201)
    const { id, mailDomains } = organisationSchema.parse(await answer.json())
    expect([id, mailDomains]).toEqual(['tierp', ['tierp.example']])
    expect(house.people.partyOf('siv@tierp.example')).toMatchObject({ id: 'tierp', shortName: 'Tierp' })
    const again = await ingrid.post('/api/organisations', { ...tierp, mailDomains: [] })
    expect(organisationSchema.parse(await again.json()).id).toBe('tierp-2')
    expect(house.notes.at(-1)).toMatchObject({ act: 'organisationChanged', details: { party: 'tierp-2' } })
  })

  it('are changed, all but what kind they are', async () => {
    const asked = {
      ...change,
      name: 'Arbetsförmedlingen Uppsala',
      mailDomains: ['af.example', 'af2.example'],
    }
    const answer = await ingrid.ask('PUT', '/api/organisations/af', asked)
    expect(organisationSchema.parse(await answer.json())).toMatchObject({
      ...asked,
      kind: 'arbetsformedlingen',
    })
    expect(await problemOf(ingrid.ask('PUT', '/api/organisations/af', tierp))).toMatchObject({
      fields: ['kind'],
    })
  })

  it('do not share a domain', async () => {
    const asked = { ...tierp, mailDomains: ['tierp.example', 'af.example'] }
    expect(await refusal(ingrid.post('/api/organisations', asked))).toBe('domainTaken')
    const { kind: _, ...other } = asked
    expect(await refusal(ingrid.ask('PUT', '/api/organisations/fk', other))).toBe('domainTaken')
    expect(house.people.partyOf('siv@tierp.example')).toBeNull()
  })

  it.each([
    [{ mailDomains: ['tierp'] }, 'mailDomains.0'],
    [{ mailDomains: ['@tierp.example'] }, 'mailDomains.0'],
    [{ mailDomains: ['*.tierp.example'] }, 'mailDomains.0'],
    [{ mailDomains: ['tierp.example', 'TIERP.example'] }, 'mailDomains'],
    [{ mailDomains: Array.from({ length: 21 }, (_, index) => `t${index}.example`) }, 'mailDomains'],
    [{ name: '\u202epreiT' }, 'name'],
    [{ colour: 7 }, 'colour'],
    [{ signIn: 'demo' }, 'signIn'],
    [{ id: 'af' }, 'id'],
  ])('are not added with %j', async (wrong, field) => {
    expect(await problemOf(ingrid.post('/api/organisations', { ...tierp, ...wrong }))).toMatchObject({
      kind: 'malformedRequest',
      fields: [field],
    })
  })

  it('have a sign-in of their own when one is set up for them', async () => {
    const own = { ...change, mailDomains: ['af.example'], signIn: 'openId' }
    expect((await ingrid.ask('PUT', '/api/organisations/af', own)).status).toBe(200)
    expect(await refusal(ingrid.ask('PUT', '/api/organisations/fk', { ...own, mailDomains: [] }))).toBe(
      'noOwnSignIn',
    )
    expect(await refusal(ingrid.post('/api/organisations', { ...tierp, signIn: 'openId' }))).toBe(
      'noOwnSignIn',
    )
  })

  it('that get a sign-in of their own have nobody left who came in by a link', async () => {
    const began = async (personId: string, partyId: string, way: WayInName) => {
      const secret = await house.sessions.begin(personId, partyId, way, '')
      const over: string[] = []
      house.sessions.whenOver(secret, end => over.push(end))
      return () => [house.sessions.find(secret)?.person.id ?? null, over]
    }
    const byLink = [
      await began('karim', 'af', 'mailLink'),
      await began('karim', 'af', 'mailLink'),
      await began('karim', 'af', 'invitation'),
    ]
    const others = [
      await began('karim', 'af', 'demo'),
      await began('karim', 'af', 'guest'),
      await began('karim', 'af', 'firstAdministrator'),
      await began('elin', 'fk', 'mailLink'),
    ]
    const own = { ...change, name: 'AF', mailDomains: ['af.example'] }
    const set = async (signIn: string) => await ingrid.ask('PUT', '/api/organisations/af', { ...own, signIn })
    await set('mailLink')
    for (const session of byLink) expect(session()).toEqual(['karim', []])
    await set('openId')
    for (const session of byLink) expect(session()).toEqual([null, ['ended']])
    expect(others.map(session => session())).toEqual([
      ['karim', []],
      ['karim', []],
      ['karim', []],
      ['elin', []],
    ])
    await set('openId')
    // They do not come back either.
    await set('mailLink')
    for (const session of byLink) expect(session()[0]).toBeNull()
    const noted = house.notes.filter(({ act }) => act === 'organisationChanged')
    expect(noted.map(({ details }) => details?.what)).toEqual(['changed', 'ownSignIn', 'changed', 'changed'])
  })

  it('that get one have nobody in by a link that was on its way', async () => {
    const own = { ...change, name: 'AF', mailDomains: ['af.example'], signIn: 'openId' }
    await ingrid.ask('PUT', '/api/organisations/af', own)
    const secret = await house.sessions.begin('karim', 'af', 'invitation', '')
    expect(house.sessions.find(secret)).toBeNull()
  })

  it('that are not there are not changed', async () => {
    for (const id of ['nobody', '__proto__', 'constructor', 'toString']) {
      expect(await refusal(ingrid.ask('PUT', `/api/organisations/${id}`, change))).toBe('unknownOrganisation')
    }
  })
})

describe('people', () => {
  it('are found by the words of their name, title and address', async () => {
    const found = async (words: string) => {
      const answer = await ingrid.get(`/api/persons?${new URLSearchParams({ q: words })}`)
      return personsSchema.parse(await answer.json()).persons.map(({ id }) => id)
    }
    expect(await found('')).toEqual(['anna', 'elin', 'ingrid', 'karim', 'per', 'sofia'])
    expect(await found('HANDLÄGGARE karim')).toEqual(['karim'])
    expect(await found('region.example')).toEqual(['sofia'])
    expect(await found('nobody')).toEqual([])
    expect(await problemOf(ingrid.get('/api/persons?q=a&q=b'))).toMatchObject({ fields: ['q'] })
    expect(await problemOf(ingrid.get('/api/persons?role=a'))).toMatchObject({ fields: ['role'] })
  })

  it('are added, and can then ask for a link', async () => {
    const asked = { name: 'Siv Ek', title: 'handläggare', address: 'Siv@AF.example' }
    const answer = await ingrid.post('/api/persons', asked)
    expect(answer.status).toBe(201)
    const { person, isTold } = personAddedSchema.parse(await answer.json())
    const { id, parties } = person
    expect([parties, isTold]).toEqual([[{ id: 'af', shortName: 'AF' }], true])
    expect(house.letters.map(({ to, subject }) => [to, subject])).toEqual([
      ['siv@af.example', 'Du har fått ett konto i Samskriv'],
    ])
    expect(house.letters[0]?.text).toContain('\n\nhttps://ansokan.example.se/\n\n')
    expect(house.people.byAddress('siv@af.example')).toMatchObject({ id, isActive: true })
    expect(await refusal(ingrid.post('/api/persons', asked))).toBe('addressTaken')
    expect(await refusal(ingrid.post('/api/persons', { ...asked, address: 'siv@else.example' }))).toBe(
      'noParty',
    )
  })

  it('who have left are out at once, and their name stands or does not', async () => {
    const karim = await house.signedIn('karim')
    const over: string[] = []
    house.sessions.whenOver(karim.cookies.get('samskriv') ?? '', end => over.push(end))
    const answer = await ingrid.post('/api/persons/karim/deactivate', { shownAs: 'former' })
    expect(personShownSchema.parse(await answer.json())).toMatchObject({
      name: 'Karim Sandell',
      deactivatedAt: '2026-11-22T08:00:00.000Z',
    })
    expect(over).toEqual(['ended'])
    expect(await karim.who()).toBeNull()
    expect(house.people.describe('karim')).toEqual({
      name: 'Tidigare medarbetare, AF',
      title: '',
      isActive: false,
      address: null,
    })
    await ingrid.post('/api/persons/karim/deactivate', { shownAs: 'name' })
    expect(house.people.describe('karim')?.name).toBe('Karim Sandell')
    await ingrid.post('/api/persons/karim/reactivate')
    expect(await (await house.signedIn('karim')).who()).toBe('karim@af')
    expect(house.acts.filter(act => act.startsWith('person'))).toEqual([
      'personDeactivated',
      'personDeactivated',
      'personReactivated',
    ])
  })

  it('are never without an administrator', async () => {
    const lowered = { name: 'Ingrid Falk', title: '', isAdministrator: false }
    expect(await refusal(ingrid.ask('PUT', '/api/persons/ingrid', lowered))).toBe('lastAdministrator')
    expect(await refusal(ingrid.post('/api/persons/ingrid/deactivate', { shownAs: 'name' }))).toBe(
      'lastAdministrator',
    )
    await ingrid.ask('PUT', '/api/persons/anna', { name: 'Anna Lindholm', title: '', isAdministrator: true })
    await house.document.addMember('karim', 'af', 'ownerEditor')
    const answers = await Promise.all(
      ['anna', 'ingrid'].map(id => ingrid.post(`/api/persons/${id}/deactivate`, { shownAs: 'name' })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  it('are unlinked from the sign-in of their organisation, and out at once', async () => {
    await house.people.addOpenId('karim', 'https://login.af.example', 'karim-1')
    await house.people.addOpenId('karim', 'https://old.af.example', '17')
    await house.people.addOpenId('elin', 'https://login.fk.example', 'elin-1')
    const [karim, elin] = [await house.signedIn('karim'), await house.signedIn('elin')]
    const shown = async (id: string) => {
      const { persons } = personsSchema.parse(await (await ingrid.get('/api/persons')).json())
      return persons.find(person => person.id === id)?.hasOpenId
    }
    expect([await shown('karim'), await shown('elin'), await shown('anna')]).toEqual([true, true, false])

    const answer = await ingrid.ask('DELETE', '/api/persons/karim/open-ids')
    expect(personShownSchema.parse(await answer.json())).toMatchObject({ id: 'karim', hasOpenId: false })
    expect([await shown('karim'), await shown('elin')]).toEqual([false, true])
    expect([await karim.who(), await elin.who()]).toEqual([null, 'elin@fk'])
    expect(house.people.byOpenId('https://login.af.example', 'karim-1')).toBeNull()
    expect(house.people.byOpenId('https://old.af.example', '17')).toBeNull()
    expect(house.notes.at(-1)).toMatchObject({
      act: 'personChanged',
      me: { person: { id: 'ingrid' } },
      details: { person: 'karim', what: 'unlinked' },
    })
    // Her account may have become another one.
    expect(await house.people.addOpenId('karim', 'https://login.af.example', 'karim-2')).toBe(true)
  })

  it('who come back are not administrators any more', async () => {
    await ingrid.ask('PUT', '/api/persons/anna', { name: 'Anna Lindholm', title: '', isAdministrator: true })
    await house.document.addMember('per', 'forbund', 'ownerEditor')
    expect((await ingrid.post('/api/persons/anna/deactivate', { shownAs: 'name' })).status).toBe(200)
    await ingrid.post('/api/persons/anna/reactivate')
    expect(house.people.isAdministrator('anna')).toBe(false)
  })

  it('that are not there are not changed', async () => {
    const body = { name: 'Siv', title: '', isAdministrator: false }
    for (const id of ['nobody', '__proto__', 'constructor']) {
      expect(await refusal(ingrid.ask('PUT', `/api/persons/${id}`, body))).toBe('unknownPerson')
      expect(await refusal(ingrid.post(`/api/persons/${id}/deactivate`, { shownAs: 'name' }))).toBe(
        'unknownPerson',
      )
      expect(await refusal(ingrid.post(`/api/persons/${id}/reactivate`))).toBe('unknownPerson')
      expect(await refusal(ingrid.ask('DELETE', `/api/persons/${id}/open-ids`))).toBe('unknownPerson')
    }
  })
})
