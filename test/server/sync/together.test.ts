import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { itemsIn } from '../../../shared/document/items.ts'
import { readDocument } from '../../../shared/document/readDocument.ts'
import { schemaVersion } from '../../../shared/document/schemaVersion.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { RawClient, Visitor } from '../../harness/rawClient.ts'
import { textOf } from './roomUnderTest.ts'

let server: DemoServer
let anna: Visitor
let karim: Visitor
let id: string

beforeAll(async () => {
  server = await DemoServer.start()
})
beforeEach(async () => {
  ;[anna, karim] = await Promise.all([server.enter('anna'), server.enter('karim')])
  id = await anna.newApplication()
})
afterAll(async () => await server.dispose())

/** The first block of a section, as the server seeded it. */
function firstBlock(doc: Y.Doc, section = 'background'): Y.XmlElement {
  return doc.getXmlFragment(section).get(0) as Y.XmlElement
}

function addParagraph(doc: Y.Doc, text: string, section = 'background'): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  doc.getXmlFragment(section).push([paragraph])
}

const contentsOf = (doc: Y.Doc) => readDocument(doc, form2024)
const stateOf = (client: RawClient) => Y.encodeStateVector(client.doc)

describe('two people in one ansökan', () => {
  it('see what the other writes, in text and in fields, and end with the same', async () => {
    const [one, other] = await Promise.all([anna.join(id), karim.join(id)])
    await one.write(doc => addParagraph(doc, 'från Heby'))
    await other.until(() => textOf(other.doc) === 'från Heby')
    await Promise.all([
      one.write(doc => doc.getMap('budgetAmount').set('total', 4_321_000)),
      other.write(doc => addParagraph(doc, 'från AF')),
      other.write(doc => doc.getMap('period').set('start', '2025-01-01')),
    ])
    await one.until(() => one.doc.getMap('period').get('start') === '2025-01-01')
    await other.until(() => other.doc.getMap('budgetAmount').get('total') === 4_321_000)
    expect(stateOf(one)).toEqual(stateOf(other))
    expect(contentsOf(one.doc)).toEqual(contentsOf(other.doc))
    await Promise.all([one.close(), other.close()])
  })

  it('who wrote while one was away are merged when she comes back', async () => {
    const [one, other] = await Promise.all([anna.join(id), karim.join(id)])
    await other.close()
    // What she types without a line is kept here as her outbox would keep it.
    const outbox: Uint8Array[] = []
    const away = new Y.Doc()
    Y.applyUpdate(away, Y.encodeStateAsUpdate(other.doc))
    away.on('update', (update: Uint8Array) => outbox.push(update))
    for (const text of ['ett', 'två', 'tre']) addParagraph(away, text)
    await one.write(doc => addParagraph(doc, 'under tiden'))
    const again = await karim.join(id)
    for (const update of outbox) again.sendUpdate(update)
    await again.saved()
    await one.until(() => textOf(one.doc).length === 'under tidenetttvåtre'.length)
    expect(textOf(one.doc)).toContain('etttvåtre')
    expect(textOf(one.doc)).toContain('under tiden')
    await Promise.all([one.close(), again.close()])
  })

  it('may be in two ansökningar at once without hearing of the other one', async () => {
    const second = await anna.newApplication('2019')
    const [one, other] = await Promise.all([anna.join(id), karim.join(second)])
    const heard = other.frames.length
    await one.write(doc => addParagraph(doc, 'här'))
    await other.write(doc => doc.getMap('name').set('value', 'Där'))
    expect(other.frames.slice(heard).map(frame => frame.kind)).toEqual(['acknowledged'])
    await Promise.all([one.close(), other.close()])
  })

  it('are told who is where, and who has gone', async () => {
    const [one, other] = await Promise.all([anna.join(id), karim.join(id)])
    one.sendPresence({ place: { section: 'goals' } })
    const said = () => other.all('presence').map(frame => Buffer.from(frame.presence).toString('utf8'))
    await other.until(() => said().some(text => text.includes('Anna Lindholm') && text.includes('goals')))
    await one.close()
    await other.until(() => said().at(-1)?.endsWith('null') ?? false)
    await other.close()
  })
})

describe('what has been written', () => {
  it('is there after the server has been stopped and started, with its item keys and its order', async () => {
    const one = await anna.join(id)
    await one.write(doc => {
      const goal = new Y.Map<unknown>()
      for (const [key, value] of [
        ['order', 'a0'],
        ['level', 'effect'],
        ['text', new Y.Text('Egen försörjning')],
      ]) {
        goal.set(key as string, value)
      }
      doc.getMap('goals').set('m1', goal)
    })
    const before = contentsOf(one.doc)
    await server.restart()
    const again = await anna.at(server.origin).join(id)
    expect(contentsOf(again.doc)).toEqual(before)
    expect(itemsIn(again.doc.getMap('goals')).map(item => item.key)).toEqual(['m1'])
    await again.close()
  })

  it('names the ansökan and its last writer in the list', async () => {
    const one = await karim.join(id)
    await one.write(doc => doc.getMap('name').set('value', 'Samverkan i Heby'))
    await one.close()
    await server.restart()
    const [application] = await anna.at(server.origin).applications()
    expect(application).toMatchObject({
      id,
      name: 'Samverkan i Heby',
      lastChange: { personName: 'Karim Sandell', partyShortName: 'AF', section: 'name' },
    })
  })

  it('is given whole over an ordinary request, for networks that block sockets', async () => {
    const one = await anna.join(id)
    await one.write(doc => addParagraph(doc, 'läs mig'))
    const doc = new Y.Doc()
    Y.applyUpdate(doc, await karim.state(id))
    expect(textOf(doc)).toBe('läs mig')
    await one.close()
  })
})

describe('a stock y-websocket client', () => {
  /** Joins as the library does it, with a browser's cookie and origin. */
  function stock(visitor: Visitor): { provider: WebsocketProvider; doc: Y.Doc; closes: number[] } {
    class BrowserSocket extends WebSocket {
      constructor(address: string) {
        super(address, { headers: visitor.headers })
      }
    }
    const doc = new Y.Doc()
    const closes: number[] = []
    const provider = new WebsocketProvider(`${server.origin.replace('http', 'ws')}/sync`, id, doc, {
      // The provider asks for a browser's socket and uses what Node's has in common with it.
      WebSocketPolyfill: BrowserSocket as unknown as typeof globalThis.WebSocket,
      params: { schema: String(schemaVersion) },
      disableBc: true,
    })
    provider.on('connection-close', event => closes.push(event?.code ?? 0))
    return { provider, doc, closes }
  }

  const synced = async (provider: WebsocketProvider) =>
    await new Promise<void>(resolve => {
      if (provider.synced) resolve()
      else provider.once('sync', () => resolve())
    })
  const changed = async (doc: Y.Doc, isSo: () => boolean) => {
    while (!isSo()) await new Promise(resolve => doc.once('update', resolve))
  }

  it('joins, reads, writes, sees who is there, and is not disturbed', async () => {
    const ours = await karim.join(id)
    await ours.write(doc => addParagraph(doc, 'från vår klient'))
    ours.sendPresence({ place: { section: 'goals' } })
    const { provider, doc, closes } = stock(anna)
    await synced(provider)
    expect(textOf(doc)).toBe('från vår klient')
    addParagraph(doc, 'från deras')
    await ours.until(() => textOf(ours.doc).includes('från deras'))
    await ours.write(shared => addParagraph(shared, 'och tillbaka'))
    await changed(doc, () => textOf(doc).includes('och tillbaka'))
    const karimThere = () => provider.awareness.getStates().get(ours.doc.clientID)
    while (!karimThere()) await new Promise(resolve => provider.awareness.once('change', resolve))
    expect(karimThere()).toMatchObject({ person: { id: 'karim' } })
    expect([closes, provider.wsconnected]).toEqual([[], true])
    provider.destroy()
    await ours.close()
  })

  it('that wrote before it joined hands in what it has', async () => {
    const ours = await karim.join(id)
    const first = stock(anna)
    await synced(first.provider)
    first.provider.disconnect()
    firstBlock(first.doc).insert(0, [new Y.XmlText('skrivet utan nät')])
    first.provider.connect()
    await ours.until(() => textOf(ours.doc) === 'skrivet utan nät')
    expect(first.closes.filter(code => code >= 4000)).toEqual([])
    first.provider.destroy()
    await ours.close()
  })

  it('stays away when it is told that an update of its was refused', async () => {
    const { provider, doc, closes } = stock(anna)
    await synced(provider)
    const ended = new Promise(resolve => provider.once('connection-close', resolve))
    doc.getText('agreement').insert(0, 'ny avtalstext')
    await ended
    expect([closes, provider.shouldConnect]).toEqual([[4409], false])
    provider.destroy()
  })
})
