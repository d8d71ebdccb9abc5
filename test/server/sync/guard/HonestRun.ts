import assert from 'node:assert/strict'
import * as Y from 'yjs'
import { GuardedDocument } from '../../../../server/sync/guard/GuardedDocument.ts'
import { type MayMark, marksOf } from '../../../../server/sync/guard/marks.ts'
import { markUpdate } from '../../../../server/sync/markUpdate.ts'
import { roots, seedState } from './guardedHouse.ts'
import { HonestClient } from './honestClient.ts'
import { RandomThreads } from './markSomewhere.ts'
import { fieldRoots, RandomEditor, richRoots } from './RandomEditor.ts'
import { Random } from './random.ts'
import { visibleText } from './visibleText.ts'

const programId = 2

/**
 * Four honest people with the editor's own binding, late and out of step, and the guard at the door: each update is
 * compared with what its apply really touches. Throws when the guard is wrong about one.
 */
export class HonestRun {
  readonly #random: Random
  readonly #server = new Y.Doc()
  readonly #guarded: GuardedDocument
  readonly #clients: HonestClient[]
  readonly #sent: Uint8Array[] = []
  readonly #editor: RandomEditor
  readonly #lost = new Map<string, string>()
  /** Of their own, so that a seed means the same edits with and without them. */
  readonly #forComments: Random
  readonly #threads: RandomThreads
  readonly #mayMark: MayMark

  /** Updates that have come to the guard. */
  updates = 0

  constructor(seed: number) {
    this.#random = new Random(seed)
    this.#editor = new RandomEditor(this.#random)
    this.#forComments = new Random(seed + 1_000_000)
    this.#threads = new RandomThreads(this.#forComments)
    this.#mayMark = marksOf(this.#threads.threadOf)
    this.#guarded = new GuardedDocument(this.#server, roots)
    const state = seedState(['Ett stycke', 'Ett annat', ''])
    Y.applyUpdate(this.#server, state)
    // Ids in random order of size: Yjs resolves conflicts by them.
    this.#clients = [0, 1, 2, 3].map(
      index =>
        new HonestClient(
          1000 + this.#random.below(100_000) * 10 + index,
          state,
          richRoots,
          fieldRoots,
          index < 3,
        ),
    )
  }

  /** One thing that happens: an edit, a frame that gets through, somebody who goes or comes. */
  step(): void {
    if (this.#forComments.next() < 0.02) this.#comment()
    const client = this.#random.pick(this.#clients)
    const kind = this.#random.next()
    if (kind < 0.5) this.#editor.edit(client)
    else if (kind < 0.56) client.online ? this.#leave(client) : this.#comeBack(client)
    else if (kind < 0.58 && this.#sent.length > 0)
      this.#deliver(this.#random.pick(this.#sent), null, 'syncStep2')
    else if (client.online) this.#exchange(client, this.#random.below(4))
  }

  /** Lets everything that is on its way get through. */
  settle(): void {
    for (const client of this.#clients) if (!client.online) this.#comeBack(client)
    for (const client of this.#clients) this.#exchange(client, Infinity)
    for (const client of this.#clients) this.#exchange(client, Infinity)
  }

  expectNothingLost(): void {
    assert.equal(this.#server.store.pendingStructs, null)
    assert.equal(this.#server.store.pendingDs, null)
    for (const { doc } of this.#clients) assert.deepEqual(contents(doc), contents(this.#server))
    const kept = new Set([...visibleText(this.#server), ...[...this.#lost.values()].join('')])
    for (const client of this.#clients) for (const character of client.deleted) kept.add(character)
    assert.deepEqual(
      [...this.#editor.typed].filter(character => !kept.has(character)),
      [],
    )
  }

  /** The program marks some words. */
  #comment(): void {
    const { thread, find } = this.#threads.comment()
    const update = markUpdate(this.#server, programId, thread, find(this.#server)?.stretches ?? [])
    if (update) this.#deliver(update, null)
  }

  #exchange(client: HonestClient, count: number): void {
    // She has sent before she receives: what the socket holds in either direction is out of order only across them.
    if (this.#random.next() < 0.6)
      for (const update of client.outbox.splice(0, count)) this.#deliver(update, client)
    else for (const update of client.inbox.splice(0, count)) client.receive(update)
    if (count === Infinity) {
      for (const update of client.outbox.splice(0)) this.#deliver(update, client)
      for (const update of client.inbox.splice(0)) client.receive(update)
      for (const update of client.outbox.splice(0)) this.#deliver(update, client)
    }
  }

  #leave(client: HonestClient): void {
    // Without an outbox her line breaks only when all that she had written before it is through: what her own
    // Y.Doc has collected, nobody can rescue.
    if (!client.hasOutbox) for (const update of client.outbox.splice(0)) this.#deliver(update, client)
    client.online = false
    client.inbox = []
  }

  #comeBack(client: HonestClient): void {
    client.online = true
    const news = Y.encodeStateAsUpdate(this.#server, Y.encodeStateVector(client.doc))
    const way = client.hasOutbox ? this.#random.pick([1, 2]) : 0
    const mine = client.outbox.splice(0)
    // As y-websocket does: one answer to the server's state vector, given before anything is received.
    if (way === 0) {
      this.#deliver(Y.encodeStateAsUpdate(client.doc, Y.encodeStateVector(this.#server)), client, 'syncStep2')
    }
    if (way === 1 && mine.length > 0) this.#deliver(Y.mergeUpdates(mine), client)
    client.receive(news)
    // As our own client does: what had not been acknowledged, update by update, whatever came in between.
    if (way === 2) for (const update of mine) this.#deliver(update, client)
  }

  #deliver(update: Uint8Array, sender: HonestClient | null, kind: 'update' | 'syncStep2' = 'update'): void {
    this.updates += 1
    const actual = new Set<string>()
    const state = stateOf(this.#server)
    const watch = (transaction: Y.Transaction) => {
      if (transaction.origin === null && !transaction.local)
        for (const root of rootsChanged(transaction)) actual.add(root)
    }
    const verdict = this.#guarded.check(update, {
      mayWriteAs: id => sender === null || sender.doc.clientID === id,
      mayTouch: () => true,
      mayMark: this.#mayMark,
    })
    if (!verdict.ok) assert.fail(`An honest update was refused: ${verdict.refusal}`)
    this.#server.on('afterTransaction', watch)
    for (const { block, text } of this.#guarded.apply(update, kind)) this.#lost.set(block, text)
    this.#server.off('afterTransaction', watch)
    assert.deepEqual(new Set(verdict.touched), actual)
    assert.equal(verdict.nothingNew, actual.size === 0 && state === stateOf(this.#server))
    this.#sent.push(update)
    for (const client of this.#clients) if (client !== sender && client.online) client.inbox.push(update)
  }
}

/** Roots in which the transaction has put or deleted something. */
function rootsChanged(transaction: Y.Transaction): Set<string> {
  const changed = new Set<string>()
  for (const [client, structs] of transaction.doc.store.clients) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue
      const isNew = struct.id.clock + struct.length > (transaction.beforeState.get(client) ?? 0)
      if (isNew || Y.isDeleted(transaction.deleteSet, struct.id)) changed.add(rootOf(struct))
    }
  }
  return changed
}

function rootOf(item: Y.Item): string {
  let type = item.parent as Y.AbstractType<unknown>
  while (type._item) type = type._item.parent as Y.AbstractType<unknown>
  return Y.findRootTypeKey(type)
}

/** Tells any two states of a document apart that differ in what they have received. */
function stateOf(doc: Y.Doc): string {
  return [...Y.encodeStateVector(doc)].join()
}

function contents(doc: Y.Doc): unknown {
  return [
    ...richRoots.map(root => doc.getXmlFragment(root).toString()),
    ...fieldRoots.map(root => doc.getMap(root).toJSON()),
  ]
}
