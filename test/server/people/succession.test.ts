import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DiskFault } from '../../../server/storage/diskFault.ts'
import { auditLogSchema } from '../../../shared/http/auditLog.ts'
import {
  type PersonShown,
  personAddedSchema,
  personShownSchema,
  personsSchema,
  successorsSchema,
} from '../../../shared/http/people.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { applicationId, type Browser, PeopleHouse, problemOf, refusal } from './PeopleHouse.ts'

describe('whoever alone answers for several ansökningar', () => {
  let server: DemoServer
  let anna: Visitor
  let ingrid: Visitor
  let alone: string[]
  let shared: string
  let bo: string
  beforeAll(async () => {
    server = await DemoServer.start()
    anna = await server.enter('anna')
    ingrid = await server.enter('ingrid')
    alone = [await anna.newApplicationAlone(), await anna.newApplicationAlone()]
    shared = await anna.newApplicationAlone()
    const owner = { personId: 'karim', partyId: 'af', role: 'ownerEditor' }
    await anna.post(`/api/applications/${shared}/members`, owner)
    const asked = { name: 'Bo Ek', title: 'planerare', address: 'bo@heby.example' }
    const answer = await ingrid.post('/api/persons', asked)
    bo = personAddedSchema.parse(await answer.json()).person.id
    // She writes in one of them already.
    const writer = { personId: bo, partyId: 'heby', role: 'partyEditor' }
    await anna.post(`/api/applications/${alone[0]}/members`, writer)
  })
  afterAll(async () => await server.dispose())

  async function rolesIn(id: string): Promise<Record<string, string>> {
    const text = await readFile(server.documentFile(id, 'access.json'), 'utf8')
    const { members } = JSON.parse(text) as { members: { personId: string; role: string }[] }
    return Object.fromEntries(members.map(({ personId, role }) => [personId, role]))
  }

  it('leaves when a colleague has taken them over, and each says so in its log', async () => {
    const left = successorsSchema.parse(await (await ingrid.get('/api/persons/anna/successors')).json())
    // Those of the demo's own are hers as well.
    const { ownsAlone } = left
    expect(ownsAlone).toBeGreaterThanOrEqual(2)
    expect(left.successors.map(({ name, title }) => [name, title])).toEqual([
      ['Bo Ek', 'planerare'],
      ['Ingrid Falk', 'systemadministratör'],
    ])
    const leave = (successorId?: string) =>
      ingrid.post('/api/persons/anna/deactivate', { shownAs: 'name', successorId })
    for (const successorId of [undefined, 'karim', 'anna', 'nobody', '__proto__']) {
      expect(await problemOf(leave(successorId))).toEqual({
        kind: 'successorNeeded',
        status: 409,
        fields: ['successorId'],
      })
    }
    expect((await anna.get('/api/applications')).status).toBe(200)

    const answer = await leave(bo)
    expect(personShownSchema.parse(await answer.json())).toMatchObject({ id: 'anna', ownsAlone: 0 })
    for (const id of alone) expect((await rolesIn(id))[bo]).toBe('ownerEditor')
    expect(await rolesIn(shared)).toEqual({ anna: 'ownerEditor', karim: 'ownerEditor' })
    const { entries } = auditLogSchema.parse(await (await ingrid.get('/api/log')).json())
    const named = entries.filter(({ act }) => act === 'successorNamed')
    expect(named).toHaveLength(ownsAlone)
    expect(named.map(entry => entry.applicationId)).toEqual(expect.arrayContaining(alone))
    for (const { details, state, person } of named) {
      expect([details.person, state, person?.id]).toEqual(['Bo Ek', 'draft', 'ingrid'])
    }
    expect(entries.findIndex(({ act }) => act === 'personDeactivated')).toBe(0)
  })
})

describe('a successor', () => {
  let house: PeopleHouse
  let ingrid: Browser
  beforeEach(async () => {
    house = await PeopleHouse.open()
    ingrid = await house.signedIn('ingrid')
  })

  async function shownOf(id: string): Promise<PersonShown | undefined> {
    const { persons } = personsSchema.parse(await (await ingrid.get('/api/persons')).json())
    return persons.find(person => person.id === id)
  }
  const roleOf = (personId: string) => house.document.member(personId)?.role ?? null

  it('is not asked for where somebody else answers for it who is still here', async () => {
    await house.document.addMember('karim', 'af', 'ownerEditor')
    expect((await shownOf('anna'))?.ownsAlone).toBe(0)
    expect((await ingrid.post('/api/persons/anna/deactivate', { shownAs: 'name' })).status).toBe(200)
    // Now karim does alone, and has no colleague.
    expect((await shownOf('karim'))?.ownsAlone).toBe(1)
    const answer = await ingrid.get('/api/persons/karim/successors')
    expect(await answer.json()).toEqual({ ownsAlone: 1, successors: [] })
    expect(await refusal(ingrid.post('/api/persons/karim/deactivate', { shownAs: 'name' }))).toBe(
      'successorNeeded',
    )
  })

  it('is one who is here, and no guest', async () => {
    const { secret } = await house.guestLink()
    const guest = house.browser()
    await guest.post('/api/sign-in/guest', { secret, name: 'Siv Ek' })
    await house.document.changeRole('anna', 'reader', () => false)
    await house.document.addMember('karim', 'af', 'ownerEditor')
    const guestId = (await guest.session()).me?.person.id ?? ''
    await house.people.add({ name: 'Bo', title: '', address: 'bo@af.example', partyId: 'af', isGuest: false })
    const bo = house.people.byAddress('bo@af.example')?.id ?? ''
    await house.administration.deactivate(bo, 'name')
    for (const successorId of [guestId, bo]) {
      const body = { shownAs: 'name', successorId }
      expect(await refusal(ingrid.post('/api/persons/karim/deactivate', body))).toBe('successorNeeded')
    }
    await house.administration.reactivate(bo)
    const body = { shownAs: 'name', successorId: bo }
    expect((await ingrid.post('/api/persons/karim/deactivate', body)).status).toBe(200)
    expect(roleOf(bo)).toBe('ownerEditor')
  })

  it('takes over nothing when the last administrator may not leave', async () => {
    await house.administration.changePerson('anna', { name: 'Anna', title: '', isAdministrator: true })
    await house.administration.changePerson('ingrid', { name: 'Ingrid', title: '', isAdministrator: false })
    const anna = await house.signedIn('anna')
    const body = { shownAs: 'name', successorId: 'ingrid' }
    expect(await refusal(anna.post('/api/persons/anna/deactivate', body))).toBe('lastAdministrator')
    expect(roleOf('ingrid')).toBeNull()
  })

  it('takes over nothing that cannot be noted, and then nobody leaves', async () => {
    house.writeNote = ({ act }) =>
      act === 'successorNamed'
        ? Promise.reject(new DiskFault(Object.assign(new Error('full'), { code: 'ENOSPC' })))
        : Promise.resolve()
    const body = { shownAs: 'name', successorId: 'ingrid' }
    await expect(ingrid.post('/api/persons/anna/deactivate', body)).rejects.toThrow('full')
    expect(roleOf('ingrid')).toBeNull()
    expect(house.people.find('anna', 'heby')).not.toBeNull()
  })

  it('is named afterwards for somebody who left without one', async () => {
    await house.administration.deactivate('anna', 'name')
    expect((await shownOf('anna'))?.ownsAlone).toBe(1)
    const name = (successorId: string) => ingrid.post('/api/persons/anna/successor', { successorId })
    expect(await refusal(name('karim'))).toBe('successorNeeded')
    expect(personShownSchema.parse(await (await name('ingrid')).json()).ownsAlone).toBe(0)
    expect(roleOf('ingrid')).toBe('ownerEditor')
    expect(house.notes.at(-1)).toMatchObject({
      act: 'successorNamed',
      applicationId,
      me: { person: { id: 'ingrid' } },
      details: { person: 'ingrid', party: 'heby' },
    })
  })
})
