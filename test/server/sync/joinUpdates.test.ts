import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { holdsTheSame } from '../../../server/document/holdsTheSame.ts'
import { joinUpdates } from '../../../server/sync/joinUpdates.ts'
import { seedState } from './guard/guardedHouse.ts'
import { HonestClient } from './guard/honestClient.ts'
import { fieldRoots, RandomEditor, richRoots } from './guard/RandomEditor.ts'
import { Random } from './guard/random.ts'

/** A document in which something has been written, one update a time. */
function written(clientId: number, write: (text: Y.XmlText, doc: Y.Doc) => void): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const updates: Uint8Array[] = []
  doc.on('update', update => updates.push(update))
  const text = new Y.XmlText()
  doc.getXmlFragment('background').insert(0, [text])
  write(text, doc)
  return updates
}

/** A Y.Doc that has been given all of them, one by one, and leaves marks as they are. */
function applied(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.on('afterTransaction', transaction => {
    transaction._needFormattingCleanup = false
  })
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

function snapshotOf(updates: readonly Uint8Array[]): Uint8Array {
  return Y.encodeStateAsUpdate(applied(updates))
}

function expectJoined(updates: readonly Uint8Array[]): void {
  const joined = joinUpdates(updates)
  if (!joined) throw new Error('They could not be joined.')
  const [oneByOne, atOnce] = [applied(updates), applied([joined.update])]
  expect(holdsTheSame(oneByOne, atOnce)).toBe(true)
  expect(Y.createDeleteSetFromStructStore(atOnce.store)).toEqual(
    Y.createDeleteSetFromStructStore(oneByOne.store),
  )
  expect(Y.decodeStateVector(joined.stateVector)).toEqual(Y.decodeStateVector(Y.encodeStateVector(oneByOne)))
}

/** An update of one struct, whose kind is made another. */
function withKind(update: Uint8Array, kind: number): Uint8Array {
  const changed = Uint8Array.from(update)
  // One client, one struct: both counts, then the client and its clock, each here of one byte.
  changed[4] = kind
  return changed
}

describe('a snapshot and the updates since, put together as bytes', () => {
  it.each([1, 2, 3, 4, 5, 6])('say what they say when they are applied one by one (seed %i)', seed => {
    const random = new Random(seed)
    const editor = new RandomEditor(random)
    const start = seedState(['Ett stycke', 'Ett annat', ''])
    const clients = [0, 1, 2].map(
      index => new HonestClient(1 + random.below(2 ** 31) * 2 + index, start, richRoots, fieldRoots, true),
    )
    const updates = [start]
    for (let step = 0; step < 300; step += 1) {
      const client = random.pick(clients)
      editor.edit(client)
      if (random.next() < 0.3) continue
      const sent = client.outbox.splice(0)
      updates.push(...sent)
      for (const other of clients) if (other !== client) other.receive(...sent)
    }
    const cut = random.below(updates.length)
    const snapshot = snapshotOf(updates.slice(0, cut))
    expectJoined([snapshot, ...updates.slice(cut)])
  })

  it('count characters as Yjs does, also those that are written in four bytes', () => {
    expectJoined(
      written(7, text => {
        text.insert(0, 'åäö 한 🧑‍🚒')
        text.insert(3, 'mitt i')
        text.format(0, 2, { bold: true, link: { href: 'https://example.se/🧯' } })
        text.delete(1, 4)
      }),
    )
  })

  it('may be of clients that have the highest ids there are', () => {
    expectJoined([
      ...written(2 ** 32 - 1, text => text.insert(0, 'Hej')),
      ...written(2 ** 31, text => text.insert(0, 'Du')),
    ])
  })

  it('hold what the snapshot had already once', () => {
    const updates = written(7, text => {
      for (const letter of 'Hej på dig') text.insert(text.length, letter)
      text.delete(2, 3)
    })
    expectJoined([snapshotOf(updates.slice(0, 8)), ...updates.slice(5)])
  })

  it('are the snapshot itself when there is nothing since', () => {
    const snapshot = snapshotOf(written(7, text => text.insert(0, 'Hej')))
    expect(joinUpdates([snapshot])?.update).toBe(snapshot)
    expectJoined([snapshot])
  })

  it('are left to a Y.Doc when one overlaps what is there', () => {
    const updates = written(7, text => {
      text.insert(0, 'Hej')
      text.insert(3, ' du')
    })
    const late = Y.mergeUpdates(updates.slice(1))
    expect(joinUpdates([snapshotOf(updates.slice(0, 2)), late])).toBeNull()
  })

  it('are left to a Y.Doc when one is missing, of the same client', () => {
    const updates = written(7, text => {
      text.insert(0, 'Hej')
      text.insert(3, ' du')
      text.insert(6, ' där')
    })
    expect(joinUpdates(updates.filter((_, index) => index !== 2))).toBeNull()
  })

  it('are left to a Y.Doc when one stands on, or deletes, what is missing of another', () => {
    const [first, ...more] = written(7, text => text.insert(0, 'Hej'))
    if (!first) throw new Error('Nothing was written.')
    const other = new Y.Doc()
    for (const update of [first, ...more]) Y.applyUpdate(other, update)
    const text = other.getXmlFragment('background').get(0) as Y.XmlText
    const answers: Uint8Array[] = []
    other.on('update', update => answers.push(update))
    text.insert(3, ' du')
    text.delete(0, 1)
    for (const answer of answers) {
      expect(joinUpdates([first, answer])).toBeNull()
      expectJoined([first, ...more, ...answers])
    }
  })

  it.each([
    ['a hole', 10],
    ['a document in a document', 9],
    ['bytes', 3],
    ['what Yjs does not know either', 31],
  ])('are left to a Y.Doc when one holds %s', (_, kind) => {
    const doc = new Y.Doc()
    doc.clientID = 7
    doc.getXmlFragment('background').insert(0, [new Y.XmlText()])
    const update = withKind(Y.encodeStateAsUpdate(doc), kind)
    expect(joinUpdates([Y.encodeStateAsUpdate(new Y.Doc()), update])).toBeNull()
  })
})
