import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemSchema } from '../../../shared/http/problem.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import { ask, RawHttp, readAnswer } from '../../harness/rawHttp.ts'

let server: DemoServer
beforeAll(async () => {
  server = await DemoServer.start({
    HEADERS_TIMEOUT_MS: '200',
    REQUEST_TIMEOUT_MS: '400',
    KEEP_ALIVE_MS: '200',
    MAX_CONNECTIONS: '20',
  })
})
afterAll(async () => await server.dispose())

const host = 'host: localhost\r\n'

/** Things that are no requests, or impossible ones, and the problem each is answered with. */
const broken: readonly [string, string, string][] = [
  ['no request at all', '\u0016\u0003\u0001\u0000garbage\r\n\r\n', 'malformedRequest'],
  ['an unknown method', `EAT /health HTTP/1.1\r\n${host}\r\n`, 'malformedRequest'],
  ['no host', 'GET /health HTTP/1.1\r\nconnection: close\r\n\r\n', ''],
  [
    'an impossible host',
    'GET /health HTTP/1.1\r\nhost: a b<c>\r\nconnection: close\r\n\r\n',
    'malformedRequest',
  ],
  ...['GET', 'POST'].map((method): [string, string, string] => [
    `an impossible host of a request with a body in pieces (${method})`,
    `${method} /api/sign-in/mail-link HTTP/1.1\r\nhost: 99999999999999999999\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n0\r\n\r\n`,
    'malformedRequest',
  ]),
  [
    'two lengths',
    `POST /api/session HTTP/1.1\r\n${host}content-length: 1\r\ncontent-length: 2\r\n\r\nab`,
    'malformedRequest',
  ],
  [
    'a length and chunks',
    `POST /api/session HTTP/1.1\r\n${host}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
    'malformedRequest',
  ],
  [
    'an impossible expectation',
    `POST /api/session HTTP/1.1\r\n${host}expect: miracles\r\nconnection: close\r\n\r\n`,
    'malformedRequest',
  ],
  ['a head that is too large', `GET / HTTP/1.1\r\n${host}x: ${'x'.repeat(20_000)}\r\n\r\n`, 'tooLarge'],
  ['an address that is too large', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\n${host}\r\n`, 'tooLarge'],
  [
    'an absolute address of another kind',
    `GET ftp://x/y HTTP/1.1\r\n${host}connection: close\r\n\r\n`,
    'malformedRequest',
  ],
]

describe('what is no request', () => {
  it.each(broken)(
    'is answered with a problem and the connection closed: %s',
    async (_what, request, kind) => {
      const answer = await ask(server.origin, request)
      if (kind === '') expect(answer?.status).toBe(200)
      else {
        const problem = problemSchema.parse(JSON.parse(answer?.body ?? ''))
        expect(problem).toEqual({ kind, status: answer?.status, fields: [] })
        expect(answer?.headers['x-content-type-options']).toBe('nosniff')
      }
    },
  )
})

describe('somebody who takes her time', () => {
  it('with the head of a request is told so and sent away', async () => {
    const slow = await RawHttp.open(server.origin)
    slow.write('GET /health HTTP/1.1\r\nhost: localhost\r\nx: ')
    const answer = readAnswer(await slow.ended)
    expect(problemSchema.parse(JSON.parse(answer?.body ?? '')).kind).toBe('tooSlow')
  })

  it('with the body of a request is sent away', async () => {
    const { origin } = server
    const slow = await RawHttp.open(origin)
    slow.write(
      `POST /api/demo/session HTTP/1.1\r\n${host}origin: ${origin}\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{`,
    )
    const said = await slow.ended
    if (said !== '') expect(readAnswer(said)?.status).toBe(408)
  })

  it('with saying anything after an answer is sent away', async () => {
    const idle = await RawHttp.open(server.origin)
    idle.write(`GET /health HTTP/1.1\r\n${host}\r\n`)
    expect(readAnswer(await idle.ended)?.status).toBe(200)
  })

  it('does not hold up anybody else, however many she is', async () => {
    const slow = await Promise.all(Array.from({ length: 15 }, () => RawHttp.open(server.origin)))
    for (const line of slow) line.write('GET /health HTTP/1.1\r\nhost: localhost\r\n')
    expect((await fetch(`${server.origin}/health`)).status).toBe(200)
    await Promise.all(slow.map(line => line.ended))
  })
})

describe('connections beyond the limit', () => {
  it('are cut, and those that are there go on', async () => {
    const anna = await server.enter('anna')
    const [application] = await anna.applications()
    const line = await anna.join(application?.id ?? '')
    const many = await Promise.all(Array.from({ length: 40 }, () => RawHttp.open(server.origin)))
    // Those that were let in are idle, and sent away as such: every one of them ends.
    await Promise.all(many.map(one => one.ended))
    await line.write(doc => doc.getMap('name').set('value', 'kvar'))
    await line.close()
    expect((await fetch(`${server.origin}/health`)).status).toBe(200)
  })
})
