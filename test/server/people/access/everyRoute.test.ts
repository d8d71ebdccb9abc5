import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { Visitor } from '../../../harness/rawClient.ts'

/**
 * Whom each route is for. `anybody` needs no session; `signedIn` is about oneself or what oneself may see;
 * `administrator` is not for others; `reader` is for all who read the ansökan in its address, `decider` for some of them;
 * `stranger` is answered alike to everybody who is signed in.
 */
type For = 'anybody' | 'signedIn' | 'administrator' | 'reader' | 'decider' | 'stranger'

/** Every route of the program, with a body that it could take. */
const table: Readonly<Record<string, readonly [For, unknown?]>> = {
  'GET /health': ['anybody'],
  'GET /health/alive': ['anybody'],
  'GET /health/ready': ['anybody'],
  'GET /metrics': ['anybody'],
  'GET /api/session': ['anybody'],
  'DELETE /api/session': ['anybody'],
  'POST /api/demo/session': ['anybody', { personId: 'nobody' }],
  'POST /api/sign-in/mail-link': ['anybody', { address: 'ingen@okand.example' }],
  'POST /api/sign-in/mail-link/redeem': ['anybody', { secret: 'x'.repeat(43) }],
  'POST /api/sign-in/invitation/look': ['anybody', { secret: 'x'.repeat(43) }],
  'POST /api/sign-in/invitation': ['anybody', { secret: 'x'.repeat(43), name: 'X', title: '' }],
  'POST /api/sign-in/guest/look': ['anybody', { secret: 'x'.repeat(43) }],
  'POST /api/sign-in/guest': ['anybody', { secret: 'x'.repeat(43), name: 'X' }],
  'POST /api/sign-in/first-administrator/look': ['anybody', { secret: 'x'.repeat(43) }],
  'POST /api/sign-in/first-administrator': ['anybody', {}],
  'GET /icon.svg': ['anybody'],
  'GET /offlineShell.js': ['anybody'],
  'GET /*': ['anybody'],
  'POST /sync/:id/line': ['stranger', ''],
  'GET /sync/:id/line/:token': ['stranger'],
  'POST /sync/:id/line/:token/:number': ['stranger', ''],
  'DELETE /sync/:id/line/:token': ['stranger'],
  'GET /api/sessions': ['signedIn'],
  'DELETE /api/sessions/:id': ['signedIn'],
  'DELETE /api/sessions': ['signedIn'],
  'PUT /api/me': ['signedIn', {}],
  'GET /api/me/data': ['signedIn'],
  'GET /api/people': ['signedIn'],
  'GET /api/notices': ['signedIn'],
  'GET /api/tasks': ['signedIn'],
  'POST /api/notices/read': ['signedIn', { ids: 'all' }],
  'GET /api/notices/settings': ['signedIn'],
  'PUT /api/notices/settings': ['signedIn', {}],
  'GET /api/forms/:id/form.docx': ['signedIn'],
  'GET /api/forms/:id/form.pdf': ['signedIn'],
  'GET /api/applications': ['signedIn'],
  'POST /api/applications': ['signedIn', {}],
  'POST /api/applications/word/read': ['signedIn', 'x'],
  'POST /api/applications/word': ['signedIn', 'x'],
  'GET /api/organisations': ['administrator'],
  'POST /api/organisations': ['administrator', {}],
  'PUT /api/organisations/:id': ['administrator', {}],
  'GET /api/persons': ['administrator'],
  'POST /api/persons': ['administrator', {}],
  'PUT /api/persons/:id': ['administrator', {}],
  'GET /api/persons/:id/successors': ['administrator'],
  'POST /api/persons/:id/successor': ['administrator', { successorId: 'per' }],
  'POST /api/persons/:id/deactivate': ['administrator', { shownAs: 'name' }],
  'POST /api/persons/:id/reactivate': ['administrator', {}],
  'DELETE /api/persons/:id/open-ids': ['administrator'],
  'GET /api/log': ['administrator'],
  'GET /api/log.csv': ['administrator'],
  'GET /api/applications/:id': ['reader'],
  'GET /api/applications/:id/state': ['reader'],
  'GET /api/applications/:id/authors': ['reader'],
  'GET /api/applications/:id/access': ['reader'],
  'GET /api/applications/:id/images/:hash': ['reader'],
  'GET /api/applications/:id/rescued': ['reader'],
  'POST /api/applications/:id/rescued': ['reader', { id: 'abcdef0123456789', section: null, text: 'x' }],
  'DELETE /api/applications/:id/rescued/:rescuedId': ['reader'],
  'POST /api/applications/:id/images': ['decider', ''],
  'POST /api/applications/:id/budget/workbook': ['decider', 'x'],
  'POST /api/applications/:id/invitations': [
    'decider',
    { addresses: ['x@af.example'], role: 'reader', message: '' },
  ],
  'POST /api/applications/:id/invitations/:invitationId': ['decider', {}],
  'DELETE /api/applications/:id/invitations/:invitationId': ['decider'],
  'POST /api/applications/:id/members': ['decider', { personId: 'elin', partyId: 'fk', role: 'reader' }],
  'PUT /api/applications/:id/members/:personId': ['decider', { role: 'reader' }],
  'DELETE /api/applications/:id/members/:personId': ['decider'],
  'POST /api/applications/:id/guest-links': [
    'decider',
    { label: 'X', partyId: 'af', role: 'reader', endsOn: '2999-01-01' },
  ],
  'DELETE /api/applications/:id/guest-links/:linkId': ['decider'],
  'POST /api/applications/:id/requests': ['stranger', { message: '' }],
  'POST /api/applications/:id/requests/:requestId': ['decider', { role: 'reader' }],
  'DELETE /api/applications/:id/requests/:requestId': ['decider'],
  'PUT /api/applications/:id/sections/:key': ['decider', { is: 'finished' }],
  'PUT /api/applications/:id/advice': ['decider', { open: true }],
  'GET /api/applications/:id/comments': ['reader'],
  'POST /api/applications/:id/comments': ['decider', {}],
  'PUT /api/applications/:id/comments/:thread': ['decider', { isResolved: true }],
  'POST /api/applications/:id/comments/:thread/posts': ['decider', { id: 'abcdef0123456789', text: 'x' }],
  'PUT /api/applications/:id/comments/:thread/posts/:post': ['decider', { text: 'x' }],
  'DELETE /api/applications/:id/comments/:thread/posts/:post': ['decider'],
  'GET /api/applications/:id/budget.xlsx': ['reader'],
  'GET /api/applications/:id/application.docx': ['reader'],
  'GET /api/applications/:id/application.pdf': ['reader'],
  'GET /api/applications/:id/move': ['decider'],
  'POST /api/applications/:id/move': ['decider', { to: '2024', hash: '0'.repeat(64), placements: {} }],
  'GET /api/applications/:id/versions': ['decider'],
  'POST /api/applications/:id/versions': ['decider', { name: 'X', note: '' }],
  'GET /api/applications/:id/versions/:number': ['decider'],
  'POST /api/applications/:id/versions/:number/restore': ['decider', { note: '' }],
  'GET /api/applications/:id/rounds': ['reader'],
  'POST /api/applications/:id/rounds': ['decider', {}],
  'PUT /api/applications/:id/rounds/:number': ['decider', { is: 'close' }],
  'GET /api/applications/:id/rounds/:number/version': ['reader'],
  'POST /api/applications/:id/rounds/:number/opened': ['reader', {}],
  'POST /api/applications/:id/rounds/:number/reminders': ['decider', { partyIds: ['af'] }],
  'PUT /api/applications/:id/rounds/:number/replies/:party/remarks/:remark': [
    'decider',
    { reply: 1, answer: { verdict: 'met', reason: '', changedSection: null } },
  ],
  'PUT /api/applications/:id/rounds/:number/replies/:party/opposition': ['decider', { reason: 'x' }],
  'GET /api/applications/:id/rounds/:number/compilation.html': ['reader'],
  'GET /api/applications/:id/rounds/:number/compilation.csv': ['reader'],
  'GET /api/applications/:id/rounds/:number/compilation.docx': ['reader'],
  'GET /api/applications/:id/rounds/:number/compilation.pdf': ['reader'],
  'GET /api/applications/:id/rounds/:number/records': ['reader'],
  'GET /api/applications/:id/rounds/:number/records/register.csv': ['reader'],
  'GET /api/applications/:id/rounds/:number/records/:party/:file': ['reader'],
  'POST /api/applications/:id/rounds/:number/reply': ['decider', {}],
  'POST /api/applications/:id/rounds/:number/reply/send': ['decider', { replaces: 0 }],
  'POST /api/applications/:id/rounds/:number/reply/reopen': ['decider', {}],
  'POST /api/applications/:id/rounds/:number/reply/lift': ['decider', { reason: 'x' }],
  'POST /api/applications/:id/rounds/:number/reply/attachments': ['decider', 'x'],
  'GET /api/applications/:id/rounds/:number/replies': ['reader'],
  'GET /api/applications/:id/rounds/:number/replies/:party/attachments/:hash': ['reader'],
  'GET /api/applications/:id/log': ['decider'],
  'GET /api/applications/:id/log.csv': ['decider'],
}

const unknownId = '0123456789abcdef0123'

let server: DemoServer
/** Anna's ansökan: Karim reads it, Sofia has been removed from it, Elin owns another, Per is of the förbund, Ingrid administers. */
let id: string
let karim: Visitor
const outside = new Map<string, Visitor>()

beforeAll(async () => {
  server = await DemoServer.start()
  const anna = await server.enter('anna')
  id = await anna.newApplicationAlone()
  const letIn = (personId: string, partyId: string, role: string) =>
    anna.post(`/api/applications/${id}/members`, { personId, partyId, role })
  await letIn('karim', 'af', 'reader')
  await letIn('sofia', 'region', 'partyEditor')
  await anna.delete(`/api/applications/${id}/members/sofia`)
  karim = await server.enter('karim')
  outside.set('somebody who was removed', await server.enter('sofia'))
  outside.set('the owner of another', await server.enter('elin'))
  outside.set('the förbund', await server.enter('per'))
  outside.set('the administrator', await server.enter('ingrid'))
  await outside.get('the owner of another')?.newApplicationAlone()
})
afterAll(async () => await server.dispose())

/** Routes of a kind, or of several. */
function routesFor(...kinds: readonly For[]): string[] {
  return Object.keys(table).filter(route => kinds.includes(table[route]?.[0] ?? 'anybody'))
}

async function call(route: string, headers: Record<string, string>, applicationId = id): Promise<Response> {
  const [method = '', path = ''] = route.split(' ')
  const address = path
    .replace(':id', path.startsWith('/api/persons') ? 'karim' : applicationId)
    .replace(':hash', '0'.repeat(64))
    .replace(':personId', 'anna')
    .replace(':key', 'background')
    .replace('/*', '/')
    .replaceAll(/:\w+/g, '0123456789abcdef')
  const body = table[route]?.[1]
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
  return await fetch(`${server.origin}${address}`, { method, headers: { ...headers, ...type }, ...sent })
}

describe('the table of routes', () => {
  it('has every route of the program, and no other', () => {
    // What stands before routes has no answer of its own; a method listed twice is one.
    const routes = server.routes.filter(route => !route.startsWith('ALL '))
    expect(routes.filter(route => table[route] === undefined)).toEqual([])
    expect(Object.keys(table).filter(route => !routes.includes(route))).toEqual([])
  })
})

describe('nobody who is signed in', () => {
  const mine = () => ({ origin: server.origin })

  it.each(routesFor('signedIn', 'administrator', 'reader', 'decider', 'stranger'))(
    'is let into %s',
    async route => {
      const answer = await call(route, mine())
      expect([answer.status, ((await answer.json()) as { kind: string }).kind]).toEqual([401, 'signedOut'])
    },
  )

  it.each(routesFor('anybody'))('is kept out of %s', async route => {
    expect((await call(route, mine())).status).not.toBe(401)
  })
})

describe('every change', () => {
  it.each(Object.keys(table).filter(route => !route.startsWith('GET ') && !route.includes('/sync/')))(
    '%s from a page that is not ours is refused',
    async route => {
      for (const origin of ['https://elsewhere.example', 'null', `${server.origin}.elsewhere.example`]) {
        const answer = await call(route, { cookie: karim.headers.cookie, origin })
        expect([answer.status, ((await answer.json()) as { kind: string }).kind]).toEqual([
          403,
          'foreignOrigin',
        ])
      }
    },
  )
})

describe('somebody without a role in an ansökan', () => {
  it.each(routesFor('reader', 'decider'))(
    'is told by %s what she is told of one that does not exist',
    async route => {
      for (const [who, { headers }] of outside) {
        const [real, none] = await Promise.all([call(route, headers), call(route, headers, unknownId)])
        const told = [real.status, await real.text()]
        expect([who, ...told]).toEqual([who, none.status, await none.text()])
        expect([who, real.status]).toEqual([who, 404])
      }
    },
  )

  it.each(routesFor('stranger'))('is told the same by %s', async route => {
    for (const [who, { headers }] of outside) {
      const [real, none] = await Promise.all([call(route, headers), call(route, headers, unknownId)])
      // A line that ends at once has a token of its own.
      const words = async (answer: Response) => (await answer.text()).replace(/"token":"[^"]*"/, '')
      expect([who, real.status, await words(real)]).toEqual([who, none.status, await words(none)])
    }
  })
})

describe('somebody who reads', () => {
  it.each(routesFor('decider'))('decides nothing by %s', async route => {
    const answer = await call(route, karim.headers)
    expect([answer.status, ((await answer.json()) as { kind: string }).kind]).toEqual([403, 'mayNot'])
  })

  it.each(routesFor('administrator'))('administers nothing by %s', async route => {
    const answer = await call(route, karim.headers)
    expect([answer.status, ((await answer.json()) as { kind: string }).kind]).toEqual([403, 'mayNot'])
  })
})

describe('where an organisation has a sign-in of its own', () => {
  /** What is not in the demo: a link to follow, for anybody. */
  const more = ['GET /api/sign-in/openid/start', 'GET /api/sign-in/openid/callback']
  let folder: string
  let own: DemoServer

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samskriv-routes-'))
    await writeFile(join(folder, 'secret'), 'en-hemlighet-som-ingen-gissar')
    // Nobody answers there.
    const provider = { party: 'heby', issuer: 'http://127.0.0.1:9', clientId: 'samskriv' }
    const path = join(folder, 'providers.json')
    await writeFile(path, JSON.stringify([{ ...provider, clientSecretFile: 'secret' }]))
    own = await DemoServer.start({ OIDC_PROVIDERS_FILE: path })
  })
  afterAll(async () => {
    await own.dispose()
    await rm(folder, { recursive: true })
  })

  it('the table and two more are all the routes, less that of the demo', () => {
    const routes = own.routes.filter(route => !route.startsWith('ALL '))
    const expected = [...Object.keys(table), ...more].filter(route => route !== 'POST /api/demo/session')
    expect(routes.toSorted()).toEqual(expected.toSorted())
  })

  it.each(more)('%s is for anybody, and lets nobody in by itself', async route => {
    for (const query of ['', '?party=heby', '?party=af&to=/konto', '?state=x&code=y']) {
      const [method = '', path = ''] = route.split(' ')
      const answer = await fetch(`${own.origin}${path}${query}`, { method, redirect: 'manual' })
      expect([303, 400]).toContain(answer.status)
      expect(answer.headers.get('location') ?? '/?fel=').toMatch(/^\/\?fel=/)
      expect(answer.headers.getSetCookie().filter(cookie => cookie.startsWith('samskriv='))).toEqual([])
    }
  })
})
