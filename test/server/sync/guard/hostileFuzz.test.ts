import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type CraftedContent, type CraftedId, type CraftedStruct, craftUpdate } from './craftUpdate.ts'
import { GuardedHouse, paragraph, roots, seedId } from './guardedHouse.ts'
import { Random } from './random.ts'
import { textOf } from './visibleText.ts'

/** Seeds that once failed come first. */
const seeds = [1, 2, 3, 4, 5, 6]

describe('a hostile client', () => {
  it.each(seeds)('gets nothing in that is not sound, and stops nobody, with random structs (seed %i)', seed => {
    const random = new Random(seed)
    const watched = new WatchedHouse()
    for (let i = 0; i < 3000; i++) watched.offer(randomUpdate(random, watched))
    console.log(JSON.stringify((globalThis as any).h), watched.accepted)
    watched.expectSound()
  })

  it.each(seeds)('gets nothing in that is not sound, with honest updates spoilt (seed %i)', seed => {
    const random = new Random(seed)
    const watched = new WatchedHouse()
    let client = watched.house.person(100)
    for (let i = 0; i < 1000; i++) {
      const update = watched.house.updateOf(client, doc => writeSomething(doc, random))
      for (let times = 0; times < 3; times++) {
        // When a spoilt one gets in, it stands where hers should: she begins anew, as our client does.
        if (watched.offer(spoil(update, random))) client = watched.house.person(101 + i)
      }
      if (client.clientID <= 100 + i) watched.offer(update)
    }
    watched.expectSound()
  })
})

/** A server's document, and one of somebody who never collects, so that both see what the other has forgotten. */
class WatchedHouse {
  readonly house = new GuardedHouse()
  readonly #witness = new Y.Doc({ gc: false })
  accepted = 0

  constructor() {
    for (const [root, shape] of roots) {
      if (shape.type === 'blocks') this.#witness.getXmlFragment(root)
      else this.#witness.getMap(root)
    }
    Y.applyUpdate(this.#witness, Y.encodeStateAsUpdate(this.house.doc))
  }

  offer(update: Uint8Array): boolean {
    const verdict = this.house.check(update)
    if (!verdict.ok) { const g = globalThis as any; g.h ??= {}; g.h[verdict.refusal] = (g.h[verdict.refusal] ?? 0) + 1; return false }
    this.house.guarded.apply(update)
    const b4 = Y.encodeStateVector(this.#witness)
    try { Y.applyUpdate(this.#witness, update) } catch (e) { const d = Y.decodeUpdate(update); console.log('SV', JSON.stringify([...Y.decodeStateVector(b4)])); for (const s of d.structs) console.log(JSON.stringify(s.id), s.constructor.name, (s as any).content?.constructor.name, s.length, 'o', JSON.stringify((s as any).origin), 'r', JSON.stringify((s as any).rightOrigin), 'p', JSON.stringify((s as any).parent), (s as any).parentSub); for (const s of d.structs) for (const id of [(s as any).origin, (s as any).rightOrigin, (s as any).parent, {client: s.id.client, clock: s.id.clock}]) if (id && typeof id === 'object') for (const [n, doc] of [['server', this.house.doc], ['witness', this.#witness]] as const) { if (Y.getState(doc.store, id.client) > id.clock) { const f = Y.getItem(doc.store, id) as any; console.log(n, JSON.stringify(id), f.constructor.name, JSON.stringify(f.id), f.length, f.deleted, f.content?.constructor.name, f.parent?.constructor?.name) } }; throw e }
    this.accepted += 1
    return true
  }

  expectSound(): void {
    const { doc } = this.house
    for (const one of [doc, this.#witness]) {
      expect(one.store.pendingStructs).toBeNull()
      expect(one.store.pendingDs).toBeNull()
      expect([...one.share.keys()].sort()).toEqual([...roots.keys()].sort())
    }
    for (const root of roots.keys()) expect(contentOf(doc, root)).toEqual(contentOf(this.#witness, root))
    const reader = new Y.Doc()
    Y.applyUpdate(reader, Y.encodeStateAsUpdate(doc))
    for (const root of ['background', 'purpose']) {
      for (const block of reader.getXmlFragment(root).toArray()) expectBlock(block)
    }
  }
}

function contentOf(doc: Y.Doc, root: string): unknown {
  const type = doc.get(root)
  return type instanceof Y.Map ? type.toJSON() : [String(type), textOf(type as unknown as Y.AbstractType<unknown>)]
}

function expectBlock(block: unknown): void {
  if (!(block instanceof Y.XmlElement)) throw new Error('Text directly in a section')
  expect(['paragraph', 'table', 'figure']).toContain(block.nodeName)
}

function randomUpdate(random: Random, { house }: WatchedHouse): Uint8Array {
  const clients = [...new Set([random.pick([7, 8, 9]), random.pick([7, 8, 9])])]
  const reached = (client: number) => Y.getState(house.doc.store, client)
  const anyId = (): CraftedId => {
    const client = random.pick([seedId, 7, 8, 9])
    return { client, clock: random.below(reached(client) + 3) }
  }
  const sections = clients.map(client => ({
    client,
    clock: Math.max(0, reached(client) + random.pick([0, 0, 0, 0, -1, -2, 1])),
    structs: Array.from({ length: 1 + random.below(4) }, () => randomStruct(random, anyId)),
  }))
  const deletes = random.next() < 0.3 ? [anyId()] : []
  return craftUpdate(
    sections,
    deletes.map(({ client, clock }) => ({ client, ranges: [[clock, 1 + random.below(3)]] })),
  )
}

function randomStruct(random: Random, anyId: () => CraftedId): CraftedStruct {
  const content = random.pick<() => CraftedContent>([
    () => ({ text: 'åäö'.slice(random.below(3)) }),
    () => ({ text: 'x' }),
    () => ({ type: 3, name: random.pick(['paragraph', 'paragraph', 'footnote', 'table', 'tableRow', 'tableCell']) }),
    () => ({ type: random.pick([1, 2, 6, 6, 6]) }),
    () => ({ values: [random.pick<unknown>([1, 'bullet', null, 'a0', true])] }),
    () => ({ format: ['bold', random.pick([{}, null])] }),
    () => ({ deleted: 1 + random.below(2) }),
    () => ({ collected: 1 + random.below(2) }),
  ])()
  switch (random.below(5)) {
    case 0:
      return { parent: random.pick(['background', 'purpose', 'goals', 'participants']), ...keyOf(random), content }
    case 1:
      return { parent: anyId(), ...keyOf(random), content }
    case 2:
      return { origin: anyId(), content }
    case 3:
      return { rightOrigin: anyId(), content }
    default:
      return { origin: anyId(), rightOrigin: anyId(), content }
  }
}

function keyOf(random: Random): { key?: string } {
  const key = random.pick([undefined, undefined, 'level', 'list', 'g1', 'order', 'text', 'name', 'atATime'])
  return key === undefined ? {} : { key }
}

function spoil(update: Uint8Array, random: Random): Uint8Array {
  const spoilt = update.slice()
  for (let times = 1 + random.below(3); times > 0; times--) {
    spoilt[random.below(spoilt.length)] = random.next() < 0.5 ? random.below(256) : random.below(8)
  }
  return spoilt
}

function writeSomething(doc: Y.Doc, random: Random): void {
  const blocks = doc.getXmlFragment('background')
  const kind = random.below(6)
  if (kind === 0) blocks.insert(random.below(blocks.length + 1), [paragraph('nytt')])
  else if (kind === 1 && blocks.length > 2) blocks.delete(random.below(blocks.length), 1)
  else if (kind === 2) doc.getMap('participants').set('atATime', random.below(1000))
  else {
    const block = doc.getXmlFragment('purpose').get(0)
    const text = block instanceof Y.XmlElement ? block.get(0) : null
    if (!(text instanceof Y.XmlText)) return
    if (kind === 3 && text.length > 3) text.delete(random.below(text.length - 1), 1)
    else if (kind === 4) text.format(0, 3, { bold: random.pick([{}, null]) })
    else text.insert(random.below(text.length + 1), 'hej')
  }
}
