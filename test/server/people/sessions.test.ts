import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { readConfig } from '../../../server/config.ts'
import { deviceOf } from '../../../server/people/deviceOf.ts'
import { openPeople } from '../../../server/people/openPeople.ts'
import { sessionFileSchema } from '../../../server/people/sessions.ts'
import { problemSchema } from '../../../shared/http/problem.ts'
import { sessionSchema } from '../../../shared/http/session.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { memoryFolder } from '../storage/memoryFolder.ts'
import { PeopleHouse } from './PeopleHouse.ts'

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
      'ingrid@heby',
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
    expect(answer).toMatchObject({ me: null, demoPersons: [] })
    expect(problemSchema.parse(await (await enter('anna')).json()).kind).toBe('unknownAddress')
    expect(server.greeting).not.toContain('DEMOLÄGE')
  })
})

describe('a demo session', () => {
  it('is over when the server is started without the demo', async () => {
    const demo = await DemoServer.start()
    const anna = await demo.enter('anna')
    await demo.stop()
    const signIn = await DemoServer.start(
      { SMTP_HOST: 'mail.example.se', MAIL_FROM: 'samskriv@example.se' },
      demo.dataDir,
    )
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
  let house: PeopleHouse
  beforeEach(async () => {
    house = await PeopleHouse.open()
  })
  const minuteMs = 60_000

  it('ends a session that is used all the time after as many hours as is set, and it is then forgotten', async () => {
    const { sessions } = house
    const secret = await sessions.begin('anna', 'heby', 'demo', '')
    const seen = sessions.seenBy(secret)
    for (let minutes = 0; minutes < 12 * 60; minutes += 30) {
      house.now += 30 * minuteMs
      seen()
    }
    expect(sessions.find(secret)?.person.id).toBe('anna')
    house.now += 1
    expect(sessions.find(secret)).toBeNull()
    await sessions.begin('karim', 'af', 'demo', '')
    expect(house.disk.peek('/data/sessions.json').toString()).not.toContain('anna')
  })

  it('ends a session of which nothing has been heard for half an hour, and nothing wakes it again', async () => {
    const { sessions } = house
    const secret = await sessions.begin('anna', 'heby', 'demo', '')
    const seen = sessions.seenBy(secret)
    house.now += 30 * minuteMs
    expect(sessions.find(secret)).not.toBeNull()
    house.now += 1
    expect(sessions.find(secret)).toBeNull()
    expect(sessions.list('anna')).toEqual([])
    seen()
    expect(sessions.find(secret)).toBeNull()
  })

  it('does not run out while requests come, whatever is asked', async () => {
    const karim = await house.signedIn('karim')
    for (const path of ['/api/session', '/api/sessions', '/api/session', '/api/me/data']) {
      house.now += 29 * minuteMs
      expect((await karim.get(path)).status).toBe(200)
    }
    house.now += 31 * minuteMs
    expect(await karim.who()).toBeNull()
  })

  it('is remembered over a stop: to the minute, or to the end of it when it is in good order', async () => {
    const { sessions } = house
    const secret = await sessions.begin('anna', 'heby', 'demo', '')
    const keptSeenAt = () =>
      Object.values(
        sessionFileSchema.parse(JSON.parse(house.disk.peek('/data/sessions.json').toString())).sessions,
      ).map(({ seenAt }) => seenAt)
    house.now += 59_000
    sessions.seenBy(secret)()
    await house.settled()
    expect(keptSeenAt()).toEqual(['2026-11-22T08:00:00.000Z'])
    house.now += 1000
    sessions.seenBy(secret)()
    await house.settled()
    expect(keptSeenAt()).toEqual(['2026-11-22T08:01:00.000Z'])
    house.now += 10_000
    sessions.seenBy(secret)()
    await sessions.close()
    expect(keptSeenAt()).toEqual(['2026-11-22T08:01:10.000Z'])
  })

  it('costs nothing on the disk for a page that says much', async () => {
    const secret = await house.sessions.begin('anna', 'heby', 'demo', '')
    const seen = house.sessions.seenBy(secret)
    let calls = 0
    house.disk.before = () => {
      calls += 1
    }
    for (let count = 0; count < 1000; count += 1) seen()
    await house.settled()
    expect(calls).toBe(0)
  })
})

describe('those who wait for the end of a session', () => {
  let house: PeopleHouse
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    house = await PeopleHouse.open()
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const minuteMs = 60_000
  const pass = (ms: number) => {
    house.now += ms
    vi.advanceTimersByTime(ms)
  }

  it('are told when it has run out, and not while something is heard', async () => {
    const secret = await house.sessions.begin('anna', 'heby', 'demo', '')
    const ends: string[] = []
    house.sessions.whenOver(secret, end => ends.push(end))
    pass(29 * minuteMs)
    house.sessions.seenBy(secret)()
    pass(29 * minuteMs)
    expect(ends).toEqual([])
    pass(2 * minuteMs)
    expect(ends).toEqual(['ranOut'])
  })

  it('are told when it is ended: by herself, elsewhere, or for all', async () => {
    const ends: string[] = []
    const begin = async () => {
      const secret = await house.sessions.begin('anna', 'heby', 'demo', '')
      house.sessions.whenOver(secret, end => ends.push(end))
      return secret
    }
    const [one, other] = [await begin(), await begin()]
    await begin()
    await house.sessions.end(one)
    expect(ends).toEqual(['ended'])
    await house.sessions.endOne('anna', house.sessions.idOf(other))
    expect(ends).toEqual(['ended', 'ended'])
    await house.sessions.endAllOf('anna')
    expect(ends).toEqual(['ended', 'ended', 'ended'])
    expect(house.sessions.list('anna')).toEqual([])
  })

  it('are told soon when it is over already, and not at all when they no longer wait', async () => {
    const ends: string[] = []
    house.sessions.whenOver('x'.repeat(43), end => ends.push(end))
    pass(0)
    expect(ends).toEqual(['ranOut'])
    const secret = await house.sessions.begin('anna', 'heby', 'demo', '')
    house.sessions.whenOver(secret, end => ends.push(end))()
    await house.sessions.end(secret)
    pass(24 * 60 * minuteMs)
    expect(ends).toEqual(['ranOut'])
  })
})

describe('a cookie', () => {
  it('that has been changed, or is of a session that was left, is nobody’s', async () => {
    const house = await PeopleHouse.open()
    const karim = await house.signedIn('karim')
    const secret = karim.cookies.get('samskriv') ?? ''
    for (const changed of [`${secret}x`, secret.slice(1), secret.toLowerCase(), '', '__proto__']) {
      karim.cookies.set('samskriv', changed)
      expect(await karim.who()).toBeNull()
    }
    karim.cookies.set('samskriv', secret)
    expect(await karim.who()).toBe('karim@af')
    await karim.ask('DELETE', '/api/session')
    karim.cookies.set('samskriv', secret)
    expect(await karim.who()).toBeNull()
    expect(house.acts).toEqual(['signedIn', 'signedOut'])
  })

  it('is another after each sign-in, and the one before is of no use', async () => {
    const house = await PeopleHouse.open()
    const browser = await house.signedIn('karim')
    const before = browser.cookies.get('samskriv') ?? ''
    await browser.post('/api/demo/session', { personId: 'karim' })
    expect(browser.cookies.get('samskriv')).not.toBe(before)
    browser.cookies.set('samskriv', before)
    expect(await browser.who()).toBeNull()
  })
})

describe('a data folder', () => {
  it('from before there were parties in sessions is taken, and those sessions are over', async () => {
    const disk = new MemoryFileSystem()
    const key = 'a'.repeat(64)
    await memoryFolder(disk)
    disk.poke(
      '/data/sessions.json',
      Buffer.from(
        JSON.stringify({ sessions: { [key]: { personId: 'anna', beganAt: '2026-11-22T08:00:00Z' } } }),
      ),
    )
    const { sessions } = await openPeople(await memoryFolder(disk), readConfig({}), () =>
      Date.parse('2026-11-22T08:01:00Z'),
    )
    await sessions.begin('karim', 'af', 'demo', '')
    expect(sessions.list('karim')).toHaveLength(1)
  })
})

describe('the device', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Windows'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Edge, Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari, iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      'Chrome, Android',
    ],
    ['curl/8.5.0', ''],
    [undefined, ''],
  ])('is told from what the browser says: %s', (userAgent, device) => {
    expect(deviceOf(userAgent)).toBe(device)
  })
})
