import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { guardDefaults } from '../../server/sync/guard/limits.ts'
import { DemoServer } from '../harness/demoServer.ts'
import type { RawClient } from '../harness/rawClient.ts'
import { paragraph } from '../server/sync/guard/guardedHouse.ts'

let server: DemoServer

beforeAll(async () => {
  server = await DemoServer.start()
})
afterAll(async () => await server.dispose())

/** The largest things that are let in, each on top of the one before. */
const largest: Readonly<Record<string, (doc: Y.Doc) => void>> = {
  'a very long text': doc => doc.getXmlFragment('purpose').push([paragraph('å'.repeat(700_000))]),
  'as many blocks as may be brought': doc => {
    const blocks = Array.from({ length: guardDefaults.maxStructs - 10 }, () => new Y.XmlElement('paragraph'))
    doc.getXmlFragment('purpose').push(blocks)
  },
  'cuts all through the long text': doc => {
    const text = (doc.getXmlFragment('purpose').get(0) as Y.XmlElement).get(0) as Y.XmlText
    for (let at = 20_000; at > 0; at -= 4) text.insert(at, 'x')
  },
  'deletions all through the long text': doc => {
    const text = (doc.getXmlFragment('purpose').get(0) as Y.XmlElement).get(0) as Y.XmlText
    for (let at = 60_000; at > 30_000; at -= 4) text.delete(at, 1)
  },
  'all of it deleted': doc => doc.getXmlFragment('purpose').delete(0, doc.getXmlFragment('purpose').length),
}

it('makes nobody wait long for another document, however large an update is that is let in', async () => {
  const [anna, karim] = await Promise.all([server.enter('anna'), server.enter('karim')])
  const [ours, theirs] = await Promise.all([anna.newApplication(), karim.newApplication()])
  const [writer, paster] = await Promise.all([anna.join(ours), karim.join(theirs)])
  const waits: string[] = []
  for (const [what, change] of Object.entries(largest)) {
    const updates: Uint8Array[] = []
    const made = new Y.Doc()
    Y.applyUpdate(made, Y.encodeStateAsUpdate(paster.doc))
    made.on('update', (update: Uint8Array) => updates.push(update))
    made.transact(() => change(made))
    for (const update of updates) paster.sendUpdate(update)
    const waitMs = await longestWait(writer, () => paster.acknowledged >= paster.sent)
    waits.push(`${what} (${Math.round((updates[0]?.length ?? 0) / 1024)} KiB): ${Math.round(waitMs)} ms`)
    await paster.load()
  }
  console.log(`Longest wait of an honest edit: ${waits.join('; ')}`)
  expect(paster.all('refused')).toEqual([])
}, 60_000)

/** Writes word upon word, each when the one before is saved, until `isOver`; gives the longest that one took. */
async function longestWait(writer: RawClient, isOver: () => boolean): Promise<number> {
  let longest = 0
  do {
    const begunAt = performance.now()
    await writer.write(doc => doc.getXmlFragment('background').push([paragraph('ord')]))
    longest = Math.max(longest, performance.now() - begunAt)
  } while (!isOver())
  return longest
}
