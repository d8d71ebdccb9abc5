import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Graves } from '../../../../server/sync/guard/Graves.ts'
import { GuardedDocument } from '../../../../server/sync/guard/GuardedDocument.ts'
import { gravesSchema, readGraves, writeGraves } from '../../../../server/sync/guard/gravesRecord.ts'
import type { LostText } from '../../../../server/sync/guard/lostText.ts'
import { GuardedHouse, roots, seedState, textIn } from './guardedHouse.ts'

const anna = 2
const karim = 3

/** The server's end of a document, closed and opened again whenever a test likes. */
class Reopened {
  readonly #log: Uint8Array[] = [seedState(['Ett stycke', 'Ett annat'])]
  #snapshots = 0
  #graves = new Graves()
  #kept: string | null = null
  #doc = new Y.Doc()
  #guarded = this.#open(this.#graves, 0)

  /** The number of the last update. */
  get sequence(): number {
    return this.#snapshots + this.#log.length - 1
  }

  person(clientId: number): Y.Doc {
    const doc = new Y.Doc()
    doc.clientID = clientId
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.#doc))
    return doc
  }

  take(update: Uint8Array): LostText[] {
    expect(
      this.#guarded.check(update, { mayWriteAs: () => true, mayTouch: () => true, mayMark: () => false }),
    ).toMatchObject({
      ok: true,
    })
    this.#log.push(update)
    return this.#guarded.apply(update, 'update')
  }

  /** Keeps the graves, as is done before a snapshot is written. */
  keepGraves(): void {
    this.#kept = JSON.stringify(writeGraves(this.#graves, this.sequence))
  }

  /** Puts a snapshot in place of the log. */
  compact(): void {
    this.#snapshots = this.sequence
    this.#log.splice(0, this.#log.length, Y.encodeStateAsUpdate(this.#doc))
  }

  reopen(): void {
    const record = this.#kept === null ? null : gravesSchema.parse(JSON.parse(this.#kept))
    this.#graves = record ? readGraves(record) : new Graves()
    this.#guarded = this.#open(this.#graves, record?.through ?? 0)
  }

  #open(graves: Graves, through: number): GuardedDocument {
    this.#doc = new Y.Doc()
    const guarded = new GuardedDocument(this.#doc, roots, graves)
    guarded.load(this.#log, this.sequence, through)
    return guarded
  }
}

/** What `change` makes of her document, as one update. */
function updateOf(doc: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array {
  return new GuardedHouse().updateOf(doc, change)
}

const deleteFirst = (doc: Y.Doc) => doc.getXmlFragment('background').delete(0, 1)
const write = (words: string) => (doc: Y.Doc) => textIn(doc, 'background', 0).insert(0, words)

describe.each<[string, (server: Reopened) => void]>([
  ['from its log', server => server.reopen()],
  [
    'from a snapshot',
    server => {
      server.keepGraves()
      server.compact()
      server.reopen()
    },
  ],
  [
    'after a stop between its graves and its snapshot',
    server => {
      server.keepGraves()
      server.reopen()
    },
  ],
])('words that come too late for a document that has been opened anew %s', (_how, open) => {
  it('are rescued in the section that they were written in', () => {
    const server = new Reopened()
    const late = server.person(anna)
    server.take(updateOf(server.person(karim), deleteFirst))
    open(server)
    expect(server.take(updateOf(late, write('sent ')))).toMatchObject([
      { section: 'background', clientId: anna, text: 'sent ' },
    ])
  })

  it('join those that were rescued before, and do not take their place', () => {
    const server = new Reopened()
    const late = server.person(anna)
    server.take(updateOf(server.person(karim), deleteFirst))
    const [first] = server.take(updateOf(late, write('först ')))
    open(server)
    const [second] = server.take(updateOf(late, doc => textIn(doc, 'background', 0).insert(6, 'sedan ')))
    expect(second).toEqual({ ...first, text: 'först sedan ' })
  })

  it('are let go when she deletes them herself', () => {
    const server = new Reopened()
    const late = server.person(anna)
    server.take(updateOf(server.person(karim), deleteFirst))
    const [first] = server.take(updateOf(late, write('sent ')))
    open(server)
    const gone = server.take(updateOf(late, doc => textIn(doc, 'background', 0).delete(0, 5)))
    expect(gone).toEqual([{ ...first, text: '' }])
  })

  it('are rescued also when they were there unseen when their block was deleted', () => {
    const server = new Reopened()
    const [writer, deleter] = [server.person(anna), server.person(karim)]
    server.take(updateOf(writer, write('osedda ')))
    open(server)
    const [first] = server.take(updateOf(deleter, deleteFirst))
    expect(first).toMatchObject({ section: 'background', clientId: anna, text: 'osedda ' })
    open(server)
    const [second] = server.take(updateOf(writer, doc => textIn(doc, 'background', 0).insert(7, 'ord ')))
    expect(second).toEqual({ ...first, text: 'osedda ord ' })
  })
})

describe('graves', () => {
  it('let go of what is oldest, and then leave alone what they have told of it', () => {
    const server = new Reopened()
    const late = server.person(anna)
    server.take(updateOf(server.person(karim), deleteFirst))
    const told = new Map<string, string>()
    const words = 'x'.repeat(400_000)
    for (let times = 0; times < 8; times++) {
      for (const { block, text } of server.take(updateOf(late, write(`${times}${words}`)))) {
        expect(text.length).toBeGreaterThanOrEqual(told.get(block)?.length ?? 0)
        told.set(block, text)
      }
    }
    const all = [...told.values()].join('')
    expect([0, 1, 2, 3, 4, 5, 6, 7].filter(times => !all.includes(String(times)))).toEqual([])
    server.keepGraves()
    expect([...told.values()].every(text => text.length < 4_000_000)).toBe(true)
  })
})
