import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sessionsSchema } from '../../../shared/http/signIn.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import { FailingDisk } from '../../harness/FailingDisk.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { refusal } from './PeopleHouse.ts'

let server: DemoServer
let ingrid: Visitor
let elin: Visitor
let disk: FailingDisk

beforeAll(async () => {
  disk = new FailingDisk()
  server = await DemoServer.start()
  ingrid = await server.enter('ingrid')
  elin = await server.enter('elin')
  // She is out when her link to a sign-in is taken.
  await server.enter('karim')
})
afterAll(async () => {
  await server.dispose()
  disk.restore()
})
afterEach(() => {
  disk.failing = null
})

const organisation = {
  name: 'Knivsta kommun',
  shortName: 'Knivsta',
  colour: 5,
  mailDomains: ['knivsta.example'],
  signIn: 'mailLink',
}

/** Every change of people and organisations that there is, none of which another needs. */
const changes: readonly [string, () => Promise<Response>][] = [
  ['an organisation', () => ingrid.post('/api/organisations', { ...organisation, kind: 'kommun' })],
  [
    'what is known of an organisation',
    () => ingrid.put('/api/organisations/fk', { ...organisation, mailDomains: ['fk.example'] }),
  ],
  [
    'a person',
    () => ingrid.post('/api/persons', { name: 'Siv Ek', title: '', address: 'siv@region.example' }),
  ],
  [
    'an administrator',
    () => ingrid.put('/api/persons/sofia', { name: 'Sofia', title: '', isAdministrator: true }),
  ],
  ['who has left', () => ingrid.post('/api/persons/per/deactivate', { shownAs: 'former' })],
  ['who has come back', () => ingrid.post('/api/persons/per/reactivate', {})],
  ['the link to a sign-in', () => ingrid.delete('/api/persons/karim/open-ids')],
  ['one’s own name', () => elin.put('/api/me', { name: 'Elin N', title: '' })],
  ['one session', async () => elin.delete(`/api/sessions/${await otherSession()}`)],
  ['all sessions', () => elin.delete('/api/sessions')],
]

async function otherSession(): Promise<string> {
  const { sessions } = sessionsSchema.parse(await (await elin.get('/api/sessions')).json())
  return sessions.find(({ isThis }) => !isThis)?.id ?? (await enterElsewhere())
}

async function enterElsewhere(): Promise<string> {
  await server.enter('elin')
  return await otherSession()
}

/** All that there is about people. When pages were heard of is no change. */
async function kept(): Promise<string> {
  const [people, sessions] = await Promise.all(
    ['people.json', 'sessions.json'].map(async name => await readFile(join(server.dataDir, name), 'utf8')),
  )
  return `${people}${sessions?.replaceAll(/"seenAt": "[^"]*"/g, '')}`
}

describe('a change of people', () => {
  it.each(changes)('that cannot be noted is not made, and that is said: %s', async (_what, change) => {
    await otherSession()
    const before = await kept()
    disk.failing = /\/audit\//
    expect(await refusal(change())).toBe('diskFault')
    disk.failing = null
    expect(await kept()).toBe(before)
    expect((await change()).ok).toBe(true)
    expect(await kept()).not.toBe(before)
  })
})
