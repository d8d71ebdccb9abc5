import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ProblemKind } from '../../../../../shared/http/problem.ts'
import { type RawClient, Visitor } from '../../../../harness/rawClient.ts'
import { type ServerProcess, startServerProcess } from '../../../../harness/serverProcess.ts'
import { paragraph } from '../../../sync/guard/guardedHouse.ts'
import type { HostileFile } from './HostileFile.ts'
import { hostileFiles, realFile } from './hostileFiles.ts'

const seed = 9
/** Longest that a file may take, with what stands before it in the line. */
const longestAnswerMs = 30_000
/** How much longer than otherwise nearly every key press may wait while files are read. */
const delayMs = 250

/** Somebody whom files name, who would hear of it if anything was fetched. */
let outside: Server
let heard = 0
let files: readonly HostileFile[]
let server: ServerProcess
let senders: readonly Visitor[]
let typist: Typist

beforeAll(async () => {
  outside = createServer(socket => {
    heard += 1
    socket.destroy()
  }).listen(0)
  await once(outside, 'listening')
  const { port } = outside.address() as AddressInfo
  // Before anybody is on a line: making them takes longer than a line may be still.
  files = await hostileFiles(seed, `http://localhost:${port}`, 1)
  // She writes faster than anybody does by hand.
  server = await startServerProcess({ MAX_MESSAGES_PER_SECOND: '100000' }, { measuresMemory: true })
  senders = await Promise.all(
    ['anna', 'karim', 'elin', 'sofia'].map(who => Visitor.enter(server.origin, who)),
  )
  const [anna, karim] = senders
  if (!anna || !karim) throw new Error('Nobody came.')
  const id = await anna.newApplication()
  typist = new Typist(await anna.join(id), await karim.join(id))
}, 120_000)
afterAll(async () => {
  outside.close()
  await server.dispose()
})

/** Somebody who writes a block at a time, and waits until it is saved and another has it. */
class Typist {
  readonly #line: RawClient
  readonly #other: RawClient
  readonly #waitsMs: number[] = []

  constructor(line: RawClient, other: RawClient) {
    this.#line = line
    this.#other = other
  }

  async write(): Promise<void> {
    const { doc } = this.#line
    const begunAt = performance.now()
    const saved = this.#line.write(() => doc.getXmlFragment('purpose').push([paragraph('ord')]))
    const clock = Y.getState(doc.store, doc.clientID)
    await saved
    await this.#other.until(() => Y.getState(this.#other.doc.store, doc.clientID) >= clock)
    this.#waitsMs.push(performance.now() - begunAt)
  }

  /** Writes for as long as something takes, but no more than somebody can. */
  async writeUntil(over: Promise<unknown>): Promise<void> {
    let isOver = false
    const ending = over.then(() => {
      isOver = true
    })
    for (let written = 0; written < 5 && !isOver; written += 1) await this.write()
    await ending
  }

  /** How long she has waited since she was last asked. */
  take(): {
    readonly medianMs: number
    readonly nearlyAllMs: number
    readonly longestMs: number
    readonly count: number
  } {
    const waits = this.#waitsMs.splice(0).sort((one, other) => one - other)
    return {
      medianMs: waits[Math.floor(waits.length / 2)] ?? 0,
      nearlyAllMs: waits[Math.floor(waits.length * 0.99)] ?? 0,
      longestMs: waits.at(-1) ?? 0,
      count: waits.length,
    }
  }
}

const kinds: Readonly<Record<string, readonly (ProblemKind | 'read')[]>> = {
  otherKind: ['notAWordFile'],
  locked: ['lockedWordFile'],
  macros: ['macroWordFile'],
  large: ['largeWordFile'],
  damaged: ['damagedWordFile'],
  read: ['read', 'noFormInWordFile'],
}

interface Sent {
  readonly kind: string
  readonly tookMs: number
}

async function send(bytes: Uint8Array<ArrayBuffer>, by: Visitor): Promise<Sent> {
  const begunAt = performance.now()
  const headers = { ...by.headers, 'content-type': 'application/octet-stream' }
  const answer = await fetch(`${server.origin}/api/applications/word/read`, {
    method: 'POST',
    headers,
    body: bytes,
  })
  const body = (await answer.json()) as { readonly kind?: string }
  return { kind: answer.ok ? 'read' : (body.kind ?? `${answer.status}`), tookMs: performance.now() - begunAt }
}

/** Sends all of them, two at a time; gives what was not as it should be. */
async function sendAll(): Promise<string[]> {
  const wrong: string[] = []
  const left = files.entries()
  const oneAfterTheOther = async () => {
    for (const [place, { name, bytes, answers }] of left) {
      const answered = send(bytes, senders[place % senders.length] as Visitor)
      await typist.writeUntil(answered)
      const { kind, tookMs } = await answered
      const allowed: readonly string[] = answers.flatMap(answer => kinds[answer] ?? [])
      if (!allowed.includes(kind) || tookMs > longestAnswerMs)
        wrong.push(`${name}: ${kind} in ${Math.round(tookMs)} ms`)
    }
  }
  await Promise.all([oneAfterTheOther(), oneAfterTheOther()])
  return wrong
}

/** The most that the program has held at once, in bytes; null on a machine that does not say. */
function peakBytes(): number | null {
  const path = `/proc/${server.pid}/status`
  if (!existsSync(path)) return null
  return Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync(path, 'utf8'))?.[1] ?? 0) * 1024
}

const mebibytes = (bytes: number | null) => (bytes === null ? '?' : `${(bytes / 1024 / 1024).toFixed(0)} MiB`)

describe('while hostile files are sent in', () => {
  it('all are answered, nothing grows, nothing is fetched, and those who write wait no longer', async () => {
    expect(files.length).toBeGreaterThan(200)
    for (let written = 0; written < 100; written += 1) await typist.write()
    const idle = typist.take()
    // What is made once and kept, is made by the first of them.
    await send(await realFile(), senders[0] as Visitor)
    const before = await server.memoryBytes()
    const wrong = await sendAll()
    const meanwhile = typist.take()
    const after = await server.memoryBytes()
    console.log(
      `${files.length} files; idle ${said(idle)}, meanwhile ${said(meanwhile)}; memory ${mebibytes(before)} → ${mebibytes(after)}, at most ${mebibytes(peakBytes())}`,
    )
    expect(wrong).toEqual([])
    expect(heard).toBe(0)
    expect(meanwhile.medianMs).toBeLessThan(idle.medianMs + delayMs / 10)
    expect(meanwhile.nearlyAllMs).toBeLessThan(idle.longestMs + delayMs)
    expect(after).toBeLessThan(before * 1.25)
    expect(peakBytes() ?? 0).toBeLessThan(1024 ** 3)
    expect((await send(await realFile(), senders[0] as Visitor)).kind).toBe('read')
  }, 300_000)
})

function said({ medianMs, nearlyAllMs, longestMs, count }: ReturnType<Typist['take']>): string {
  return `${medianMs.toFixed(1)} ms, nearly all within ${nearlyAllMs.toFixed(0)} ms, longest ${longestMs.toFixed(0)} ms of ${count}`
}
