import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoParties, demoPersons } from '../../../server/demo/demoPersons.ts'
import { Directory } from '../../../server/people/directory.ts'
import { Sessions, sessionFileSchema } from '../../../server/people/sessions.ts'
import { openJsonFile } from '../../../server/storage/jsonFile.ts'
import { problemSchema } from '../../../shared/http/problem.ts'
import { sessionSchema } from '../../../shared/http/session.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { MemoryFileSystem } from '../storage/MemoryFileSystem.ts'

let server: DemoServer

async function enter(personId: unknown): Promise<Response> {
  return await fetch(`${server.origin}/api/demo/session`, {
    method: 'POST',
    headers: { origin: server.origin, 'content-type': 'application/json' },
    body: JSON.stringify({ personId }),
  })
}

describe('in demo mode', () => {
  beforeAll(async () => {
    server = await DemoServer.start()
  })
  afterAll(async () => await server.dispose())

  it('everybody is told who may be entered as, and that nobody is signed in', async () => {
    const { me, demoPersons: persons } = sessionSchema.parse(
      await (await fetch(`${server.origin}/api/session`)).json(),
    )
    expect(me).toBeNull()
    expect(persons.map(({ person, party }) => `${person.id}@${party.id}`)).toEqual([
      'anna@heby',
      'karim@af',
      'elin@fk',
      'sofia@region',
      'per@forbund',
    ])
    expect(server.greeting).toContain('DEMOLÄGE')
  })

  it('one who enters gets a cookie that no script can read and no other site can use', async () => {
    const [cookie] = (await enter('anna')).headers.getSetCookie()
    expect(cookie).toMatch(/^samskriv=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  it('every session has a secret of its own, of which the server keeps only a hash', async () => {
    const [one, other] = [await server.enter('anna'), await server.enter('anna')]
    expect(one.headers.cookie).not.toBe(other.headers.cookie)
    const kept = await readFile(join(server.dataDir, 'sessions.json'), 'utf8')
    for (const { headers } of [one, other]) expect(kept).not.toContain(headers.cookie.split('=')[1])
  })

  it('a session lasts over a restart, and ends when its person leaves', async () => {
    const anna = await server.enter('anna')
    const still = await server.enter('anna')
    await server.restart()
    const me = async (visitor: Visitor) =>
      sessionSchema.parse(await (await visitor.get('/api/session')).json()).me
    expect((await me(anna.at(server.origin)))?.person.id).toBe('anna')
    const left = await anna.at(server.origin).delete('/api/session')
    expect(left.status).toBe(204)
    expect(left.headers.getSetCookie()[0]).toMatch(/^samskriv=; Max-Age=0; Path=\//)
    expect(await me(anna.at(server.origin))).toBeNull()
    expect((await me(still.at(server.origin)))?.person.id).toBe('anna')
  })

  it.each([['nobody'], ['__proto__'], [''], ['x'.repeat(65)], [7], [null], [undefined]])(
    'nobody enters as %s',
    async personId => {
      const answer = await enter(personId)
      const expected = { kind: 'malformedRequest', status: 400, fields: ['personId'] }
      expect(problemSchema.parse(await answer.json())).toEqual(expected)
      expect(answer.headers.getSetCookie()).toEqual([])
    },
  )
})

describe('with a sign-in configured', () => {
  beforeAll(async () => {
    server = await DemoServer.start({ OIDC_ISSUER: 'https://idp.example.se' })
  })
  afterAll(async () => await server.dispose())

  it('there is no demo: no persons, no way in, no ansökningar', async () => {
    const answer = sessionSchema.parse(await (await fetch(`${server.origin}/api/session`)).json())
    expect(answer).toEqual({ me: null, demoPersons: [] })
    expect(problemSchema.parse(await (await enter('anna')).json()).kind).toBe('mayNot')
    expect(server.greeting).not.toContain('DEMOLÄGE')
  })
})

describe('a demo session', () => {
  it('is over when the server is started without the demo', async () => {
    const demo = await DemoServer.start()
    const anna = await demo.enter('anna')
    await demo.stop()
    const signIn = await DemoServer.start({ SMTP_HOST: 'mail.example.se' }, demo.dataDir)
    const answer = await anna.at(signIn.origin).get('/api/applications')
    expect(problemSchema.parse(await answer.json()).kind).toBe('signedOut')
    await signIn.dispose()
  })
})

describe('behind https', () => {
  beforeAll(async () => {
    server = await DemoServer.start({ PUBLIC_ORIGIN: 'https://ansokan.example.se', DEMO: 'on' })
  })
  afterAll(async () => await server.dispose())

  it('the cookie is bound to the host, and browsers stay on https', async () => {
    const answer = await enter('anna')
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^__Host-samskriv=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(answer.headers.get('strict-transport-security')).toMatch(/^max-age=31536000/)
  })

  it('a cookie without the prefix, which another host could have set, is no session', async () => {
    const [cookie = ''] = (await enter('anna')).headers.getSetCookie()
    const secret = cookie.split(';')[0]?.replace('__Host-', '') ?? ''
    const answer = await fetch(`${server.origin}/api/applications`, { headers: { cookie: secret } })
    expect(answer.status).toBe(401)
  })
})

describe('time', () => {
  it('ends a session after as many hours as is set, and it is forgotten when the next begins', async () => {
    const disk = new MemoryFileSystem()
    const file = await openJsonFile('/sessions.json', sessionFileSchema, { sessions: {} }, disk)
    let now = Date.parse('2026-11-22T08:00:00Z')
    const sessions = new Sessions(file, new Directory(demoParties, demoPersons), 12, () => now)
    const secret = await sessions.begin('anna')
    now += 12 * 3_600_000
    expect(sessions.find(secret)?.person.id).toBe('anna')
    now += 1
    expect(sessions.find(secret)).toBeNull()
    await sessions.begin('karim')
    expect(Object.keys(file.data.sessions)).toHaveLength(1)
  })
})
