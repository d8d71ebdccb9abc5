import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Graves } from '../../../../server/sync/guard/Graves.ts'
import { GuardedDocument } from '../../../../server/sync/guard/GuardedDocument.ts'
import { type GuardLimits, guardDefaults } from '../../../../server/sync/guard/limits.ts'
import { type CraftedStruct, craftUpdate } from './craftUpdate.ts'
import { GuardedHouse, paragraph, roots, seedState, textIn } from './guardedHouse.ts'

const anyRules = { mayWriteAs: () => true, mayTouch: () => true, mayMark: () => false }

/** What the guard says of an update to a document with one long text by client 100, under these limits. */
function verdictOf(update: Uint8Array, limits: Partial<GuardLimits> = {}): string {
  const doc = new Y.Doc()
  const guarded = new GuardedDocument(doc, roots, new Graves(), { ...guardDefaults, ...limits })
  Y.applyUpdate(doc, longText)
  const verdict = guarded.check(update, anyRules)
  if (verdict.ok) guarded.apply(update)
  return verdict.ok ? 'let in' : verdict.refusal
}

const length = 60_000
const longText = (() => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedState(['']))
  doc.clientID = 100
  textIn(doc, 'background', 0).insert(0, 'x'.repeat(length))
  return Y.encodeStateAsUpdate(doc)
})()

/** So many characters by client 7, each in a cut of its own in the long text, from its end to its beginning. */
function cutsBackwards(count: number): Uint8Array {
  const structs = Array.from({ length: count }, (_, index): CraftedStruct => {
    const clock = length - 2 - index
    return {
      origin: { client: 100, clock },
      rightOrigin: { client: 100, clock: clock + 1 },
      content: { text: 'y' },
    }
  })
  return craftUpdate([{ client: 7, clock: 0, structs }])
}

/** So many items by client 7. */
function items(count: number): Uint8Array {
  return craftUpdate([
    {
      client: 7,
      clock: 0,
      structs: Array.from({ length: count }, (_, index) => ({
        parent: 'goals',
        key: `g${index}`,
        content: { type: 1 },
      })),
    },
  ])
}

function clients(count: number): Uint8Array {
  const sections = Array.from({ length: count }, (_, index) => ({
    client: 200 + index,
    clock: 0,
    structs: [{ parent: 'goals', key: `g${index}`, content: { type: 1 } }],
  }))
  return craftUpdate(sections)
}

function ranges(count: number): Uint8Array {
  return craftUpdate(
    [],
    [{ client: 100, ranges: Array.from({ length: count }, (_, index) => [index * 2, 1] as const) }],
  )
}

/** A list of lists so deep, as a value. */
function lists(depth: number): Uint8Array {
  const bytes = [1, ...Array.from({ length: depth }, () => [117, 1]).flat(), 126]
  return craftUpdate([
    {
      client: 7,
      clock: 0,
      structs: [{ parent: 'participants', key: 'atATime', content: { raw: 8, bytes } }],
    },
  ])
}

describe('one update', () => {
  it.each<[string, (count: number) => Uint8Array, Partial<GuardLimits>, number, string]>([
    ['structs', items, { maxStructs: 5 }, 5, 'malformed'],
    ['deleted ranges', ranges, { maxStructs: 5 }, 50, 'malformed'],
    ['client ids', clients, { maxClients: 5 }, 5, 'foreignClient'],
    // Each cut backwards moves itself and those before it: 1 + 2 + 3 + 4 + 5.
    ['moves', cutsBackwards, { maxMoves: 15 }, 5, 'malformed'],
  ])('may bring as many %s as it may, and not one more', (_what, make, limits, most, refusal) => {
    const said = [most - 1, most, most + 1].map(count => verdictOf(make(count), limits))
    expect(said).toEqual(['let in', 'let in', refusal])
  })

  it('may nest as deep as it may, and no deeper', () => {
    const nested = (depth: number) => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, longText)
      doc.clientID = 7
      return new GuardedHouse().updateOf(doc, () => {
        const names = ['table', 'tableRow', 'tableCell', 'paragraph']
        const nodes = Array.from({ length: depth }, (_, at) => new Y.XmlElement(names[at]))
        for (const [at, node] of nodes.entries()) nodes[at - 1]?.insert(0, [node])
        doc.getXmlFragment('background').push(nodes.slice(0, 1))
      })
    }
    const said = [1, 2, 3].map(depth => verdictOf(nested(depth), { maxDepth: 3 }))
    expect(said).toEqual(['let in', 'let in', 'tooDeep'])
    expect([3, 4].map(depth => verdictOf(lists(depth), { maxDepth: 3 }))).toEqual(['wrongShape', 'tooDeep'])
  })

  it('is let in when it is a paste of sixty pages, with tables and formats', () => {
    const house = new GuardedHouse()
    const words = 'Insatsen riktar sig till personer som behöver samordnat stöd. '.repeat(6)
    const update = house.updateOf(house.person(7), doc => {
      const pages = Array.from({ length: 60 }, () =>
        Array.from({ length: 10 }, () => paragraph(words)),
      ).flat()
      doc.getXmlFragment('purpose').push(pages)
      for (const [index] of pages.entries()) {
        textIn(doc, 'purpose', index + 2).format(3, 10, { bold: {} })
        textIn(doc, 'purpose', index + 2).format(30, 40, { italic: {} })
      }
    })
    expect(house.check(update)).toMatchObject({ ok: true })
  })

  it('is let in when it is what somebody scattered over a long text while she was offline', () => {
    const house = new GuardedHouse()
    const typist = house.person(100)
    house.take(house.updateOf(typist, doc => textIn(doc, 'background', 0).insert(0, 'x'.repeat(20_000))))
    const late = house.person(7)
    const update = house.updateOf(late, doc => {
      const text = textIn(doc, 'background', 0)
      for (let at = 20_000; at > 0; at -= 10) text.insert(at, 'ord')
    })
    expect(house.check(update)).toMatchObject({ ok: true })
  })

  it('is refused when it would cut a long text so often that all others had to wait', () => {
    expect(verdictOf(cutsBackwards(9_999), { maxMoves: 40_000_000 })).toBe('malformed')
    expect(verdictOf(cutsBackwards(5000))).toBe('let in')
  })
})
