import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readDocument } from '../../../shared/document/readDocument.ts'
import { forms } from '../../../shared/form/forms.ts'
import { applicationListSchema, applicationSchema } from '../../../shared/http/application.ts'
import { problemSchema } from '../../../shared/http/problem.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'

let server: DemoServer
let anna: Visitor
let karim: Visitor
let per: Visitor

beforeAll(async () => {
  server = await DemoServer.start()
  ;[anna, karim, per] = await Promise.all(
    ['anna', 'karim', 'per'].map(id => server.enter(id)) as [
      Promise<Visitor>,
      Promise<Visitor>,
      Promise<Visitor>,
    ],
  )
})
afterAll(async () => await server.dispose())

const start = (visitor: Visitor, formId: string, name = 'Prov') =>
  visitor.post('/api/applications', { formId, name })
const problemOf = async (answer: Response) => problemSchema.parse(await answer.json())

describe('the demo', () => {
  it('begins with three ansökningar, the fullest first, and does not begin again', async () => {
    const before = await anna.applications()
    const demo = before.slice(-3).map(({ formId }) => formId)
    expect(demo[0]).toBe('2024')
    expect(new Set(demo)).toEqual(new Set(['2024', '2016', '2019']))
    await server.restart()
    ;[anna, karim, per] = [anna.at(server.origin), karim.at(server.origin), per.at(server.origin)]
    expect(await anna.applications()).toEqual(before)
  })
})

describe('a new ansökan', () => {
  it.each(forms.map(form => form.id))('can be started on the form %s', async formId => {
    const answer = await start(anna, formId, '  Samverkan för unga ')
    expect(answer.status).toBe(201)
    const application = applicationSchema.parse(await answer.json())
    expect(application).toMatchObject({
      formId,
      name: 'Samverkan för unga',
      state: 'draft',
      ownerOrganisation: 'Heby kommun',
      partnerOrganisations: [],
      lastChange: null,
      damaged: false,
    })
    const form = forms.find(one => one.id === formId) as (typeof forms)[number]
    const doc = new Y.Doc()
    Y.applyUpdate(doc, await anna.state(application.id))
    expect(readDocument(doc, form).sections.name).toEqual({ kind: 'text', value: 'Samverkan för unga' })
    const asked = await (await anna.get(`/api/applications/${application.id}`)).json()
    expect(asked).toEqual(application)
  })

  it('may be started without a name', async () => {
    const application = applicationSchema.parse(await (await start(anna, '2024', '   ')).json())
    expect(application.name).toBe('')
  })

  it('is listed and open to whoever started it, and to others when they are let in', async () => {
    const { id } = applicationSchema.parse(await (await start(karim, '2024')).json())
    const listed = async (visitor: Visitor) => {
      const list = applicationListSchema.parse(await (await visitor.get('/api/applications')).json())
      return list.applications.find(application => application.id === id)
    }
    expect((await listed(karim))?.ownerOrganisation).toBe('Arbetsförmedlingen')
    expect(await listed(anna)).toBeUndefined()
    expect((await anna.get(`/api/applications/${id}`)).status).toBe(404)
    const colleague = { personId: 'anna', partyId: 'heby', role: 'reader' }
    expect((await karim.post(`/api/applications/${id}/members`, colleague)).status).toBe(200)
    expect((await listed(anna))?.standing).toEqual({ role: 'reader', adviceIsOpen: false, textIsOpen: false })
  })

  it('can be started often, but not without end', async () => {
    const sofia = await server.enter('sofia')
    const statuses: number[] = []
    for (let time = 0; time < 202; time += 1) statuses.push((await start(sofia, 'nothing')).status)
    expect(statuses.slice(0, 200).every(status => status === 404)).toBe(true)
    const refused = await start(sofia, '2024')
    expect(await problemOf(refused)).toMatchObject({ kind: 'tooManyAttempts', status: 429 })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it.each(['2025', '', '../2024', '__proto__', 'constructor'])(
    'cannot be started on the form "%s"',
    async formId => {
      expect(await problemOf(await start(anna, formId))).toEqual({
        kind: 'unknownForm',
        status: 404,
        fields: ['formId'],
      })
    },
  )
})

describe('an ansökan that does not exist', () => {
  const unknown = ['0123456789abcdef0123', 'x', '..%2f..%2fsessions', '__proto__', '%00', 'A'.repeat(3000)]

  it.each(unknown)('(%.24s) is answered as unknown, by every address', async id => {
    for (const rest of ['', '/state', '/rescued', `/images/${'0'.repeat(64)}`]) {
      const answer = await anna.get(`/api/applications/${id}${rest}`)
      expect(await problemOf(answer)).toMatchObject({ kind: 'unknownApplication', status: 404 })
    }
    const body = { id: 'abcdef0123456789', section: null, text: 'x' }
    expect((await anna.post(`/api/applications/${id}/rescued`, body)).status).toBe(404)
    expect((await anna.delete(`/api/applications/${id}/rescued/x`)).status).toBe(404)
  })
})

describe('somebody of the förbund', () => {
  it('sees no draft, in the list or by its address, and none that could be told from what does not exist', async () => {
    const id = await anna.newApplication()
    expect(await per.applications()).toEqual([])
    for (const rest of ['', '/state', '/rescued', `/images/${'0'.repeat(64)}`]) {
      const real = await per.get(`/api/applications/${id}${rest}`)
      const none = await per.get(`/api/applications/0123456789abcdef0123${rest}`)
      expect([real.status, await real.text()]).toEqual([none.status, await none.text()])
    }
  })

  it('starts none', async () => {
    expect(await problemOf(await start(per, '2024'))).toMatchObject({ kind: 'mayNot', status: 403 })
  })
})

describe('somebody who is not signed in', () => {
  it('is told nothing but that', async () => {
    const id = await anna.newApplication()
    for (const address of ['', `/${id}`, `/${id}/state`, `/${id}/rescued`, '/0123456789abcdef0123']) {
      const answer = await fetch(`${server.origin}/api/applications${address}`)
      expect(await problemOf(answer)).toEqual({ kind: 'signedOut', status: 401, fields: [] })
    }
  })
})
