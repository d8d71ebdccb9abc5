import { Fragment } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { GuardedDocument } from '../../../../server/sync/guard/GuardedDocument.ts'
import { roots, seedState } from './guardedHouse.ts'
import { HonestClient, textBlocks, textSchema } from './honestClient.ts'
import { Random } from './random.ts'
import { visibleText } from './visibleText.ts'

const richRoots = ['background', 'purpose'] as const
const fieldRoots = ['goals', 'participants'] as const
/** A seed that has failed once stays, in front. */
const seeds = [1, 2, 3, 4, 5, 6, 7, 8]

describe('honest clients of the editor binding', () => {
  it.each(seeds)('are never refused, and nothing they typed is lost unseen (seed %i)', seed => {
    const run = new Run(seed)
    for (let step = 0; step < 500; step++) run.step()
    run.settle()
    run.expectNothingLost()
  })
})

class Run {
  readonly #random: Random
  readonly #server = new Y.Doc()
  readonly #guarded: GuardedDocument
  readonly #clients: HonestClient[]
  readonly #sent: Uint8Array[] = []
  readonly #typed = new Set<string>()
  readonly #lost = new Map<string, string>()
  #nextCharacter = 0x4e00
  #nextItem = 0

  constructor(seed: number) {
    this.#random = new Random(seed)
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

  step(): void {
    const client = this.#random.pick(this.#clients)
    const kind = this.#random.next()
    if (kind < 0.5) this.#edit(client)
    else if (kind < 0.56) client.online ? this.#leave(client) : this.#comeBack(client)
    else if (kind < 0.58 && this.#sent.length > 0)
      this.#deliver(this.#random.pick(this.#sent), null, 'syncStep2')
    else if (client.online) this.#exchange(client, this.#random.below(4))
  }

  settle(): void {
    for (const client of this.#clients) if (!client.online) this.#comeBack(client)
    for (const client of this.#clients) this.#exchange(client, Infinity)
    for (const client of this.#clients) this.#exchange(client, Infinity)
  }

  expectNothingLost(): void {
    expect(this.#server.store.pendingStructs).toBeNull()
    expect(this.#server.store.pendingDs).toBeNull()
    for (const { doc } of this.#clients) expect(contents(doc)).toEqual(contents(this.#server))
    const kept = new Set([...visibleText(this.#server), ...[...this.#lost.values()].join('')])
    for (const client of this.#clients) for (const character of client.deleted) kept.add(character)
    expect([...this.#typed].filter(character => !kept.has(character))).toEqual([])
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
    const actual = new Set<string>()
    const state = stateOf(this.#server)
    const watch = (transaction: Y.Transaction) => {
      if (transaction.origin === null && !transaction.local)
        for (const root of rootsChanged(transaction)) actual.add(root)
    }
    const verdict = this.#guarded.check(update, {
      mayWriteAs: id => sender === null || sender.doc.clientID === id,
      mayTouch: () => true,
    })
    expect(verdict).toMatchObject({ ok: true })
    if (!verdict.ok) return
    this.#server.on('afterTransaction', watch)
    for (const { block, text } of this.#guarded.apply(update, kind)) this.#lost.set(block, text)
    this.#server.off('afterTransaction', watch)
    expect(new Set(verdict.touched)).toEqual(actual)
    expect(verdict.nothingNew).toBe(actual.size === 0 && state === stateOf(this.#server))
    this.#sent.push(update)
    for (const client of this.#clients) if (client !== sender && client.online) client.inbox.push(update)
  }

  #edit(client: HonestClient): void {
    const kind = this.#random.next()
    if (kind < 0.06) client.undo()
    else if (kind < 0.09) client.redo()
    else if (kind < 0.2) this.#editFields(client)
    else this.#editText(client, this.#random.pick(richRoots))
  }

  #editText(client: HonestClient, root: string): void {
    client.edit(root, transaction => {
      const { doc } = transaction
      const blocks = textBlocks(doc)
      if (blocks.length === 0) {
        transaction.insert(0, textSchema.node('paragraph', null, textSchema.text(this.#type())))
        return
      }
      const block = this.#random.pick(blocks)
      const from = block.at + this.#random.below(block.node.content.size + 1)
      const to = Math.min(block.at + block.node.content.size, from + this.#random.below(4))
      const kind = this.#random.below(20)
      if (kind < 8) transaction.insertText(this.#type(), from)
      else if (kind < 10) transaction.delete(from, to)
      else if (kind === 10 && block.node.type.name === 'paragraph') transaction.split(from)
      else if (kind === 11) this.#joinSomewhere(transaction)
      else if (kind === 12 && block.node.type.name === 'paragraph') {
        transaction.setNodeAttribute(
          block.at - 1,
          this.#random.pick(['level', 'indent']),
          this.#random.pick([null, 1, 2]),
        )
        transaction.setNodeAttribute(block.at - 1, 'list', this.#random.pick([null, 'bullet', 'number']))
      } else if (kind === 13) {
        const mark = this.#random.pick([
          textSchema.mark('bold'),
          textSchema.mark('italic'),
          textSchema.mark('link', { href: 'https://heby.example/å' }),
        ])
        if (this.#random.next() < 0.7) transaction.addMark(from, to, mark)
        else transaction.removeMark(block.at, block.at + block.node.content.size)
      } else if (kind === 14) {
        const cell = () =>
          textSchema.node(
            'tableCell',
            null,
            textSchema.node('paragraph', null, textSchema.text(this.#type())),
          )
        const row = () => textSchema.node('tableRow', null, [cell(), cell()])
        transaction.insert(0, textSchema.node('table', null, [row(), row()]))
      } else if (kind === 15 && block.node.type.name === 'paragraph') {
        transaction.insert(from, textSchema.node('footnote', null, textSchema.text(this.#type())))
      } else if (kind === 16) {
        const attributes = { image: 'a'.repeat(64), width: 10, height: 10, alt: 'En bild' }
        transaction.insert(0, textSchema.node('figure', attributes, textSchema.text(this.#type())))
      } else if (kind === 17 && doc.childCount > 1) this.#moveSomething(transaction)
      else if (kind === 18 && doc.childCount > 1) {
        const index = this.#random.below(doc.childCount)
        const at = positionOf(transaction, index)
        transaction.delete(at, at + doc.child(index).nodeSize)
      } else if (kind === 19) {
        transaction.insert(
          doc.content.size,
          [0, 1].map(() => textSchema.node('paragraph', null, textSchema.text(this.#type()))),
        )
      }
    })
  }

  #joinSomewhere(transaction: Transaction): void {
    const { doc } = transaction
    const index = this.#random.below(doc.childCount)
    const [one, other] = [doc.maybeChild(index - 1), doc.maybeChild(index)]
    if (one?.type.name === 'paragraph' && other?.type.name === 'paragraph')
      transaction.join(positionOf(transaction, index))
  }

  #moveSomething(transaction: Transaction): void {
    const index = this.#random.below(transaction.doc.childCount)
    const node = transaction.doc.child(index)
    const at = positionOf(transaction, index)
    transaction.delete(at, at + node.nodeSize)
    transaction.insert(
      positionOf(transaction, this.#random.below(transaction.doc.childCount + 1)),
      Fragment.from(node),
    )
  }

  #editFields(client: HonestClient): void {
    client.fields(doc => {
      const goals = doc.getMap<Y.Map<unknown>>('goals')
      const kind = this.#random.below(6)
      if (kind === 0) {
        const goal = new Y.Map<unknown>()
        goals.set(`g${this.#nextItem++}`, goal)
        goal.set('order', 'a0')
        goal.set('level', this.#random.pick(['overall', 'effect']))
        goal.set('text', new Y.Text(this.#type()))
      } else if (kind === 1) {
        const participants = doc.getMap('participants')
        participants.set('atATime', this.#random.pick([null, 5, 999]))
      } else {
        const goal = this.#random.pick([...goals.values(), null])
        const prose = goal ? goal.get('text') : doc.getMap('participants').get('text')
        if (!(prose instanceof Y.Text)) return
        if (kind === 2 && goal) goal.set('removed', this.#random.next() < 0.5)
        else if (kind === 3 && prose.length > 0) prose.delete(this.#random.below(prose.length), 1)
        else prose.insert(this.#random.below(prose.length + 1), this.#type())
      }
    })
  }

  /** One to three characters that nobody has typed before. */
  #type(): string {
    const count = 1 + this.#random.below(3)
    const text = Array.from({ length: count }, () => String.fromCharCode(this.#nextCharacter++)).join('')
    for (const character of text) this.#typed.add(character)
    return text
  }
}

function positionOf(transaction: Transaction, index: number): number {
  let at = 0
  for (let i = 0; i < index; i++) at += transaction.doc.child(i).nodeSize
  return at
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
