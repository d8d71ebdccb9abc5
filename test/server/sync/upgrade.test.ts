import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { schemaVersion } from '../../../shared/document/schemaVersion.ts'
import { type ProblemKind, problemSchema } from '../../../shared/http/problem.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'

let server: DemoServer
let anna: Visitor
let id: string

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  id = await anna.newApplication()
})
afterAll(async () => await server.dispose())

/** Asks for a socket with these headers; gives the status it was refused with, or 101. */
async function statusOfUpgrade(
  headers: Readonly<Record<string, string>>,
  path = `/sync/${id}?schema=${schemaVersion}`,
): Promise<{ status: number; headers: Readonly<Record<string, unknown>> }> {
  const socket = new WebSocket(`${server.origin.replace('http', 'ws')}${path}`, { headers })
  return await new Promise(resolve => {
    socket.on('upgrade', answer => resolve({ status: 101, headers: answer.headers }))
    socket.on('unexpected-response', (_request, answer) => {
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers })
      answer.destroy()
    })
    socket.on('open', () => socket.terminate())
    socket.on('error', () => {})
  })
}

const handshake = {
  host: 'localhost',
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'sec-websocket-version': '13',
}

/** Sends bytes as they are and gives all that is answered, until the server ends the line. */
async function answerTo(text: string): Promise<string> {
  const socket = connect(server.port, '127.0.0.1')
  socket.write(text)
  let answer = ''
  for await (const chunk of socket) answer += chunk
  return answer
}

describe('a socket', () => {
  it('is opened for one with a session, from our own page', async () => {
    const { status, headers } = await statusOfUpgrade(anna.headers)
    expect(status).toBe(101)
    expect(headers).not.toHaveProperty('sec-websocket-extensions')
  })

  it.each<[string, (origin: string) => string | null]>([
    ['none', () => null],
    ['null', () => 'null'],
    ['a foreign one', () => 'https://evil.example'],
    ['ours with a suffix', origin => `${origin}.evil.example`],
    ['ours on another port', () => 'http://localhost:1'],
    ['ours over https', origin => origin.replace('http:', 'https:')],
    ['ours in capitals', origin => origin.toUpperCase()],
    ['ours with a dot', origin => origin.replace('localhost', 'localhost.')],
    ['ours with a slash', origin => `${origin}/`],
  ])('is refused when the origin is %s', async (_what, originFrom) => {
    const origin = originFrom(server.origin)
    const { cookie } = anna.headers
    const { status, headers } = await statusOfUpgrade(origin === null ? { cookie } : { cookie, origin })
    expect(status).toBe(403)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' })
  })

  it.each<[string, number, () => Readonly<Record<string, string>>]>([
    ['opened', 101, () => anna.headers],
    ['refused a foreign page', 403, () => ({ ...anna.headers, origin: 'null' })],
    ['refused a stranger', 401, () => ({ ...anna.headers, cookie: 'samskriv=AAAA' })],
  ])('has the headers that keep a browser safe when it is %s (%i)', async (_what, expected, headersOf) => {
    const { status, headers } = await statusOfUpgrade(headersOf())
    expect(status).toBe(expected)
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  it.each<[string, ProblemKind, () => Readonly<Record<string, string>>]>([
    ['a foreign page', 'foreignOrigin', () => ({ ...anna.headers, origin: 'null' })],
    ['a stranger', 'signedOut', () => ({ ...anna.headers, cookie: 'samskriv=AAAA' })],
  ])('that is refused %s says why as every answer does, and is ended', async (_what, kind, headersOf) => {
    const lines = Object.entries({ ...handshake, ...headersOf() }).map(([name, value]) => `${name}: ${value}`)
    const answer = await answerTo(
      `GET /sync/${id}?schema=${schemaVersion} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`,
    )
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    expect(problemSchema.parse(JSON.parse(body)).kind).toBe(kind)
    expect(head).toContain(`content-length: ${body.length}`)
  })

  it('that is opened has the first word of the room together with the answer to its upgrade', async () => {
    const reader = await anna.join(id)
    const lines = Object.entries({ ...handshake, ...anna.headers }).map(
      ([name, value]) => `${name}: ${value}`,
    )
    const socket = connect(server.port, '127.0.0.1')
    socket.write(`GET /sync/${id}?schema=${schemaVersion} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
    const [first] = (await once(socket, 'data')) as [Buffer]
    socket.destroy()
    const wholeBinary = 0x82
    expect(first.toString('latin1')).toMatch(/^HTTP\/1\.1 101 /)
    expect(first[first.indexOf('\r\n\r\n') + 4]).toBe(wholeBinary)
    await reader.close()
  })

  it.each([
    ['no cookie', undefined],
    ['a secret that nobody has', 'samskriv=AAAA'],
    ['an empty secret', 'samskriv='],
  ])('is refused with %s', async (_what, cookie) => {
    const { origin } = anna.headers
    expect((await statusOfUpgrade(cookie ? { origin, cookie } : { origin })).status).toBe(401)
  })

  it('is refused when its person has signed out', async () => {
    const elin = await server.enter('elin')
    await elin.delete('/api/session')
    expect((await statusOfUpgrade(elin.headers)).status).toBe(401)
  })

  it('to no document is opened, and then closed for good', async () => {
    const line = await anna.open('0123456789abcdef0123')
    expect((await line.closed).reason).toBe('unknownDocument')
    expect(line.frames).toEqual([])
  })

  it.each(['..%2f..%2fsessions', '%00', '%ff', 'a'.repeat(5000)])(
    'to what is no document (%.20s) is closed for good',
    async address => {
      const line = await anna.open(address)
      expect((await line.closed).reason).toBe('unknownDocument')
    },
  )

  it.each(['0', '', 'x', '1.5', String(schemaVersion + 1)])(
    'of a client with schema %j is closed before a byte of the document',
    async schema => {
      const line = await anna.open(id, { schema })
      expect((await line.closed).reason).toBe('olderSchema')
      expect(line.frames).toEqual([])
    },
  )

  it('of the förbund is closed before a byte, and does not tell which ansökningar there are', async () => {
    const per = await server.enter('per')
    for (const address of [id, '0123456789abcdef0123']) {
      const line = await per.open(address)
      expect((await line.closed).reason).toBe('unknownDocument')
      expect(line.frames).toEqual([])
    }
  })

  it('whose client speaks before the document is loaded is heard in order all the same', async () => {
    const line = await anna.open(id)
    line.doc.getMap('budgetAmount').set('total', 7)
    line.doc.getMap('budgetAmount').set('total', 8)
    await line.saved()
    expect(line.acknowledged).toBe(2)
    await line.close()
  })

  it('that opened many documents by name has made none', async () => {
    const before = await anna.applications()
    const lines = await Promise.all(
      Array.from({ length: 50 }, (_, at) => anna.open(`nyttdokument${at.toString().padStart(4, '0')}`)),
    )
    await Promise.all(lines.map(line => line.closed))
    expect(await anna.applications()).toEqual(before)
  })
})

describe('a line that breaks the rules', () => {
  it('in the middle of an upgrade to what we do not speak does not end the server', async () => {
    const asking =
      'GET /api/session HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n'
    const socket = connect(server.port, '127.0.0.1')
    socket.write(asking)
    await once(socket, 'data')
    socket.resetAndDestroy()
    expect((await anna.get('/api/session')).status).toBe(200)
  })

  it('by asking for another protocol is answered as if it had not', async () => {
    const answer = await answerTo(
      'GET /api/session HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, close\r\nUpgrade: h2c\r\n\r\n',
    )
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK/)
  })

  it.each([
    ['without a key', ['Sec-WebSocket-Version: 13']],
    ['with a key that is none', ['Sec-WebSocket-Key: abc', 'Sec-WebSocket-Version: 13']],
    [
      'in a version that nobody speaks',
      ['Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Version: 99'],
    ],
  ])('by an upgrade %s is answered and ended', async (_what, headers) => {
    const { cookie, origin } = anna.headers
    const lines = [
      `GET /sync/${id}?schema=${schemaVersion} HTTP/1.1`,
      'Host: localhost',
      `Cookie: ${cookie}`,
      `Origin: ${origin}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      ...headers,
    ]
    const answer = await answerTo(`${lines.join('\r\n')}\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toMatch(/"kind":"malformedRequest"/)
  })

  it.each<[string, number[]]>([
    ['an unmasked frame', [0x82, 0x01, 0x03]],
    ['reserved bits', [0xf2, 0x81, 0, 0, 0, 0, 3]],
    ['an unknown opcode', [0x83, 0x80, 0, 0, 0, 0]],
    ['a continuation of nothing', [0x80, 0x80, 0, 0, 0, 0]],
    ['a ping that is too long', [0x89, 0xfe, 0x01, 0x00, 0, 0, 0, 0]],
    ['a close code that may not be sent', [0x88, 0x82, 0, 0, 0, 0, 0x03, 0xed]],
    ['text that is no UTF-8', [0x81, 0x82, 0, 0, 0, 0, 0xff, 0xff]],
    ['a frame of 2^63 bytes', [0x82, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['a cut connection in the middle of a frame', [0x82, 0xfe, 0x10, 0x00, 0, 0, 0, 0, 1, 2, 3]],
  ])('with %s ends alone', async (_what, bytes) => {
    const line = await anna.join(id)
    line.underlying.write(Uint8Array.from(bytes))
    line.underlying.end()
    await line.closed
    const another = await anna.join(id)
    await another.write(doc => doc.getMap('budgetAmount').set('total', bytes.length))
    await another.close()
  })
})
