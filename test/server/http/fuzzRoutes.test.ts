import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemSchema } from '../../../shared/http/problem.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { ask, type RawAnswer } from '../../harness/rawHttp.ts'

const seed = Number(process.env.SEED ?? 20_261_122)
const rounds = Number(process.env.ROUNDS ?? 1_500)

let server: DemoServer
let anna: Visitor
let id: string

beforeAll(async () => {
  console.info(`SEED=${seed}`)
  server = await DemoServer.start({
    KEEP_ALIVE_MS: '100',
    HEADERS_TIMEOUT_MS: '500',
    REQUEST_TIMEOUT_MS: '500',
  })
  anna = await server.enter('anna')
  id = await anna.newApplication()
})
afterAll(async () => await server.dispose())

/** Numbers that look random, the same for the same seed (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const methods = [
  'GET',
  'GET',
  'POST',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
]

const paths = [
  '/',
  '/health',
  '/health/ready',
  '/metrics',
  '/api/session',
  '/api/demo/session',
  '/api/sign-in/mail-link',
  '/api/sign-in/mail-link/redeem',
  '/api/sign-in/invitation',
  '/api/sign-in/invitation/look',
  '/api/sign-in/guest',
  '/api/sign-in/first-administrator',
  '/api/sessions',
  '/api/sessions/PIECE',
  '/api/me',
  '/api/me/data',
  '/api/people?q=PIECE&application=ID',
  '/api/persons?q=PIECE',
  '/api/persons/PIECE',
  '/api/persons/PIECE/deactivate',
  '/api/organisations',
  '/api/organisations/PIECE',
  '/api/applications',
  '/api/applications/ID',
  '/api/applications/ID/state',
  '/api/applications/ID/rescued',
  '/api/applications/ID/rescued/PIECE',
  '/api/applications/ID/images',
  '/api/applications/ID/images/PIECE',
  '/api/PIECE',
  '/sync/ID',
  '/sync/ID/line?schema=PIECE&ack=1',
  '/sync/ID/line/PIECE',
  '/sync/ID/line/PIECE?after=PIECE',
  '/sync/ID/line/PIECE/PIECE',
  '/assets/PIECE',
  '/icon.svg',
  '/offlineShell.js',
  '/PIECE',
]

const pieces = [
  '%00',
  '..%2f..%2fetc%2fpasswd',
  '../../../server/main.ts',
  '....//....//package.json',
  '%2e%2e/%2e%2e',
  '%E0%A4%A',
  '%ff%fe',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '-1',
  '0',
  '1e309',
  '99999999999999999999',
  'NaN',
  'å',
  '\\..\\..',
  'x'.repeat(5000),
  'a'.repeat(64),
  '%0d%0aset-cookie:%20x=1',
]

const types = [
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'application/octet-stream',
  'image/png',
  'image/svg+xml',
  '',
  '\u0000',
]

const bodies = [
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '{"personId":"anna"}',
  '{"personId":{"toString":1}}',
  '{"personId":["anna"]}',
  '{"__proto__":{"admin":true},"formId":"2024","name":"x"}',
  '{"formId":"constructor","name":"x"}',
  '{"formId":"2024","name":7}',
  `{"formId":"2024","name":"${'x'.repeat(5000)}"}`,
  '{"id":"x","section":"__proto__","text":"x"}',
  '['.repeat(20_000),
  `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
  '\ufeff{}',
  '\ud800',
  '\u0000\u0001\u0002\u00ff',
  '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff',
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
]

const extras = [
  '',
  'content-encoding: gzip\r\n',
  'transfer-encoding: gzip, chunked\r\n',
  'range: bytes=99999-\r\n',
  'range: bytes=-1\r\n',
  'if-none-match: *\r\n',
  'accept-encoding: ,,;q=x\r\n',
  'x-http-method-override: DELETE\r\n',
  'upgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-version: 13\r\nsec-websocket-key: x\r\n',
  'upgrade: h2c\r\nconnection: Upgrade, HTTP2-Settings\r\nhttp2-settings: AAMAAABkAARAAAAAAAIAAAAA\r\n',
  'expect: 100-continue\r\n',
  'cookie: samskriv=%E0%A4%A; samskriv=\u0001\r\n',
  'x-forwarded-for: 127.0.0.1, , ::1\r\n',
  'x-forwarded-host: evil.example\r\n',
  'authorization: Bearer x\r\n',
  `${Array.from({ length: 150 }, (_, at) => `x-${at}: ${at}\r\n`).join('')}`,
]

/** Headers that say what the inside is made of. */
const telling = ['x-powered-by', 'server', 'x-runtime', 'via']

/** What no answer to anybody may have: a stack, a file of ours, a library, a folder of this machine. */
const inside =
  /node_modules|node:internal|\bat \S+ \(|\.ts:\d|[A-Z]\w+Error\b|ENOENT|EACCES|EISDIR|\/tmp\/|\/home\/|\/work\/|ZodError|hono/

/** The cookies that there are. */
const ours = /^samskriv(?:-link|-guest)?=/

interface Attempt {
  readonly method: string
  readonly target: string
  readonly request: string
}

function attempt(random: () => number): Attempt {
  const any = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T
  const method = any(methods)
  const target = any(paths)
    .replaceAll('ID', () => (random() < 0.6 ? id : any(pieces)))
    .replaceAll('PIECE', () => any(pieces))
    .replaceAll(' ', '%20')
  const body = any(bodies)
  const { cookie, origin } = anna.headers
  const request = [
    `${method} ${target} HTTP/1.1`,
    random() < 0.95 ? 'host: localhost' : `host: ${any(pieces)}`,
    ...(random() < 0.8 ? [`cookie: ${cookie}`] : []),
    ...(random() < 0.8 ? [`origin: ${origin}`] : []),
    `content-type: ${any(types)}`,
    ...(random() < 0.9 ? [`content-length: ${body.length}`] : ['transfer-encoding: chunked']),
    `${any(extras)}connection: close`,
    '',
    body,
  ].join('\r\n')
  return { method, target, request }
}

/** Why an answer is not as it should be; null when it is. */
function fault({ method }: Attempt, answer: RawAnswer | null): string | null {
  // Cut without an answer: nothing was said.
  if (!answer) return null
  const { status, headers, body } = answer
  const said = JSON.stringify(headers) + body
  if (inside.test(said)) return `tells of the inside: ${inside.exec(said)?.[0]}`
  for (const name of telling) if (name in headers) return `has ${name}`
  if (headers['set-cookie'] && !ours.test(headers['set-cookie'])) return 'sets a cookie'
  if (status === 500) return 'is a 500'
  // A socket that is opened with an impossible key: ws answers that by itself, before anybody is asked.
  if (body === 'Missing or invalid Sec-WebSocket-Key header') return null
  // A HEAD has no body by the rules of HTTP, nor has a line that is not opened. A part of a file that it does not have is refused without one.
  if (status < 400 || status === 416 || method === 'HEAD' || headers['content-length'] === '0') return null
  const text = headers['transfer-encoding'] === 'chunked' ? body.split('\r\n')[1] : body
  try {
    const problem = problemSchema.parse(JSON.parse(text ?? ''))
    return problem.status === status ? null : `says ${problem.status}`
  } catch {
    return `is no problem of ours: ${body.slice(0, 200)}`
  }
}

describe('whatever is asked', { timeout: 120_000 }, () => {
  it(`the answer is a problem in the list and tells nothing of the inside (${rounds} requests)`, async () => {
    const random = randomFrom(seed)
    const attempts = Array.from({ length: rounds }, () => attempt(random)).values()
    const faults: string[] = []
    const statuses = new Map<number, number>()
    const askSome = async () => {
      for (const one of attempts) {
        const answer = await ask(server.origin, Buffer.from(one.request, 'latin1'))
        statuses.set(answer?.status ?? 0, (statuses.get(answer?.status ?? 0) ?? 0) + 1)
        const wrong = fault(one, answer)
        if (wrong) faults.push(`${one.method} ${one.target.slice(0, 80)} → ${answer?.status}: ${wrong}`)
      }
    }
    await Promise.all(Array.from({ length: 8 }, askSome))
    expect(faults).toEqual([])
    // It has seen more than one kind of answer, and the server is whole.
    for (const status of [200, 400, 403, 404]) expect(statuses.get(status) ?? 0).toBeGreaterThan(0)
    expect((await fetch(`${server.origin}/health`)).status).toBe(200)
    const line = await (await server.enter('anna')).join(id)
    await line.write(doc => doc.getMap('name').set('value', 'hel'))
    await line.close()
  })

  it('nothing of it was a fault in here', () => {
    expect(server.log.filter(({ kind }) => kind === 'requestFault')).toEqual([])
  })
})
