import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import type { Refusal } from '../../../../shared/sync/refusal.ts'
import { type CraftedContent, type CraftedStruct, craftUpdate } from './craftUpdate.ts'
import { expectRefused } from './expectRefused.ts'
import { GuardedHouse, idOf, seedId, textIn } from './guardedHouse.ts'

const me = 77

describe('an update that no Yjs would write is refused, and changes nothing', () => {
  const house = new GuardedHouse()
  const text = idOf(textIn(house.doc, 'background', 0))
  const otherText = idOf(textIn(house.doc, 'background', 1))
  const block = idOf(textIn(house.doc, 'background', 0).parent as Y.XmlElement)
  const firstCharacter = { client: seedId, clock: text.clock + 1 }
  const x = { text: 'x' }

  const crafted: readonly [attack: string, refusal: Refusal, structs: CraftedStruct[], clock?: number][] = [
    ['leaves a gap in its clock', 'gap', [{ parent: text, content: x }], 1],
    ['skips', 'gap', [{ content: { skipped: 3 } }]],
    ['stands behind what is not there', 'gap', [{ origin: { client: seedId, clock: 1e6 }, content: x }]],
    ['stands before what is not there', 'gap', [{ rightOrigin: { client: 5, clock: 0 }, content: x }]],
    ['stands in what is not there', 'gap', [{ parent: { client: 5, clock: 0 }, content: x }]],
    ['stands behind itself', 'gap', [{ origin: { client: me, clock: 0 }, content: x }]],
    [
      'stands in itself',
      'gap',
      [{ parent: { client: me, clock: 0 }, content: { type: 3, name: 'paragraph' } }],
    ],
    [
      'has neighbours in two places',
      'gap',
      [{ origin: text, rightOrigin: otherText, content: { deleted: 1 } }],
    ],
    [
      'has its neighbours the wrong way round',
      'gap',
      [{ origin: { client: seedId, clock: text.clock + 4 }, rightOrigin: firstCharacter, content: x }],
    ],
    ['stands in a character', 'wrongShape', [{ parent: firstCharacter, content: x }]],
    [
      'stands in one of its own characters',
      'wrongShape',
      [
        { parent: text, content: x },
        { parent: { client: me, clock: 0 }, content: x },
      ],
    ],
    ['puts an item under no key', 'wrongShape', [{ parent: 'goals', content: { type: 1 } }]],
    ['puts an array in a section', 'wrongShape', [{ parent: 'goals', key: 'g1', content: { type: 0 } }]],
    ['puts a fragment in a section', 'wrongShape', [{ parent: 'background', content: { type: 4 } }]],
    ['makes a type that there is not', 'malformed', [{ parent: 'background', content: { type: 7 } }]],
    ['brings an empty text', 'malformed', [{ parent: text, content: { text: '' } }]],
    ['brings no values', 'malformed', [{ parent: 'participants', key: 'name', content: { values: [] } }]],
    ['brings a tombstone of nothing', 'malformed', [{ parent: text, content: { deleted: 0 } }]],
    ['collects more than anybody writes', 'malformed', [{ content: { collected: 2 ** 40 } }]],
    ['brings old JSON', 'wrongShape', [{ parent: text, content: { raw: 2, bytes: [1, 1, 49] } }]],
    ['brings a content that there is not', 'malformed', [{ parent: text, content: { raw: 11, bytes: [] } }]],
    [
      'brings a tombstone under a key that there is not',
      'wrongShape',
      [{ parent: 'participants', key: 'evil', content: { deleted: 1 } }],
    ],
    [
      'buries the seeded prose under a tombstone',
      'wrongShape',
      [{ parent: 'participants', key: 'text', content: { deleted: 1 } }],
    ],
    [
      'nests values too deep',
      'tooDeep',
      [{ parent: block, key: 'list', content: { values: [deepList(30)] } }],
    ],
    [
      'nests values deep enough to exhaust the stack',
      'tooDeep',
      [
        {
          parent: block,
          key: 'list',
          content: { raw: 8, bytes: [1, ...Array.from({ length: 100_000 }, () => [117, 1]).flat()] },
        },
      ],
    ],
  ]

  it.each(crafted)('one that %s: %s', (_attack, refusal, structs, clock = 0) => {
    expectRefused(house, craftUpdate([{ client: me, clock, structs }]), refusal)
  })

  it.each<[attack: string, refusal: Refusal, deletes: Parameters<typeof craftUpdate>[1]]>([
    ['deletes what is not there', 'gap', [{ client: 5, ranges: [[0, 1]] }]],
    ['deletes beyond what is there', 'gap', [{ client: seedId, ranges: [[0, 1e6]] }]],
    ['deletes nothing', 'malformed', [{ client: seedId, ranges: [[0, 0]] }]],
    [
      'deletes the same twice',
      'malformed',
      [
        {
          client: seedId,
          ranges: [
            [0, 2],
            [1, 2],
          ],
        },
      ],
    ],
    [
      'deletes backwards',
      'malformed',
      [
        {
          client: seedId,
          ranges: [
            [4, 1],
            [1, 1],
          ],
        },
      ],
    ],
    [
      'names a client twice',
      'malformed',
      [
        { client: seedId, ranges: [[0, 1]] },
        { client: seedId, ranges: [[2, 1]] },
      ],
    ],
  ])('one that %s: %s', (_attack, refusal, deletes) => {
    expectRefused(house, craftUpdate([], deletes), refusal)
  })

  it('one whose sections wait for each other', () => {
    const waitFor = (client: number): CraftedStruct[] => [{ origin: { client, clock: 0 }, content: x }]
    const update = craftUpdate([
      { client: me, clock: 0, structs: waitFor(78) },
      { client: 78, clock: 0, structs: waitFor(me) },
    ])
    expectRefused(house, update, 'gap')
  })

  it('one with two sections of one client', () => {
    const section = (clock: number) => ({ client: me, clock, structs: [{ parent: text, content: x }] })
    expectRefused(house, craftUpdate([section(0), section(1)]), 'malformed')
  })

  it('one that stands behind a character and before an earlier one of the same run, known or its own', () => {
    const house = new GuardedHouse()
    const text = idOf(textIn(house.doc, 'background', 0))
    const run = {
      parent: text,
      rightOrigin: { client: seedId, clock: text.clock + 1 },
      content: { text: 'abcdef' },
    }
    const crosswise = (client: number, clock: number) => ({
      origin: { client, clock: clock + 4 },
      rightOrigin: { client, clock: clock + 2 },
      content: { text: 'x' },
    })
    expectRefused(house, craftUpdate([{ client: 77, clock: 0, structs: [run, crosswise(77, 0)] }]), 'gap')
    const known = craftUpdate([{ client: 77, clock: 0, structs: [crosswise(seedId, text.clock + 1)] }])
    expectRefused(house, known, 'gap')
  })

  it('one that continues a known struct somewhere else', () => {
    const own = new GuardedHouse()
    const at = idOf(textIn(own.doc, 'background', 0))
    const elsewhere = idOf(textIn(own.doc, 'purpose', 0))
    const say = (parent: Y.ID, content: CraftedContent) =>
      craftUpdate([{ client: me, clock: 0, structs: [{ parent, content }] }])
    own.take(say(at, { text: 'ab' }))
    expectRefused(own, say(elsewhere, { text: 'abc' }), 'gap')
    expect(own.check(say(at, { text: 'abc' }))).toMatchObject({ ok: true, nothingNew: false })
  })

  it('one that names an unknown root in what is known already, since Yjs would make that root', () => {
    const own = new GuardedHouse()
    const say = (parent: string, content: CraftedContent) =>
      craftUpdate([{ client: me, clock: 0, structs: [{ parent, content }] }])
    own.take(say('background', { type: 3, name: 'paragraph' }))
    expectRefused(own, say('evil', { type: 3, name: 'paragraph' }), 'unknownRoot')
    expect(own.doc.share.has('evil')).toBe(false)
  })

  it('one that stands between a living place and one that has been collected', () => {
    const own = new GuardedHouse()
    const [gone, here] = [idOf(textIn(own.doc, 'background', 0)), idOf(textIn(own.doc, 'background', 1))]
    own.take(own.updateOf(own.person(3), doc => doc.getXmlFragment('background').delete(0, 1)))
    const between = {
      origin: { client: seedId, clock: here.clock + 1 },
      rightOrigin: { client: seedId, clock: gone.clock + 1 },
    }
    expectRefused(own, craftUpdate([{ client: me, clock: 0, structs: [{ ...between, content: x }] }]), 'gap')
  })

  it('one with bytes missing, or bytes left over', () => {
    const update = house.updateOf(house.person(me), doc => textIn(doc, 'background', 0).insert(0, 'hej'))
    for (let length = 0; length < update.length; length++) {
      expectRefused(house, update.slice(0, length), 'malformed')
      // As part of a larger buffer, where reading on would find the bytes of others.
      expectRefused(house, update.subarray(0, length), 'malformed')
    }
    expectRefused(house, Uint8Array.of(...update, 0), 'malformed')
  })

  it('one that claims more structs than it has bytes for, without reserving memory for them', () => {
    const update = craftUpdate([{ client: me, clock: 0, structs: [], claims: 2 ** 45 }])
    expectRefused(house, update, 'malformed')
  })

  it('one that has more structs than anybody writes', () => {
    const structs = Array.from({ length: 100_001 }, () => ({ content: { collected: 1 } }))
    expectRefused(house, craftUpdate([{ client: me, clock: 0, structs }]), 'malformed')
  })

  it('one that takes a hundred new client ids', () => {
    const sections = Array.from({ length: 101 }, (_, index) => ({
      client: 1000 + index,
      clock: 0,
      structs: [{ content: { collected: 1 } }],
    }))
    expectRefused(house, craftUpdate(sections), 'foreignClient')
    expect(house.check(craftUpdate(sections.slice(1)))).toMatchObject({ ok: true })
  })

  it('one that would make Yjs search for seconds', () => {
    const own = new GuardedHouse()
    const spread = (client: number): Uint8Array => {
      const structs = Array.from({ length: 4000 }, () => ({ parent: text, content: x }))
      return craftUpdate([{ client, clock: 0, structs }])
    }
    expectRefused(own, spread(me), 'malformed')
  })
})

function deepList(depth: number): unknown {
  let list: unknown = 1
  for (let i = 0; i < depth; i++) list = [list]
  return list
}
