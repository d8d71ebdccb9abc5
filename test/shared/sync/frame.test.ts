import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeFrame, encodeFrame, type Frame } from '../../../shared/sync/frame.ts'

/** One of each kind, and the bytes it must be: a change here breaks every client that is open. */
const golden: Record<string, string> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../golden/frames.json'), 'utf8'),
)

const frames: Record<string, Frame> = {
  syncStep1: { kind: 'syncStep1', stateVector: Uint8Array.of(1, 2, 3) },
  syncStep2: { kind: 'syncStep2', update: Uint8Array.of(0, 0) },
  update: { kind: 'update', update: new Uint8Array(200).fill(7) },
  presence: { kind: 'presence', presence: Uint8Array.of(0) },
  queryPresence: { kind: 'queryPresence' },
  acknowledged: { kind: 'acknowledged', count: 300 },
  refused: { kind: 'refused', count: 2, refusal: 'unknownMark' },
  noticeOfRescued: { kind: 'notice', topic: 'rescued' },
  noticeOfRecord: { kind: 'notice', topic: 'record' },
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'hex'))

describe('a frame', () => {
  it.each(Object.keys(frames))('of the kind %s is the bytes it has always been', name => {
    expect(golden).toHaveProperty(name)
    expect(hex(encodeFrame(frames[name] as Frame))).toBe(golden[name])
  })

  it.each(Object.keys(frames))('of the kind %s says the same when it is read', name => {
    expect(decodeFrame(bytesOf(golden[name] ?? ''))).toEqual(frames[name])
  })

  it.each(Object.keys(frames))('of the kind %s is none when it is cut anywhere', name => {
    const bytes = bytesOf(golden[name] ?? '')
    for (let end = 0; end < bytes.length; end += 1) {
      expect(decodeFrame(bytes.slice(0, end)), `cut after ${end}`).toBeNull()
    }
  })

  it.each(Object.keys(frames))('of the kind %s is none when it is cut within a larger buffer', name => {
    const bytes = bytesOf(golden[name] ?? '')
    for (let end = 0; end < bytes.length; end += 1) {
      expect(decodeFrame(bytes.subarray(0, end)), `cut after ${end}`).toBeNull()
    }
  })

  it.each(Object.keys(frames))('of the kind %s is none with a byte too many', name => {
    expect(decodeFrame(Uint8Array.of(...bytesOf(golden[name] ?? ''), 0))).toBeNull()
  })

  it('is read from a view into a larger buffer, as sockets give it', () => {
    const { buffer } = Uint8Array.of(9, 9, ...bytesOf(golden.noticeOfRescued ?? ''), 9)
    const view = new Uint8Array(buffer, 2, buffer.byteLength - 3)
    expect(decodeFrame(view)).toEqual(frames.noticeOfRescued)
  })

  it('has the kinds of the golden file and no others', () => {
    expect(Object.keys(golden).sort()).toEqual(Object.keys(frames).sort())
  })
})

describe('what is no frame', () => {
  it.each([
    ['nothing', []],
    ['a kind that does not exist', [2, 0]],
    ['a step of sync that does not exist', [0, 3, 0]],
    ['a number without an end', new Array(20).fill(255)],
    ['a length that nobody has sent', [0, 2, 255, 255, 255, 255, 15, 1]],
    ['a refusal that is not in the list', [101, 1, 2, 104, 105]],
    ['a topic that is not in the list', [102, 2, 104, 105]],
  ])('%s gives null', (_what, bytes) => {
    expect(decodeFrame(Uint8Array.from(bytes))).toBeNull()
  })

  it('random bytes never throw', () => {
    // A generator of our own, so that a failure can be run again: the seed is in the name of the assertion.
    let seed = 20261122
    const next = () => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      return seed
    }
    for (let round = 0; round < 5000; round += 1) {
      const began = seed
      const bytes = Uint8Array.from({ length: next() % 24 }, () => next() >>> 24)
      const frame = decodeFrame(bytes)
      // lib0 writes numbers in one way only, but reads them padded too: what was read says the same again.
      if (frame) expect(decodeFrame(encodeFrame(frame)), `seed ${began}`).toEqual(frame)
    }
  })
})
