import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { levels } from '../../../server/operations/LogEvent.ts'
import { Visitor } from '../../harness/rawClient.ts'
import { ask } from '../../harness/rawHttp.ts'
import { type ServerProcess, startServerProcess } from '../../harness/serverProcess.ts'

/** Nothing else in the world is called this. */
const secret = 'hemlis4711xyzzy'

let server: ServerProcess
let output: string

/** Puts the secret wherever somebody can put one, honestly and not, and stops the program. */
beforeAll(async () => {
  server = await startServerProcess()
  const { origin } = server
  const anna = await Visitor.enter(origin, 'anna')
  const id = await anna.newApplication('2024', secret)
  const line = await anna.join(id)
  await line.write(doc => {
    doc.getMap('name').set('value', secret)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(secret)])
    doc.getXmlFragment('background').push([paragraph])
  })
  line.sendPresence({ place: { section: secret, field: secret } })
  await anna.post(`/api/applications/${id}/rescued`, {
    id: 'a'.repeat(16),
    section: 'background',
    text: secret,
  })
  await anna.post(`/api/applications/${id}/rescued`, { id: secret, section: secret, text: { secret } })

  // Refused: into a place that does not exist, under an id that is not hers; and what is no frame at all.
  const hostile = await anna.join(id)
  hostile.doc.getMap(secret).set(secret, secret)
  await hostile.closed
  for (const bytes of [`${secret}`, Buffer.from(secret), Buffer.from(`\u0000\u0002${secret}`)]) {
    const broken = await anna.join(id)
    broken.sendBytes(bytes)
    await broken.closed
  }
  const rude = await anna.join(id)
  rude.underlying.write(secret)
  await rude.closed
  await (await anna.open(secret)).closed

  const headers = { ...anna.headers, 'content-type': 'application/json' }
  const post = async (path: string, body: string | Uint8Array, more: Record<string, string> = {}) =>
    await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { ...headers, ...more },
      body: body as BodyInit,
    })
  await post('/api/applications', `{"name": ${secret}`)
  await post('/api/applications', `{"${secret}": 1}`)
  await post(`/api/applications/${id}/images`, `\u0089PNG\r\n${secret}`, { 'content-type': 'image/png' })
  await post(`/api/${secret}?${secret}=${secret}`, secret)
  await fetch(`${origin}/${secret}?token=${secret}`, {
    headers: { cookie: `samskriv=${secret}`, 'user-agent': secret },
  })
  await fetch(`${origin}/api/applications`, {
    headers: { cookie: `samskriv=${secret}`, authorization: secret },
  })
  await ask(origin, `${secret} / HTTP/1.1\r\n\r\n`)
  await ask(origin, `GET / HTTP/1.1\r\nhost: ${secret} ${secret}\r\nconnection: close\r\n\r\n`)

  // A fault of the program itself, on the way to what has the secret in it.
  await line.close()
  const lost = await anna.newApplication('2024', secret)
  await rm(join(server.dataDir, 'documents', lost), { recursive: true })
  await anna.get(`/api/applications/${lost}/state?${secret}`)
  await (await anna.open(lost)).closed
  await server.stop()
  output = server.output()
})
afterAll(async () => await server.dispose())

describe('the log', () => {
  it('has nothing of what anybody has typed or sent', () => {
    expect(output.toLowerCase().split(secret)).toHaveLength(1)
    expect(output).not.toContain(Buffer.from(secret).toString('base64').slice(0, 16))
    expect(output).not.toContain(Buffer.from(secret).toString('hex'))
  })

  it('names no person, no cookie and no question of an address', () => {
    const lines = output.split('\n').filter(line => line.startsWith('{'))
    for (const line of lines) expect(line).not.toMatch(/samskriv=|\?|Anna|Heby kommun/)
  })

  it('is a line of JSON for each event, of a kind in the list, after the greeting', () => {
    const lines = output.split('\n').filter(line => line !== '' && !line.startsWith('  '))
    const events = lines.map(
      line => JSON.parse(line) as { time: string; level: string; event: keyof typeof levels },
    )
    for (const { time, level, event } of events) {
      expect(new Date(time).toISOString()).toBe(time)
      expect(level).toBe(levels[event])
    }
    const kinds = new Set(events.map(({ event }) => event))
    for (const kind of ['started', 'lineEnded', 'requestFault', 'socketFault', 'stopped'] as const) {
      expect(kinds).toContain(kind)
    }
  })
})
