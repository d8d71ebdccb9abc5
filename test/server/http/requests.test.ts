import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Problem, problemSchema } from '../../../shared/http/problem.ts'
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

interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Asks as Anna, unless told otherwise, with everything that a page of ours sends along. */
async function ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Response> {
  const json = { 'content-type': 'application/json' }
  return await fetch(`${server.origin}${path}`, {
    method,
    headers: { ...anna.headers, ...json, ...headers },
    ...(body === undefined ? {} : { body }),
  })
}

const problemOf = async (answer: Response): Promise<Problem> => problemSchema.parse(await answer.json())

/** One request for every kind of answer there is, and its status. */
const answers: readonly [string, number, () => Promise<Response>][] = [
  ['who I am', 200, () => ask('/api/session')],
  ['the list', 200, () => ask('/api/applications')],
  ['an ansökan', 200, () => ask(`/api/applications/${id}`)],
  ['its state', 200, () => ask(`/api/applications/${id}/state`)],
  ['nothing to say', 204, () => ask('/api/session', { method: 'DELETE', headers: { cookie: 'samskriv=x' } })],
  ['a request that makes no sense', 400, () => ask('/api/applications', { method: 'POST', body: '{' })],
  ['somebody who is not signed in', 401, () => ask('/api/applications', { headers: { cookie: '' } })],
  ['a foreign page', 403, () => ask('/api/applications', { method: 'POST', headers: { origin: 'null' } })],
  ['a socket that is not asked for as one', 404, () => ask(`/sync/${id}`)],
  ['an unknown address', 404, () => ask('/api/nowhere')],
  ['an unknown ansökan', 404, () => ask('/api/applications/nowhere')],
  ['an unknown file', 404, () => ask('/assets/nothing.js')],
  ['an unknown picture', 404, () => ask(`/api/applications/${id}/images/x`)],
  ['too much', 413, () => ask('/api/applications', { method: 'POST', body: 'x'.repeat(1024 * 1024 + 1) })],
  ['what is no picture', 415, () => ask(`/api/applications/${id}/images`, { method: 'POST', body: 'x' })],
]

describe('the answer to', () => {
  it.each(answers)('%s (%i) has the headers that keep a browser safe', async (_what, status, asking) => {
    const answer = await asking()
    expect(answer.status).toBe(status)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    const policy = answer.headers.get('content-security-policy')
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "object-src 'none'",
    ]) {
      expect(policy).toContain(rule)
    }
    expect(policy).not.toContain('unsafe')
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    expect(answer.headers.get('x-powered-by')).toBeNull()
    expect(answer.headers.get('strict-transport-security')).toBeNull()
  })

  it.each(answers.filter(([, status]) => status >= 400))(
    '%s (%i) is one of the problems in the list, and says nothing of the inside',
    async (_what, status, asking) => {
      const text = await (await asking()).text()
      expect(problemSchema.parse(JSON.parse(text)).status).toBe(status)
      expect(text).not.toMatch(/node_modules|\.ts|Error|\/tmp/)
    },
  )

  it('what goes wrong in here is a problem as well, and stands in the log', async () => {
    const lost = await anna.newApplication()
    await rm(dirname(server.documentFile(lost, 'record.json')), { recursive: true })
    const answer = await ask(`/api/applications/${lost}/state`)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    const text = await answer.text()
    expect(problemSchema.parse(JSON.parse(text)).status).toBe(answer.status)
    expect(text).not.toMatch(/node_modules|\.ts|\/tmp/)
    expect(server.log.some(({ kind }) => kind === 'requestFault')).toBe(true)
  })
})

describe('a change', () => {
  const changes: readonly [string, string][] = [
    ['POST', '/api/demo/session'],
    ['DELETE', '/api/session'],
    ['DELETE', '/api/sessions'],
    ['PUT', '/api/me'],
    ['POST', '/api/sign-in/mail-link'],
    ['POST', '/api/sign-in/mail-link/redeem'],
    ['POST', '/api/sign-in/invitation'],
    ['POST', '/api/sign-in/guest'],
    ['POST', '/api/sign-in/first-administrator'],
    ['POST', '/api/persons'],
    ['PUT', '/api/organisations/af'],
    ['POST', '/api/applications'],
    ['POST', '/api/applications/ID/images'],
    ['POST', '/api/applications/ID/rescued'],
    ['DELETE', '/api/applications/ID/rescued/x'],
    ['PUT', '/api/applications/ID'],
    ['PATCH', '/api/applications/ID'],
  ]

  it.each(changes)('by %s %s is taken from our own pages only', async (method, path) => {
    const address = server.origin + path.replace('ID', id)
    const { cookie } = anna.headers
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    for (const origin of [undefined, 'null', 'https://evil.example', `${server.origin}.evil.example`]) {
      const headers = { cookie, ...form, ...(origin === undefined ? {} : { origin }) }
      const answer = await fetch(address, { method, headers, body: 'personId=anna' })
      expect([origin, (await problemOf(answer)).kind]).toEqual([origin, 'foreignOrigin'])
    }
    expect((await anna.get('/api/applications')).status).toBe(200)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'as %s is no request of ours',
    async type => {
      const answer = await ask('/api/applications', {
        method: 'POST',
        headers: { 'content-type': type },
        body: '{"formId":"2024","name":"Prov"}',
      })
      expect(await problemOf(answer)).toMatchObject({ kind: 'malformedRequest' })
    },
  )

  it.each<[string, string, string[]]>([
    ['no JSON', '{"formId":', []],
    ['nothing', '', []],
    ['a list', '[]', []],
    ['null', 'null', []],
    ['too little', '{"formId":"2024"}', ['name']],
    ['another type', '{"formId":2024,"name":["Prov"]}', ['formId', 'name']],
    ['too much', '{"formId":"2024","name":"Prov","state":"decided","party":"af"}', ['state', 'party']],
    ['a way to the prototype', '{"formId":"2024","name":"Prov","__proto__":{"admin":true}}', ['__proto__']],
    ['a long name', `{"formId":"2024","name":"${'x'.repeat(201)}"}`, ['name']],
    ['a name of two lines', '{"formId":"2024","name":"ett\\ntvå"}', ['name']],
  ])('that says %s is refused, and its fields are named', async (_what, body, fields) => {
    const before = (await anna.applications()).length
    const answer = await ask('/api/applications', { method: 'POST', body })
    expect(await problemOf(answer)).toEqual({ kind: 'malformedRequest', status: 400, fields })
    expect((await anna.applications()).length).toBe(before)
  })
})

describe('a malformed address', () => {
  it.each([
    '/%',
    '/%ff',
    '/api/%ff',
    '/api/applications/%',
    '/api/applications/%ff/state',
    '/sync/%',
    '/assets/%ff',
    '//',
    '/\\',
  ])('(%s) is answered like any other that does not exist', async address => {
    const answer = await ask(address)
    expect([200, 404]).toContain(answer.status)
    if (address.startsWith('/api')) expect(answer.status).toBe(404)
  })
})
