import { beforeEach, describe, expect, it } from 'vitest'
import type { WayInName } from '../../../shared/http/signIn.ts'
import { type Browser, PeopleHouse, refusal } from './PeopleHouse.ts'

const minute = 60_000
const tierp = {
  name: 'Tierps kommun',
  shortName: 'Tierp',
  colour: 6,
  mailDomains: ['tierp.example'],
  signIn: 'mailLink',
}
const changes: [string, string, object?][] = [
  ['POST', '/api/organisations', { ...tierp, kind: 'kommun' }],
  ['PUT', '/api/organisations/af', tierp],
  ['POST', '/api/persons', { name: 'Siv Ek', title: '', address: 'siv@af.example' }],
  ['PUT', '/api/persons/karim', { name: 'Karim', title: '', isAdministrator: true }],
  ['POST', '/api/persons/anna/successor', { successorId: 'ingrid' }],
  ['POST', '/api/persons/karim/deactivate', { shownAs: 'name' }],
  ['POST', '/api/persons/karim/reactivate'],
  ['DELETE', '/api/persons/karim/open-ids'],
]

let house: PeopleHouse
let ingrid: Browser
beforeEach(async () => {
  house = await PeopleHouse.open()
  ingrid = await house.signedIn('ingrid')
})

/** Time goes, while she does something now and then: she stays signed in. */
async function pass(minutes: number): Promise<void> {
  for (let gone = 0; gone < minutes; gone += 10) {
    house.now += Math.min(10, minutes - gone) * minute
    await ingrid.session()
  }
}

describe('half an hour after she signed in, an administrator', () => {
  it.each(changes)('may still %s %s, and a moment later is to sign in again', async (method, path, body) => {
    const kept = () => house.disk.peek('/data/people.json').toString()
    await pass(30)
    house.now += 1
    const before = [kept(), house.acts]
    expect(await refusal(ingrid.ask(method, path, body))).toBe('freshSignInNeeded')
    expect([kept(), house.acts]).toEqual(before)
    house.now -= 1
    expect((await ingrid.ask(method, path, body)).ok).toBe(true)
  })

  it('changes what she likes when she has signed in once more', async () => {
    await pass(31)
    const [method, path, body] = changes[0] as [string, string, object]
    expect(await refusal(ingrid.ask(method, path, body))).toBe('freshSignInNeeded')
    await ingrid.post('/api/demo/session', { personId: 'ingrid' })
    expect((await ingrid.ask(method, path, body)).status).toBe(201)
  })

  it.each(['/api/organisations', '/api/persons', '/api/persons/karim/successors'])(
    'may read %s as before',
    async path => {
      await pass(60)
      expect((await ingrid.get(path)).status).toBe(200)
    },
  )

  it('is told nothing of it when she may not administer at all', async () => {
    const karim = await house.signedIn('karim')
    house.now += 20 * minute
    await karim.session()
    house.now += 20 * minute
    const [method, path, body] = changes[0] as [string, string, object]
    expect(await refusal(karim.ask(method, path, body))).toBe('mayNot')
  })
})

describe('where her organisation has a sign-in of its own, an administrator', () => {
  async function cameBy(way: WayInName): Promise<Browser> {
    const browser = house.browser()
    browser.cookies.set('samskriv', await house.sessions.begin('ingrid', 'heby', way, ''))
    return browser
  }
  const [method, path, body] = changes[0] as [string, string, object]

  it('changes nothing by a link in a mail', async () => {
    const browser = await cameBy('mailLink')
    await house.changeOrganisation('heby', { signIn: 'openId' })
    expect(await refusal(browser.ask(method, path, body))).toBe('signedOut')
  })

  it('comes in by the link that the command prints, should that sign-in be broken', async () => {
    const browser = await cameBy('firstAdministrator')
    await house.changeOrganisation('heby', { signIn: 'openId' })
    expect((await browser.ask(method, path, body)).status).toBe(201)
  })
})
