import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  administratorLinkName,
  makeAdministratorLink,
} from '../../../server/people/ways/firstAdministrator/administratorLink.ts'
import { DiskFault } from '../../../server/storage/diskFault.ts'
import { sessionSchema } from '../../../shared/http/session.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import { runWith } from '../commands/runCommand.ts'
import { type Browser, PeopleHouse, problemOf, refusal } from './PeopleHouse.ts'

const path = '/api/sign-in/first-administrator'
const who = {
  name: 'Siv Ek',
  title: 'it-chef',
  address: 'Siv@tierp.example',
  organisation: { name: 'Tierps kommun', shortName: 'Tierp', kind: 'kommun' },
}

let house: PeopleHouse
let browser: Browser
beforeEach(async () => {
  house = await PeopleHouse.open({ DEMO: 'off' })
  browser = house.browser()
})

async function makeLink(): Promise<string> {
  return (await makeAdministratorLink(house.disk, house.folder.file(administratorLinkName), house.now)).secret
}

const enter = (secret: string, as: object = who, from = browser) => from.post(path, { secret, ...as })

describe('the link for the first administrator', () => {
  it('makes her, her organisation and a session', async () => {
    const answer = await enter(await makeLink())
    expect(sessionSchema.parse(await answer.json())).toMatchObject({
      me: { person: { name: 'Siv Ek', title: 'it-chef' }, party: { id: 'tierp', kind: 'kommun' } },
      isAdministrator: true,
      mailLink: true,
    })
    expect(house.people.partyOf('karin@tierp.example')?.id).toBe('tierp')
    expect((await browser.get('/api/persons')).status).toBe(200)
    const { me } = await browser.session()
    const person = me?.person.id ?? ''
    expect(house.notes).toMatchObject([
      { act: 'personChanged', me: null, details: { person, what: 'becameAdministrator' } },
      { act: 'signedIn', me, details: { way: 'firstAdministrator' } },
    ])
  })

  it('is used once, also when twenty use it at the same time', async () => {
    const secret = await makeLink()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        enter(secret, { ...who, address: `siv${index}@tierp.example` }, house.browser()),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(19).fill(410)])
    expect(house.administration.organisations()).toMatchObject([{ id: 'tierp', people: 1 }])
    expect(await refusal(enter(secret))).toBe('linkOver')
  })

  it('holds for an hour', async () => {
    const secret = await makeLink()
    house.now += 3_600_000
    const later = await makeLink()
    house.now += 3_600_001
    expect(await refusal(enter(later))).toBe('linkOver')
    expect(await refusal(enter(secret))).toBe('linkOver')
  })

  it('is over when another has been made', async () => {
    const [first, second] = [await makeLink(), await makeLink()]
    expect(await refusal(enter(first))).toBe('linkOver')
    expect((await enter(second)).status).toBe(200)
  })

  it('is not spent by what is refused', async () => {
    await enter(await makeLink())
    const secret = await makeLink()
    const taken = { ...who, organisation: { ...who.organisation, name: 'Heby kommun', shortName: 'Heby' } }
    expect(await refusal(enter(secret, taken))).toBe('domainTaken')
    expect(await problemOf(enter(secret, { ...who, isAdministrator: true }))).toMatchObject({
      kind: 'malformedRequest',
      fields: ['isAdministrator'],
    })
    expect(house.administration.organisations()).toHaveLength(1)
    for (const method of ['GET', 'HEAD']) expect((await browser.ask(method, path)).status).toBe(404)
    expect((await enter(secret)).status).toBe(200)
  })

  it('is not spent, and makes nobody, when that cannot be noted', async () => {
    const secret = await makeLink()
    house.writeNote = () =>
      Promise.reject(new DiskFault(Object.assign(new Error('full'), { code: 'ENOSPC' })))
    await expect(enter(secret)).rejects.toThrow('full')
    expect(house.administration.organisations()).toEqual([])
    house.writeNote = async () => {}
    expect((await enter(secret)).status).toBe(200)
  })

  it('is looked at before anything is filled in, which spends nothing', async () => {
    const look = (secret: string) => browser.post(`${path}/look`, { secret })
    expect(await refusal(look('x'.repeat(43)))).toBe('linkOver')
    const secret = await makeLink()
    for (let count = 0; count < 3; count += 1) expect((await look(secret)).status).toBe(204)
    expect((await enter(secret)).status).toBe(200)
    expect(await refusal(look(secret))).toBe('linkOver')
    const later = await makeLink()
    house.now += 3_600_001
    expect(await refusal(look(later))).toBe('linkOver')
  })

  it('tells nobody who has none which addresses and domains there are', async () => {
    await enter(await makeLink())
    const taken = { ...who, organisation: { ...who.organisation, name: 'Heby kommun', shortName: 'Heby' } }
    expect(await refusal(enter('x'.repeat(43), taken))).toBe('linkOver')
  })

  it('brings back an administrator who has been put out, in an organisation that is there', async () => {
    await enter(await makeLink())
    const { me } = await browser.session()
    await house.administration.changePerson(me?.person.id ?? '', {
      name: 'Siv Ek',
      title: '',
      isAdministrator: true,
    })
    const again = house.browser()
    const organisation = { ...who.organisation, name: 'TIERPS KOMMUN' }
    expect((await enter(await makeLink(), { ...who, organisation }, again)).status).toBe(200)
    expect(await again.who()).toBe(`${me?.person.id}@tierp`)
    expect(house.administration.organisations()).toMatchObject([{ name: 'Tierps kommun', people: 1 }])
  })

  it('is of no use when nobody has made one', async () => {
    expect(await refusal(enter('x'.repeat(43)))).toBe('linkOver')
    expect(house.acts).toEqual(['signInRefused'])
  })
})

describe('the command that makes it', () => {
  it('prints a link for a program that runs, of which the folder holds only a hash', async () => {
    const server = await DemoServer.start({ DEMO: 'off' })
    const { code, said } = await runWith('administrator', [], { DATA_DIR: server.dataDir, PORT: '4711' })
    const secret = /^http:\/\/localhost:4711\/forsta#([\w-]{43})$/m.exec(said)?.[1] ?? ''
    expect(code).toBe(0)
    expect(await readFile(join(server.dataDir, administratorLinkName), 'utf8')).not.toContain(secret)
    const answer = await fetch(`${server.origin}${path}`, {
      method: 'POST',
      headers: { origin: server.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ secret, ...who }),
    })
    expect(sessionSchema.parse(await answer.json())).toMatchObject({ isAdministrator: true })
    await server.dispose()
  })

  it('makes one in a folder that the program has not made yet', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'samskriv-'))
    const dataDir = join(folder, 'new')
    const { code } = await runWith('administrator', [], { DATA_DIR: dataDir })
    expect(code).toBe(0)
    const server = await DemoServer.start({ DEMO: 'off' }, dataDir)
    await server.dispose()
    await rm(folder, { recursive: true })
  })

  it('says in a sentence when a setting is wrong', async () => {
    const { code, said } = await runWith('administrator', [], { PORT: 'x' })
    expect([code, said.split('\n')[0]]).toEqual([
      1,
      'PORT är "x", men ska vara ett heltal mellan 0 och 65535.',
    ])
  })
})
