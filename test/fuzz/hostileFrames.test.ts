import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type RawClient, Visitor } from '../harness/rawClient.ts'
import { type ServerProcess, startServerProcess } from '../harness/serverProcess.ts'
import { paragraph } from '../server/sync/guard/guardedHouse.ts'
import { Random } from '../server/sync/guard/random.ts'
import { canonicalBytes } from './canonical.ts'
import { hostileKinds } from './hostileFrames.ts'

const frameCount = 10_000
const seed = 1
const attackersAtOnce = 6
const corpus = join(import.meta.dirname, 'corpus')

let server: ServerProcess
let writers: Writer[]
let attacker: Visitor
let id: string

beforeAll(async () => {
  // So many lines and messages are wanted here that the limits of one person would be all that is tried.
  const limits = ['MAX_MESSAGES_PER_SECOND', 'MAX_LINES_PER_PERSON', 'MAX_LINES_PER_DOCUMENT']
  server = await startServerProcess(
    {
      ...Object.fromEntries(limits.map(name => [name, '100000'])),
      MAX_BYTES_PER_SECOND: String(1024 * 1024 * 1024),
      IDLE_DOCUMENT_SECONDS: '1',
    },
    { measuresMemory: true },
  )
  const [anna, karim, sofia] = await Promise.all(
    ['anna', 'karim', 'sofia'].map(name => Visitor.enter(server.origin, name)),
  )
  if (!anna || !karim || !sofia) throw new Error('Nobody came.')
  attacker = sofia
  id = await anna.newApplication()
  const lines = await Promise.all([anna.join(id), karim.join(id)])
  writers = lines.map((line, at) => new Writer(line, lines[1 - at] ?? line))
})
afterAll(async () => await server.dispose())

/** Somebody honest, who writes a block at a time and waits until it is saved and the other has it. */
class Writer {
  readonly line: RawClient
  readonly #other: RawClient
  longestWaitMs = 0
  written = 0

  constructor(line: RawClient, other: RawClient) {
    this.line = line
    this.#other = other
  }

  async write(): Promise<void> {
    const { doc } = this.line
    const begunAt = performance.now()
    const saved = this.line.write(() =>
      doc.getXmlFragment('purpose').push([paragraph(`ord ${this.written}`)]),
    )
    const clock = Y.getState(doc.store, doc.clientID)
    await saved
    await this.#other.until(() => Y.getState(this.#other.doc.store, doc.clientID) >= clock)
    this.longestWaitMs = Math.max(this.longestWaitMs, performance.now() - begunAt)
    this.written += 1
  }
}

/** Ends any line: so it is known when the frame before it has been taken. */
const lastFrame = Uint8Array.of(77)

/** Frames that have been taken, and who waits for more of them. */
let taken = 0
const whenMore: (() => void)[] = []

/** Sends frames one after the other, each on a line of its own, since most of them end it. */
async function attack(frames: Iterable<Uint8Array | string>): Promise<void> {
  for (const bytes of frames) {
    const line = await attacker.open(id)
    line.sendBytes(bytes)
    if (!line.isClosed) line.sendBytes(lastFrame)
    await line.closed
    taken += 1
    for (const tell of whenMore.splice(0)) tell()
  }
}

/** Lets both write until `attacking` is over, and expects that nothing else has come into the document. */
async function underAttack(attacking: Promise<unknown>): Promise<void> {
  let isOver = false
  const over = attacking.finally(() => {
    isOver = true
  })
  const writing = writers.map(async writer => {
    while (!isOver) {
      await writer.write()
      for (const goal = taken + 10; taken < goal && !isOver; ) {
        await Promise.race([over, new Promise<void>(resolve => whenMore.push(resolve))])
      }
    }
    await writer.write()
  })
  await Promise.all([over, ...writing])
  const [anna, karim] = writers.map(({ line }) => canonicalBytes(line.doc))
  const fresh = await attacker.join(id)
  expect(Buffer.from(canonicalBytes(fresh.doc)).equals(anna ?? new Uint8Array())).toBe(true)
  expect(Buffer.from(canonicalBytes(fresh.doc)).equals(karim ?? new Uint8Array())).toBe(true)
  const ownIds = new Set([...writers.map(({ line }) => line.doc.clientID), ...seedingIds])
  expect([...fresh.doc.store.clients.keys()].filter(client => !ownIds.has(client))).toEqual([])
  await fresh.close()
}

const seedingIds = new Set<number>()

describe('a server that is sent whatever comes to mind', () => {
  it('lives, forgets it, and neither the document nor those who write in it notice', async () => {
    for (const client of writers[0]?.line.doc.store.clients.keys() ?? []) seedingIds.add(client)
    const names = Object.keys(hostileKinds)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, await attacker.state(id))
    const framesFrom = function* (random: Random, count: number) {
      const others = writers.map(({ line }) => line.doc.clientID)
      for (let i = 0; i < count; i++) {
        const make = hostileKinds[random.pick(names)]
        if (make) yield make({ random, doc, others })
      }
    }
    const all = (count: number, from: number) =>
      Promise.all(
        Array.from({ length: attackersAtOnce }, (_, at) =>
          attack(framesFrom(new Random(from + at), Math.ceil(count / attackersAtOnce))),
        ),
      )
    // What is made once and kept, is made by the first of them.
    await underAttack(all(600, seed + 1000))
    const before = await server.memoryBytes()
    await underAttack(all(frameCount, seed))
    const after = await server.memoryBytes()
    const waits = writers.map(({ longestWaitMs, written }) => `${Math.round(longestWaitMs)} ms of ${written}`)
    console.log(
      `${taken} frames; memory ${mebibytes(before)} → ${mebibytes(after)}; longest waits ${waits.join(', ')}`,
    )
    expect(after).toBeLessThan(before * 1.1)
  }, 120_000)

  it.each(readdirSync(corpus))('takes no harm of what has once done harm: %s', async name => {
    await underAttack(attack([readFrame(name)]))
  })
})

/** A frame of the corpus: hexadecimal, under a line that says what it did. */
function readFrame(name: string): Uint8Array {
  const [, ...lines] = readFileSync(join(corpus, name), 'utf8').split('\n')
  return Uint8Array.from(Buffer.from(lines.join(''), 'hex'))
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`
}
