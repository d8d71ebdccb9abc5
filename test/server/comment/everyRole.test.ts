import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DemoServer } from '../../harness/demoServer.ts'
import { applicants, Visitor } from '../../harness/rawClient.ts'
import { comment, newId, Said } from './said.ts'

/** Who is what in two ansökningar of Anna's, which are open to the förbund for advice. */
const casts = [
  { karim: 'partyEditor', elin: 'partyLead', sofia: 'reviewer' },
  { karim: 'reader', elin: 'signatory', sofia: 'removed' },
] as const

let server: DemoServer
let anna: Visitor
const visitors = new Map<string, Visitor>()
const ids: string[] = []
/** In each of them a thread that Anna has begun, and its post. */
let threads: { readonly id: string; readonly post: string }[]

beforeAll(async () => {
  server = await DemoServer.start()
  for (const personId of ['anna', 'karim', 'elin', 'sofia', 'per', 'ingrid']) {
    visitors.set(personId, await server.enter(personId))
  }
  anna = visitorOf('anna')
  visitors.set('nobody', Visitor.with(server.origin, '', 'nobody'))
  for (const cast of casts) {
    const id = await anna.newApplicationAlone()
    ids.push(id)
    for (const { personId, partyId } of applicants) {
      if (personId === 'anna') continue
      const role = cast[personId]
      const given = role === 'removed' ? 'partyEditor' : role
      await anna.post(`/api/applications/${id}/members`, { personId, partyId, role: given })
      if (role === 'removed') await anna.delete(`/api/applications/${id}/members/${personId}`)
    }
    await anna.put(`/api/applications/${id}/advice`, { open: true })
  }
})
afterAll(async () => await server.dispose())
/** A post is nobody's by the dozen: those who try share the threads. */
async function begin(): Promise<void> {
  const begun = await Promise.all(ids.map(id => new Said(anna, id).start()))
  threads = begun.map(({ id, posts }) => ({ id, post: posts[0]?.id ?? '' }))
}

function visitorOf(who: string): Visitor {
  const visitor = visitors.get(who)
  if (!visitor) throw new Error(`${who} has not entered.`)
  return visitor
}

interface Here {
  readonly by: Visitor
  readonly at: (rest?: string) => string
  readonly thread: { readonly id: string; readonly post: string }
}

const change = (body: object) => (here: Here) => here.by.put(here.at(`/${here.thread.id}`), body)

/** All that can be asked, and how whoever comments but did not begin the thread is answered. */
const routes = {
  read: [200, ({ by, at }) => by.get(at())],
  start: [201, ({ by, at }) => by.post(at(), comment())],
  answer: [201, ({ by, at, thread }) => by.post(at(`/${thread.id}/posts`), { id: newId(), text: 'Ja.' })],
  assign: [200, change({ assignee: { is: 'party', partyId: 'af' } })],
  mark: [200, change({ isMaterial: true })],
  handOver: [200, change({ isInternal: false })],
  resolve: [403, change({ isResolved: true })],
  edit: [403, ({ by, at, thread }) => by.put(at(`/${thread.id}/posts/${thread.post}`), { text: 'Annat.' })],
  remove: [403, ({ by, at, thread }) => by.delete(at(`/${thread.id}/posts/${thread.post}`))],
} satisfies Record<string, readonly [number, (here: Here) => Promise<Response>]>

type Route = keyof typeof routes

/** How each is answered, who is what in which of the two. */
const people: readonly [string, string, number, (route: Route) => number][] = [
  ['the owner', 'anna', 0, route => (routes[route][0] === 403 ? 200 : routes[route][0])],
  ['a partsredaktör', 'karim', 0, route => routes[route][0]],
  ['a partsansvarig', 'elin', 0, route => routes[route][0]],
  ['a granskare', 'sofia', 0, route => routes[route][0]],
  ['a reader', 'karim', 1, route => (route === 'read' ? 200 : 403)],
  ['an undertecknare, before it is locked', 'elin', 1, () => 404],
  ['somebody who has been removed', 'sofia', 1, () => 404],
  ['the förbund, which is asked for advice', 'per', 0, () => 403],
  ['an administrator', 'ingrid', 0, () => 404],
  ['nobody', 'nobody', 0, () => 401],
]

describe.each(people)('%s', (_who, person, place, expected) => {
  beforeAll(begin)

  it.each(Object.keys(routes) as Route[])('may %s as her role says', async route => {
    const at = (rest = '') => `/api/applications/${ids[place]}/comments${rest}`
    const thread = threads[place] ?? { id: '', post: '' }
    const answer = await routes[route][1]({ by: visitorOf(person), at, thread })
    expect(answer.status).toBe(expected(route))
  })
})

describe('what is said', () => {
  it('is told of to those who may read it, and to nobody else', async () => {
    const [first = '', second = ''] = ids
    const readers: readonly (readonly [string, string])[] = [
      ['anna', first],
      ['karim', first],
      ['elin', first],
      ['sofia', first],
      ['karim', second],
    ]
    const lines = await Promise.all(readers.map(([who, id]) => visitorOf(who).join(id)))
    const per = await visitorOf('per').join(first)
    const before = per.frames.length
    for (const id of ids) await new Said(anna, id).start()
    for (const line of lines) {
      await line.until(() => line.all('notice').some(({ topic }) => topic === 'comments'))
    }
    // What he is answered now comes after what he would have been told.
    await per.load()
    expect(per.frames.slice(before).filter(({ kind }) => kind !== 'presence')).toMatchObject([
      { kind: 'syncStep2' },
    ])
    await Promise.all([...lines, per].map(line => line.close()))
  })
})
