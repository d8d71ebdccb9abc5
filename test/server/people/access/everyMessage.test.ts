import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Frame } from '../../../../shared/sync/frame.ts'
import { writePresence } from '../../../../shared/sync/presenceMessage.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { RawClient, Visitor } from '../../../harness/rawClient.ts'

let server: DemoServer
let id: string
const people = new Map<string, Visitor>()

/** Who is what in Anna's ansökan, which is open to the förbund for advice. */
const cast = {
  anna: 'ownerEditor',
  karim: 'partyEditor',
  elin: 'reviewer',
  sofia: 'reader',
  per: 'officer',
} as const

const writes = ['anna', 'karim']

beforeAll(async () => {
  server = await DemoServer.start()
  for (const person of Object.keys(cast)) people.set(person, await server.enter(person))
  const anna = people.get('anna') as Visitor
  id = await anna.newApplicationAlone()
  const parties = { karim: 'af', elin: 'fk', sofia: 'region' } as const
  for (const [personId, partyId] of Object.entries(parties)) {
    const role = cast[personId as keyof typeof parties]
    await anna.post(`/api/applications/${id}/members`, { personId, partyId, role })
  }
  await anna.put(`/api/applications/${id}/advice`, { open: true })
})
afterAll(async () => await server.dispose())

/** A paragraph more, as an update that nobody has seen. */
function paragraph(line: RawClient): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = line.doc.clientID
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(line.doc))
  const before = Y.encodeStateVector(doc)
  doc.getXmlFragment('background').push([new Y.XmlElement('paragraph')])
  return Y.encodeStateAsUpdate(doc, before)
}

/** Every kind of message that there is, and how the line ends for those who write and for those who only read. */
const messages: Readonly<Record<Frame['kind'], Message>> = {
  syncStep1: {
    of: () => ({ kind: 'syncStep1', stateVector: Uint8Array.of(0) }),
    ends: { writing: null, reading: null },
  },
  syncStep2: {
    of: line => ({ kind: 'syncStep2', update: paragraph(line) }),
    ends: { writing: null, reading: 'updateRefused' },
  },
  update: {
    of: line => ({ kind: 'update', update: paragraph(line) }),
    ends: { writing: null, reading: 'updateRefused' },
  },
  presence: {
    of: ({ doc }) => ({
      kind: 'presence',
      presence: writePresence([{ clientId: doc.clientID, clock: 1, json: '{}' }]),
    }),
    ends: { writing: null, reading: null },
  },
  queryPresence: { of: () => ({ kind: 'queryPresence' }), ends: { writing: null, reading: null } },
  acknowledged: {
    of: () => ({ kind: 'acknowledged', count: 1 }),
    ends: { writing: 'malformedFrame', reading: 'malformedFrame' },
  },
  refused: {
    of: () => ({ kind: 'refused', count: 1, refusal: 'gap' }),
    ends: { writing: 'malformedFrame', reading: 'malformedFrame' },
  },
  notice: {
    of: () => ({ kind: 'notice', topic: 'record' }),
    ends: { writing: 'malformedFrame', reading: 'malformedFrame' },
  },
}

interface Message {
  readonly of: (line: RawClient) => Frame
  readonly ends: { readonly writing: string | null; readonly reading: string | null }
}

describe.each(Object.keys(cast) as (keyof typeof cast)[])('%s, by her role,', person => {
  it.each(Object.keys(messages) as Frame['kind'][])('says %s', async kind => {
    const line = await (people.get(person) as Visitor).join(id)
    const { of, ends } = messages[kind]
    line.send(of(line))
    const expected = ends[writes.includes(person) ? 'writing' : 'reading']
    // Whoever is still heard after it is answered.
    const isHeard = await line.load().then(
      () => true,
      () => false,
    )
    expect(isHeard).toBe(expected === null)
    if (expected === null) await line.close()
    else expect((await line.closed).reason).toBe(expected)
  })
})
