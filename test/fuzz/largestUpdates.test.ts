import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { guardDefaults } from '../../server/sync/guard/limits.ts'
import { type RawClient, Visitor } from '../harness/rawClient.ts'
import { type ServerProcess, startServerProcess } from '../harness/serverProcess.ts'
import { paragraph } from '../server/sync/guard/guardedHouse.ts'

let server: ServerProcess

beforeAll(async () => {
  server = await startServerProcess()
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
    const text = longestText(doc)
    for (let at = 20_000; at > 0; at -= 4) text.insert(at, 'x')
  },
  'deletions all through the long text': doc => {
    const text = longestText(doc)
    for (let at = 60_000; at > 30_000; at -= 4) text.delete(at, 1)
  },
  'as many blocks as may be deleted': doc => doc.getXmlFragment('purpose').delete(2, 4000),
}

it('makes nobody wait long for another document, however large an update is that is let in', async () => {
  const [anna, karim] = await Promise.all(['anna', 'karim'].map(name => Visitor.enter(server.origin, name)))
  if (!anna || !karim) throw new Error('Nobody came.')
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

function longestText(doc: Y.Doc): Y.XmlText {
  for (const block of doc.getXmlFragment('purpose').toArray()) {
    const text = block instanceof Y.XmlElement && block.length > 0 ? block.get(0) : null
    if (text instanceof Y.XmlText && text.length > 100_000) return text
  }
  throw new Error('There is no long text.')
}

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
