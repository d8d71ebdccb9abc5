import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { noNotices } from '../../../server/notice/noticesFile.ts'
import { problemSchema } from '../../../shared/http/problem.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { asked } from '../consultation/roundsOf.ts'

const secret = 'x'.repeat(43)
const organisation = { name: 'X', shortName: 'X', colour: 1, mailDomains: ['x.example'], signIn: 'mailLink' }

/** Every change that takes a JSON body, with one that it would take from whoever may make it. */
const bodies: Readonly<Record<string, object>> = {
  'POST /api/demo/session': { personId: 'anna' },
  'POST /api/sign-in/mail-link': { address: 'x@okand.example' },
  'POST /api/sign-in/mail-link/redeem': { secret },
  'POST /api/sign-in/invitation/look': { secret },
  'POST /api/sign-in/invitation': { secret, name: 'X', title: '' },
  'POST /api/sign-in/guest/look': { secret },
  'POST /api/sign-in/guest': { secret, name: 'X' },
  'POST /api/sign-in/first-administrator/look': { secret },
  'POST /api/sign-in/first-administrator': {
    secret,
    name: 'X',
    title: '',
    address: 'x@okand.example',
    organisation: { name: 'X', shortName: 'X', kind: 'kommun' },
  },
  'PUT /api/me': { name: 'X', title: '' },
  'POST /api/notices/read': { ids: 'all' },
  'PUT /api/notices/settings': { kinds: noNotices.settings.kinds, watched: [] },
  'POST /api/organisations': { ...organisation, kind: 'kommun' },
  'PUT /api/organisations/:id': organisation,
  'POST /api/persons': { name: 'X', title: '', address: 'x@af.example' },
  'PUT /api/persons/:id': { name: 'X', title: '', isAdministrator: true },
  'POST /api/persons/:id/successor': { successorId: 'ingrid' },
  'POST /api/persons/:id/deactivate': { shownAs: 'name' },
  'POST /api/applications': { formId: '2024', name: '' },
  'POST /api/applications/:id/rescued': { id: 'abcdef0123456789', section: null, text: 'x' },
  'POST /api/applications/:id/invitations': { addresses: ['x@af.example'], role: 'reader', message: '' },
  'POST /api/applications/:id/members': { personId: 'elin', partyId: 'fk', role: 'reader' },
  'PUT /api/applications/:id/members/:personId': { role: 'reviewer' },
  'POST /api/applications/:id/guest-links': {
    label: 'x',
    partyId: 'af',
    role: 'reader',
    endsOn: '2999-01-01',
  },
  'POST /api/applications/:id/requests': { message: '' },
  'POST /api/applications/:id/requests/:requestId': { role: 'reader' },
  'PUT /api/applications/:id/sections/:key': { is: 'party', partyId: 'af' },
  'PUT /api/applications/:id/advice': { open: true },
  'POST /api/applications/:id/comments': {
    id: 'abcdef0123456789',
    postId: 'abcdef0123456789',
    place: { is: 'section', section: 'background' },
    text: 'x',
    isInternal: false,
    isMaterial: false,
    assignee: null,
  },
  'PUT /api/applications/:id/comments/:thread': { isMaterial: true },
  'POST /api/applications/:id/comments/:thread/posts': { id: 'abcdef0123456789', text: 'x' },
  'PUT /api/applications/:id/comments/:thread/posts/:post': { text: 'x' },
  'POST /api/applications/:id/move': { to: '2024', hash: '0'.repeat(64), placements: {} },
  'POST /api/applications/:id/versions': { name: 'x', note: '' },
  'POST /api/applications/:id/versions/:number/restore': { note: '' },
  'POST /api/applications/:id/rounds': asked(),
  'PUT /api/applications/:id/rounds/:number': { is: 'callOff', reason: 'x' },
  'POST /api/applications/:id/rounds/:number/reminders': { partyIds: ['af'] },
  'POST /api/applications/:id/rounds/:number/reply/send': { replaces: 0 },
  'POST /api/applications/:id/rounds/:number/reply/lift': { reason: 'x' },
  'PUT /api/applications/:id/rounds/:number/replies/:party/opposition': { reason: 'x' },
  'PUT /api/applications/:id/rounds/:number/replies/:party/remarks/:remark': {
    reply: 1,
    answer: null,
  },
}

/** Changes without a body, and those whose body is bytes. */
const withoutJson = [
  'POST /api/persons/:id/reactivate',
  'POST /api/applications/:id/images',
  'POST /api/applications/:id/budget/workbook',
  'POST /api/applications/word/read',
  'POST /api/applications/word',
  'POST /api/applications/:id/invitations/:invitationId',
  'POST /api/applications/:id/rounds/:number/opened',
  'POST /api/applications/:id/rounds/:number/reply',
  'POST /api/applications/:id/rounds/:number/reply/reopen',
  'POST /api/applications/:id/rounds/:number/reply/attachments',
  'POST /sync/:id/line',
  'POST /sync/:id/line/:token/:number',
]

const keys = [
  'role',
  'party',
  'partyId',
  'phase',
  'state',
  '__proto__',
  'constructor',
  'isAdministrator',
  'by',
]

let server: DemoServer
let anna: Visitor
let ingrid: Visitor
let id: string
let requestId: string

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  ingrid = await server.enter('ingrid')
  id = await anna.newApplicationAlone()
  await anna.post(`/api/applications/${id}/members`, { personId: 'karim', partyId: 'af', role: 'reader' })
  const sofia = await server.enter('sofia')
  await sofia.post(`/api/applications/${id}/requests`, { message: '' })
  requestId = await vi.waitFor(async () => {
    const access = (await (await anna.get(`/api/applications/${id}/access`)).json()) as {
      requests: { id: string }[]
    }
    const [request] = access.requests
    if (!request) throw new Error('The request has not come yet.')
    return request.id
  }, 20_000)
})
afterAll(async () => await server.dispose())

async function send(route: string, body: string, type = 'application/json'): Promise<Response> {
  const [method = '', path = ''] = route.split(' ')
  const isHers = /organisations|persons/.test(path)
  const address = path
    .replace(':id', path.includes('/persons') ? 'karim' : isHers ? 'af' : id)
    .replace(':personId', 'karim')
    .replace(':requestId', requestId)
    .replace(':key', 'background')
  const { headers } = isHers ? ingrid : anna
  return await fetch(`${server.origin}${address}`, {
    method,
    headers: { ...headers, 'content-type': type },
    body,
  })
}

/** The body with a key more, first. */
function withFirst(key: string, value: unknown, body: object): string {
  return `{${JSON.stringify(key)}:${JSON.stringify(value)},${JSON.stringify(body).slice(1)}`
}

it('every change of the program is in the table', () => {
  const changes = server.routes.filter(route => /^(?:POST|PUT|PATCH) /.test(route))
  expect(changes.toSorted()).toEqual([...Object.keys(bodies), ...withoutJson].toSorted())
})

describe.each(Object.entries(bodies))('%s', (route, body) => {
  it('takes no field that it does not ask for, nor one that would change what all objects have', async () => {
    for (const key of keys.filter(key => !Object.hasOwn(body, key))) {
      const answer = await send(route, withFirst(key, { isAdministrator: true }, body))
      const { status, kind } = problemSchema.parse(await answer.json())
      expect([key, status, kind]).toEqual([key, 400, 'malformedRequest'])
    }
    expect(({} as { isAdministrator?: boolean }).isAdministrator).toBeUndefined()
  })

  it('takes no field twice, however it is written', async () => {
    for (const [key, value] of Object.entries(body)) {
      const escaped = withFirst(key, value, body).replace(
        `"${key}"`,
        `"\\u${key.charCodeAt(0).toString(16).padStart(4, '0')}${key.slice(1)}"`,
      )
      for (const twice of [withFirst(key, value, body), withFirst(key, 'ownerEditor', body), escaped]) {
        expect([key, (await send(route, twice)).status]).toEqual([key, 400])
      }
    }
  })

  it('takes nothing that is no JSON object, or does not say that it is JSON', async () => {
    const json = JSON.stringify(body)
    for (const other of [`[${json}]`, 'null', '""', '', `${json}${json}`, json.slice(0, -1)]) {
      expect([other, (await send(route, other)).status]).toEqual([other, 400])
    }
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'text/json',
    ]) {
      expect([type, (await send(route, json, type)).status]).toEqual([type, 400])
    }
  })
})
