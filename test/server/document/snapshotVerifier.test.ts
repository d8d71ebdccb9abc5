import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { holdsTheSame } from '../../../server/document/holdsTheSame.ts'
import { SnapshotVerifier } from '../../../server/document/SnapshotVerifier.ts'
import { singleEntryFile } from '../../../server/storage/documentFolder.ts'
import { randomFrom } from '../storage/random.ts'

vi.setConfig({ testTimeout: 30_000 })

let folder: string
const { verify: verifySnapshot } = new SnapshotVerifier()
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samskriv-snapshot-'))
})
afterAll(async () => await rm(folder, { recursive: true }))

/** A document that three people have written in at the same time, and every update of it. */
function writtenByThree(seed: number) {
  const random = randomFrom(seed)
  const updates: Uint8Array[] = []
  const docs = [1, 2, 3].map(number => {
    const doc = new Y.Doc()
    doc.clientID = number
    return doc
  })
  for (const doc of docs) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'others') updates.push(update)
    })
  }
  const texts = (doc: Y.Doc) =>
    doc
      .getXmlFragment('background')
      .toArray()
      .flatMap(block => (block instanceof Y.XmlElement ? block.toArray() : []))
      .filter(text => text instanceof Y.XmlText)
  for (let edit = 0; edit < 200; edit += 1) {
    const doc = docs[random(3)] ?? new Y.Doc()
    const all = texts(doc)
    const text = all[random(all.length || 1)]
    const act = random(9)
    if (!text || act === 0) {
      const block = new Y.XmlElement('paragraph')
      block.setAttribute('indent', String(random(3)))
      block.insert(0, [new Y.XmlText('början ')])
      doc.getXmlFragment('background').insert(0, [block])
    } else if (act < 4) text.insert(random(text.length + 1), `ord${edit} `)
    else if (act < 6 && text.length > 4) text.delete(random(text.length - 3), 2)
    else if (act < 8 && text.length > 4)
      text.format(random(text.length - 3), 3, { bold: random(2) ? true : null })
    else doc.getMap('budgetAmount').set(String(random(3)), edit)
    if (random(12) === 0) {
      for (const other of docs) if (other !== doc) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc), 'others')
    }
  }
  // The updates as a server gets them: each after what it builds upon.
  const server = new Y.Doc()
  for (const update of updates) Y.applyUpdate(server, update)
  return { server, updates }
}

async function verify(snapshot: Uint8Array, covered: Uint8Array[], later: Uint8Array[] = []) {
  const file = join(folder, 'snapshot.bin.new')
  await writeFile(file, singleEntryFile('snapshot', basename(folder), 1, snapshot))
  return await verifySnapshot(file, covered, later)
}

describe('two documents', () => {
  it.each(Array.from({ length: 60 }, (_, index) => index + 1))(
    'hold the same when one is made of the other, however that came about (seed %i)',
    seed => {
      const { server, updates } = writtenByThree(seed)
      const state = Y.encodeStateAsUpdate(server)
      const loaded = new Y.Doc()
      Y.applyUpdate(loaded, state)
      expect(holdsTheSame(server, loaded)).toBe(true)
      const atOnce = new Y.Doc()
      atOnce.transact(() => {
        for (const update of updates) Y.applyUpdate(atOnce, update)
      })
      expect(holdsTheSame(server, atOnce)).toBe(true)
      expect(holdsTheSame(atOnce, loaded)).toBe(true)
    },
  )

  it('do not when a word, a mark, a deletion or a value differs', () => {
    const base = () => {
      const doc = new Y.Doc()
      doc.clientID = 1
      doc.getText('text').insert(0, 'en text')
      doc.getMap('map').set('value', 1)
      return doc
    }
    const changes: ((doc: Y.Doc) => void)[] = [
      doc => doc.getText('text').insert(3, 'x'),
      doc => doc.getText('text').delete(0, 1),
      doc => doc.getText('text').format(0, 2, { bold: true }),
      doc => doc.getMap('map').set('value', 2),
      doc => doc.getMap('other').set('value', 2),
    ]
    expect(holdsTheSame(base(), base())).toBe(true)
    for (const change of changes) {
      const doc = base()
      change(doc)
      expect(holdsTheSame(base(), doc)).toBe(false)
      expect(holdsTheSame(doc, base())).toBe(false)
    }
  })

  it('do not when something else stands under the same ids, as of a heap gone wrong', () => {
    const made = (text: string, bold: boolean | string, value: number) => {
      const doc = new Y.Doc()
      doc.clientID = 1
      doc.getText('text').insert(0, text)
      doc.getText('text').format(0, 2, { bold })
      doc.getMap('map').set('value', value)
      return doc
    }
    const sound = made('en text', true, 1)
    expect(holdsTheSame(sound, made('en text', true, 1))).toBe(true)
    expect(holdsTheSame(sound, made('EN text', true, 1))).toBe(false)
    expect(holdsTheSame(sound, made('en text', 'x', 1))).toBe(false)
    expect(holdsTheSame(sound, made('en text', true, 2))).toBe(false)
  })
})

describe('the verification of a snapshot', () => {
  it('takes what holds all that it covers, with or without what came later', async () => {
    const { server, updates } = writtenByThree(7)
    const early = new Y.Doc()
    for (const update of updates.slice(0, 120)) Y.applyUpdate(early, update)
    const snapshot = Y.encodeStateAsUpdate(server)
    expect(await verify(snapshot, updates)).toBe(true)
    expect(await verify(snapshot, updates.slice(0, 120), updates.slice(120))).toBe(true)
    expect(await verify(Y.encodeStateAsUpdate(early), updates.slice(0, 120), updates.slice(120))).toBe(true)
  })

  it('refuses what lacks something, has something more, says something else, or is none', async () => {
    const { server, updates } = writtenByThree(8)
    const lacking = new Y.Doc()
    for (const update of updates.slice(0, -40)) Y.applyUpdate(lacking, update)
    expect(await verify(Y.encodeStateAsUpdate(lacking), updates)).toBe(false)
    server.getMap('budgetAmount').set('more', 1)
    expect(await verify(Y.encodeStateAsUpdate(server), updates)).toBe(false)
    const sound = Y.encodeStateAsUpdate(writtenByThree(8).server)
    const word = Buffer.from(sound).indexOf('ord')
    const other = Uint8Array.from(sound)
    other[word] = 'x'.charCodeAt(0)
    expect(await verify(other, updates)).toBe(false)
    expect(await verify(sound.subarray(0, 100), updates)).toBe(false)
    expect(await verify(new Uint8Array(0), updates)).toBe(false)
  })

  it('reads the file itself, and refuses one whose checksum is wrong', async () => {
    const { server, updates } = writtenByThree(9)
    const file = join(folder, 'snapshot.bin.new')
    const bytes = singleEntryFile('snapshot', basename(folder), 1, Y.encodeStateAsUpdate(server))
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
    await writeFile(file, bytes)
    expect(await verifySnapshot(file, updates, [])).toBe(false)
    await expect(verifySnapshot(join(folder, 'nowhere'), updates, [])).resolves.toBe(false)
  })
})
