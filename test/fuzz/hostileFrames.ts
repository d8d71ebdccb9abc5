import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { commentKey } from '../../shared/document/nodes/commentKey.ts'
import { encodeFrame } from '../../shared/sync/frame.ts'
import { writePresence } from '../../shared/sync/presenceMessage.ts'
import { type CraftedStruct, craftUpdate } from '../server/sync/guard/craftUpdate.ts'
import { paragraph } from '../server/sync/guard/guardedHouse.ts'
import type { Random } from '../server/sync/guard/random.ts'

/** What a hostile line knows when it makes a frame. */
export interface Knowledge {
  readonly random: Random
  /** The document as it was given. */
  readonly doc: Y.Doc
  /** Client ids of others who write in it. */
  readonly others: readonly number[]
}

const hundredMegabytes = new Uint8Array(100_000_000)

/** None of them may change the document. Those of 1 MiB and more are rare, since a test sends thousands. */
export const hostileKinds: Readonly<Record<string, (knows: Knowledge) => Uint8Array | string>> = {
  'random bytes': ({ random }) => randomBytes(random, random.below(300)),
  'no frame at all': () => new Uint8Array(),
  'text in place of bytes': ({ random }) => random.pick(['', 'hej', '{"type":"sync"}', 'å'.repeat(10_000)]),
  'a kind that nobody knows': ({ random }) => Uint8Array.of(4 + random.below(90), random.below(256)),
  'a kind that only the server sends': ({ random }) =>
    Uint8Array.of(100 + random.below(3), random.below(100)),
  'an over-long number': ({ random }) =>
    Uint8Array.of(random.below(4), ...new Array(8 + random.below(60)).fill(0x80 + random.below(128))),
  'a length that overflows': ({ random }) =>
    concat([
      Uint8Array.of(0, random.below(3)),
      varUint(random.pick([2 ** 31, 2 ** 32, 2 ** 53 - 1])),
      [1, 2, 3],
    ]),
  'a frame that ends too early': knows => {
    const whole = frameOf(forbiddenUpdate(knows))
    return whole.subarray(0, knows.random.below(whole.length))
  },
  'a frame that goes on after its end': knows =>
    concat([frameOf(forbiddenUpdate(knows)), randomBytes(knows.random, 1 + knows.random.below(9))]),
  'an update with other bytes in it': knows => {
    const spoilt = forbiddenUpdate(knows).slice()
    // The root that nobody knows stands last and stays, so that it is never honest.
    const end = spoilt.length - 20
    for (let i = 0; i < 4; i++) spoilt[knows.random.below(end)] = knows.random.below(256)
    return frameOf(spoilt)
  },
  'an update that is none': ({ random }) => frameOf(randomBytes(random, random.below(200))),
  'a promise of very many structs': ({ random }) =>
    frameOf(concat([[1], varUint(random.pick([2 ** 20, 2 ** 32, 2 ** 53 - 1])), [7, 0, 0, 255]])),
  'a promise of very many clients': ({ random }) =>
    frameOf(concat([varUint(random.pick([2 ** 20, 2 ** 32, 2 ** 53 - 1])), [1, 7, 0, 0, 255]])),
  'a clock that overflows': ({ random }) =>
    frameOf(
      craftUpdate([
        { client: 7, clock: random.pick([2 ** 31 - 1, 2 ** 32, 2 ** 53 - 2]), structs: [text('x')] },
      ]),
    ),
  'a collected stretch as long as time': ({ random }) =>
    frameOf(
      craftUpdate([
        {
          client: random.below(2 ** 31),
          clock: 0,
          structs: [{ content: { collected: random.pick([2 ** 31, 2 ** 53 - 1]) } }],
        },
      ]),
    ),
  'a hole': ({ random }) =>
    frameOf(
      craftUpdate([
        { client: random.below(2 ** 31), clock: 0, structs: [{ content: { skipped: 9 } }, text('x')] },
      ]),
    ),
  'deletions of what is not there': ({ random }) =>
    frameOf(
      craftUpdate(
        [],
        [{ client: random.below(2 ** 31), ranges: [[0, random.pick([1, 2 ** 30, 2 ** 53 - 1])]] }],
      ),
    ),
  'deletions upon one another': knows =>
    frameOf(
      craftUpdate(
        [],
        [{ client: knows.others[0] ?? 1, ranges: Array.from({ length: 5000 }, () => [0, 1] as const) }],
      ),
    ),
  'lists in lists': ({ random }) => {
    const depth = random.pick([21, 1000, 30_000])
    const nested = Array.from({ length: depth }, () => [117, 1]).flat()
    return frameOf(valueUpdate(random, [1, ...nested, 126]))
  },
  'objects in objects': ({ random }) => {
    const depth = random.pick([1, 1000, 20_000])
    const nested = Array.from({ length: depth }, () => [118, 1, 1, 97]).flat()
    return frameOf(valueUpdate(random, [1, ...nested, 126]))
  },
  'blocks in blocks': knows => {
    const outer = new Y.XmlElement('table')
    let inner = outer
    for (let depth = 0; depth < 30; depth++) {
      const next = new Y.XmlElement(
        ['tableRow', 'tableCell', 'paragraph', 'footnote', 'table'][depth % 5] ?? '',
      )
      inner.insert(0, [next])
      inner = next
    }
    return frameOf(written(knows, doc => doc.getXmlFragment('background').push([outer])))
  },
  'a format as deep as the stack': ({ random }) => {
    const depth = random.pick([50, 5000, 100_000])
    return frameOf(
      rawStruct(random, 6, concat([varString('bold'), varString('['.repeat(depth) + ']'.repeat(depth))])),
    )
  },
  'a comment on words that nobody has said': knows =>
    frameOf(
      written(knows, doc => {
        const words = new Y.XmlText()
        const thread = String(knows.random.below(2 ** 31)).padStart(20, '0')
        const key = knows.random.pick([
          commentKey(thread),
          commentKey('another'),
          'comment--AAAAAAAA',
          'comment',
        ])
        words.insert(0, 'kommenterat', { [key]: { thread } })
        const block = new Y.XmlElement('paragraph')
        block.insert(0, [words])
        doc.getXmlFragment('background').push([block])
      }),
    ),
  'words in the name of somebody else': knows =>
    frameOf(written(knows, writeHonestly, knows.random.pick(knows.others))),
  'words in the agreement': knows => frameOf(forbiddenUpdate(knows)),
  'words that hang on others that are not sent': knows => {
    const doc = copyOf(knows.doc, knows.random.below(2 ** 31))
    writeHonestly(doc)
    const before = Y.encodeStateVector(doc)
    writeHonestly(doc)
    return frameOf(Y.encodeStateAsUpdate(doc, before))
  },
  'far too many people': ({ random }) => {
    const entries = Array.from({ length: 2000 }, () => ({
      clientId: random.below(2 ** 31),
      clock: 1,
      json: '{}',
    }))
    return encodeFrame({ kind: 'presence', presence: writePresence(entries) })
  },
  'somebody else gone': ({ others }) =>
    encodeFrame({
      kind: 'presence',
      presence: writePresence(others.map(clientId => ({ clientId, clock: 2 ** 40, json: 'null' }))),
    }),
  'a very large person': ({ random }) => {
    const json = random.pick([
      JSON.stringify('å'.repeat(100_000)),
      `${'['.repeat(5000)}${']'.repeat(5000)}`,
      '{',
    ])
    return encodeFrame({
      kind: 'presence',
      presence: writePresence([{ clientId: random.below(2 ** 31), clock: 1, json }]),
    })
  },
  'a state vector that is none': ({ random }) =>
    encodeFrame({ kind: 'syncStep1', stateVector: concat([varUint(2 ** 31), randomBytes(random, 20)]) }),
  'a state vector of very many clients': ({ random }) =>
    encodeFrame({
      kind: 'syncStep1',
      stateVector: manyClients(random, random.next() < 0.02 ? 150_000 : 500),
    }),
  'an update of very many clients': ({ random }) => {
    const count = random.next() < 0.02 ? 60_000 : 300
    const sections = Array.from({ length: count }, (_, index) => ({
      client: 1000 + index,
      clock: 0,
      structs: [{ parent: 'background', content: { deleted: 1 } }],
    }))
    return frameOf(craftUpdate(sections))
  },
  'very many structs that come to nothing': ({ random }) => {
    const count = random.next() < 0.02 ? 200_000 : 300
    const structs = Array.from({ length: count }, () => text('x'))
    return frameOf(craftUpdate([{ client: random.below(2 ** 31), clock: 0, structs }]))
  },
  'more than a frame may hold': ({ random }) => {
    const lot = random.next()
    return lot < 0.01 ? hundredMegabytes : new Uint8Array(lot < 0.1 ? 2 * 1024 * 1024 + 1 : 0)
  },
}

/** Somebody's honest words, and some in the agreement. */
function forbiddenUpdate(knows: Knowledge): Uint8Array {
  return written(knows, doc => {
    writeHonestly(doc)
    doc.getText('agreementThatNobodyMayWriteIn').insert(0, 'x')
  })
}

function writeHonestly(doc: Y.Doc): void {
  doc.getXmlFragment('background').push([paragraph('otillåtet')])
}

function written(
  { doc, random }: Knowledge,
  change: (doc: Y.Doc) => void,
  clientId = random.below(2 ** 31),
): Uint8Array {
  const copy = copyOf(doc, clientId)
  const updates: Uint8Array[] = []
  const keep = (update: Uint8Array) => updates.push(update)
  copy.on('update', keep)
  copy.transact(() => change(copy))
  copy.off('update', keep)
  return Y.mergeUpdates(updates)
}

function copyOf(doc: Y.Doc, clientId: number): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.clientID = clientId
  return copy
}

function frameOf(update: Uint8Array): Uint8Array {
  return encodeFrame({ kind: 'update', update })
}

function text(characters: string): CraftedStruct {
  return { parent: { client: 1, clock: 2 ** 30 }, content: { text: characters } }
}

function valueUpdate(random: Random, bytes: readonly number[]): Uint8Array {
  return rawStruct(random, 8, bytes)
}

function rawStruct(random: Random, raw: number, bytes: ArrayLike<number>): Uint8Array {
  return craftUpdate([
    {
      client: random.below(2 ** 31),
      clock: 0,
      structs: [{ parent: 'budgetAmount', key: 'total', content: { raw, bytes: Array.from(bytes) } }],
    },
  ])
}

function manyClients(random: Random, count: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, count)
  for (let i = 0; i < count; i++) {
    encoding.writeVarUint(encoder, random.below(2 ** 31))
    encoding.writeVarUint(encoder, i)
  }
  return encoding.toUint8Array(encoder)
}

function varUint(value: number): Uint8Array {
  return encoding.encode(encoder => encoding.writeVarUint(encoder, value))
}

function varString(value: string): Uint8Array {
  return encoding.encode(encoder => encoding.writeVarString(encoder, value))
}

function randomBytes(random: Random, count: number): Uint8Array {
  return Uint8Array.from({ length: count }, () => random.below(256))
}

function concat(parts: readonly ArrayLike<number>[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
