import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { DemoServer } from '../../harness/demoServer.ts'
import type { RawClient, Visitor } from '../../harness/rawClient.ts'
import { textOf } from './roomUnderTest.ts'

let server: DemoServer
let anna: Visitor
let karim: Visitor
let id: string

beforeAll(async () => {
  server = await DemoServer.start()
  ;[anna, karim] = await Promise.all([server.enter('anna'), server.enter('karim')])
})
beforeEach(async () => {
  id = await anna.newApplication()
})
afterAll(async () => await server.dispose())

function write(doc: Y.Doc, text: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  doc.getXmlFragment('background').push([paragraph])
}

function addNode(doc: Y.Doc, node: Y.XmlElement): void {
  doc.getXmlFragment('background').push([node])
}

function richText(doc: Y.Doc): Y.XmlText {
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText('text')
  paragraph.insert(0, [text])
  addNode(doc, paragraph)
  return text
}

function nested(depth: number): Y.XmlElement {
  const names = ['table', 'tableRow', 'tableCell', 'paragraph', 'footnote']
  const nodes = Array.from({ length: depth }, (_, at) => new Y.XmlElement(names[at % names.length]))
  for (const [at, node] of nodes.entries()) if (at > 0) nodes[at - 1]?.insert(0, [node])
  return nodes[0] as Y.XmlElement
}

/** An update that says the same as `change` does, but under a client id of somebody else's. */
function forged(joined: RawClient, clientId: number, change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(joined.doc))
  const before = Y.encodeStateVector(doc)
  doc.clientID = clientId
  change(doc)
  return Y.encodeStateAsUpdate(doc, before)
}

/** The client ids that stand in a document: with nobody's words in it yet, only the server's own. */
const seedingIds = (doc: Y.Doc) => [...doc.store.clients.keys()]

/** What the server held of each document after somebody had tried something on it. */
const attacked = new Map<string, Uint8Array>()

/**
 * Lets Karim send something that must not get in, while Anna writes. Gives what he was told, after making sure
 * that nothing of it is anywhere and that she has not noticed.
 */
async function attack(send: (joined: RawClient, writer: RawClient) => void | Promise<void>) {
  const writer = await anna.join(id)
  await writer.write(doc => write(doc, 'före'))
  const joined = await karim.join(id)
  const before = await anna.state(id)
  await send(joined, writer)
  const ended = await joined.closed
  expect(await anna.state(id), 'what the server holds').toEqual(before)
  await writer.write(doc => write(doc, 'efter'))
  const again = await karim.join(id)
  expect(textOf(again.doc), 'what the next who comes is given').toBe('föreefter')
  attacked.set(id, await anna.state(id))
  await Promise.all([writer.close(), again.close()])
  return { reason: ended.reason, refusal: joined.all('refused').at(-1)?.refusal }
}

describe('a raw client', () => {
  it.each<[string, string, (doc: Y.Doc) => void]>([
    ['the agreement', 'unknownRoot', doc => doc.getText('agreement').insert(0, 'Ny text')],
    [
      'the agreement as rich text',
      'unknownRoot',
      doc => doc.getXmlFragment('agreement').push([new Y.XmlElement('paragraph')]),
    ],
    ['a heading', 'unknownRoot', doc => doc.getMap('headings').set('background', 'Ny rubrik')],
    ['a root that nobody knows', 'unknownRoot', doc => doc.getArray('mitt').push([1])],
    ['a heading under an allowed root', 'wrongShape', doc => doc.getMap('name').set('heading', 'Ny rubrik')],
    ['a node that nobody knows', 'unknownNode', doc => addNode(doc, new Y.XmlElement('script'))],
    [
      'a hook',
      'unknownNode',
      doc => doc.getXmlFragment('background').push([new Y.XmlHook('x') as unknown as Y.XmlElement]),
    ],
    ['a node where it may not stand', 'wrongShape', doc => addNode(doc, new Y.XmlElement('tableRow'))],
    ['an item without its map', 'wrongShape', doc => doc.getMap('goals').set('m1', 'bara text')],
    ['a number that is none', 'wrongShape', doc => doc.getMap('budgetAmount').set('total', Number.NaN)],
    ['an amount below nothing', 'wrongShape', doc => doc.getMap('budgetAmount').set('total', -1)],
    ['an embedded object', 'wrongShape', doc => richText(doc).insertEmbed(0, { image: 'data:' })],
    ['a mark that nobody knows', 'unknownMark', doc => richText(doc).format(0, 2, { style: 'color: red' })],
    [
      'a link that is script',
      'wrongShape',
      doc => richText(doc).format(0, 2, { link: { href: 'javascript:alert(1)' } }),
    ],
    [
      'an attribute that nobody knows',
      'unknownAttribute',
      doc => (richText(doc).parent as Y.XmlElement).setAttribute('onclick', 'x'),
    ],
  ])('cannot write %s', async (_what, refusal, change) => {
    const told = await attack(joined => joined.doc.transact(() => change(joined.doc)))
    expect(told).toEqual({ reason: 'updateRefused', refusal })
  })

  it('cannot nest deeper than 20', async () => {
    const told = await attack(joined => addNode(joined.doc, nested(60)))
    expect(told.reason).toBe('updateRefused')
  })

  it('cannot mix what is allowed with what is not', async () => {
    const told = await attack(joined =>
      joined.doc.transact(() => {
        write(joined.doc, 'tillåtet')
        joined.doc.getText('agreement').insert(0, 'otillåtet')
      }),
    )
    expect(told).toEqual({ reason: 'updateRefused', refusal: 'unknownRoot' })
  })

  it('cannot leave out what its text hangs on', async () => {
    const told = await attack(joined => {
      const ahead = new Y.Doc()
      Y.applyUpdate(ahead, Y.encodeStateAsUpdate(joined.doc))
      write(ahead, 'först')
      const between = Y.encodeStateVector(ahead)
      write(ahead, 'sedan')
      joined.sendUpdate(Y.encodeStateAsUpdate(ahead, between))
    })
    expect(told).toEqual({ reason: 'updateRefused', refusal: 'gap' })
  })

  it('cannot write under the client id of somebody who is here', async () => {
    const told = await attack((joined, writer) =>
      joined.sendUpdate(forged(joined, writer.doc.clientID, doc => write(doc, 'i hennes namn'))),
    )
    expect(told).toEqual({ reason: 'updateRefused', refusal: 'foreignClient' })
  })

  it('cannot write under the client id that the server seeded the document with', async () => {
    const fresh = await karim.join(id)
    const [seeding = 0, ...others] = seedingIds(fresh.doc)
    expect(others).toEqual([])
    await fresh.close()
    const told = await attack(joined =>
      joined.sendUpdate(forged(joined, seeding, doc => write(doc, 'som servern'))),
    )
    expect(told).toEqual({ reason: 'updateRefused', refusal: 'foreignClient' })
  })

  it('cannot hide what it does in step 2', async () => {
    const told = await attack(joined => {
      const update = forged(joined, joined.doc.clientID, doc => doc.getText('agreement').insert(0, 'Ny text'))
      joined.send({ kind: 'syncStep2', update })
      joined.sent += 1
    })
    expect(told).toEqual({ reason: 'updateRefused', refusal: 'unknownRoot' })
  })

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['random bytes', Uint8Array.from({ length: 500 }, (_, at) => (at * 7919) % 251)],
    ['a long row of 255', new Uint8Array(1000).fill(255)],
    ['a promise of many structs', Uint8Array.of(1, 255, 255, 255, 255, 7, 1, 0)],
  ])('cannot have %s taken for an update', async (_what, update) => {
    const told = await attack(joined => joined.sendUpdate(update))
    expect(told).toEqual({ reason: 'updateRefused', refusal: 'malformed' })
  })

  it.each<[string, Uint8Array | string]>([
    ['an empty frame', new Uint8Array()],
    ['a frame of no known kind', Uint8Array.of(77, 1, 2, 3)],
    ['a frame that ends too early', Uint8Array.of(0, 2, 200, 1)],
    ['a frame that goes on after its end', Uint8Array.of(3, 3)],
    ['a frame that only the server sends', Uint8Array.of(100, 1)],
    ['a state vector that is none', Uint8Array.of(0, 0, 3, 255, 255, 255)],
    ['text', 'hej'],
  ])('that sends %s is sent away', async (_what, bytes) => {
    const told = await attack(joined => joined.sendBytes(bytes))
    expect(told).toEqual({ reason: 'malformedFrame', refusal: undefined })
  })

  it('that sends more than a frame may hold is sent away before it is read', async () => {
    const told = await attack(joined => joined.sendBytes(new Uint8Array(2 * 1024 * 1024 + 1)))
    expect(told.reason).toBe('frameTooLarge')
  })
})

describe('what all of them tried', () => {
  it('is nowhere on disk either: after a restart everything is as it was', async () => {
    const told = await attack(joined => joined.doc.getText('agreement').insert(0, 'Ny text'))
    expect(told.reason).toBe('updateRefused')
    await server.restart()
    ;[anna, karim] = [anna.at(server.origin), karim.at(server.origin)]
    for (const [document, held] of attacked) expect(await anna.state(document)).toEqual(held)
  })
})

describe('client ids', () => {
  it('belong to the person who used them first, also after a restart', async () => {
    const first = await anna.join(id)
    await first.write(doc => write(doc, 'mitt'))
    const clientId = first.doc.clientID
    await first.close()
    await server.restart()
    ;[anna, karim] = [anna.at(server.origin), karim.at(server.origin)]
    const stranger = await karim.join(id)
    stranger.sendUpdate(forged(stranger, clientId, doc => write(doc, 'inte mitt')))
    expect((await stranger.closed).reason).toBe('updateRefused')
    const again = await anna.join(id)
    again.sendUpdate(forged(again, clientId, doc => write(doc, 'mitt igen')))
    await again.saved()
    expect(textOf(again.doc)).toBe('mitt')
    await again.load()
    expect(textOf(again.doc)).toBe('mittmitt igen')
    await again.close()
  })

  it('that were only spoken for belong to her as well', async () => {
    const first = await anna.join(id)
    const stranger = await karim.join(id)
    first.sendPresence({ place: null })
    await stranger.until(() => stranger.all('presence').some(frame => frame.presence.length > 50))
    stranger.sendUpdate(forged(stranger, first.doc.clientID, doc => write(doc, 'inte mitt')))
    expect((await stranger.closed).reason).toBe('updateRefused')
    expect(stranger.all('refused').at(-1)?.refusal).toBe('foreignClient')
    await first.write(doc => write(doc, 'mitt'))
    await first.close()
  })

  it('are one list a document', async () => {
    const other = await anna.newApplication()
    const first = await anna.join(id)
    await first.write(doc => write(doc, 'mitt'))
    const stranger = await karim.join(other)
    stranger.sendUpdate(forged(stranger, first.doc.clientID, doc => write(doc, 'i ett annat dokument')))
    await stranger.saved()
    await Promise.all([first.close(), stranger.close()])
  })
})
