import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  batchMaxFrames,
  decodeBatch,
  decodeLineAnswer,
  encodeBatch,
  encodeLineAnswer,
  type LineAnswer,
} from '../../../shared/sync/batch.ts'
import { seeded } from '../form/seeded.ts'

/** What goes over ordinary requests, and the bytes it must be: a change here breaks every client that is open. */
const golden: Record<string, string> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../golden/batches.json'), 'utf8'),
)

const frames = [Uint8Array.of(3), new Uint8Array(200).fill(7), Uint8Array.of(100, 172, 2)]

const batches: Record<string, Uint8Array[]> = { batchOfNone: [], batchOfThree: frames }

const answers: Record<string, LineAnswer> = {
  answerOfNothing: { first: 1, frames: [], endedWith: null },
  answerOfThree: { first: 300, frames, endedWith: null },
  answerOfTheEnd: { first: 4, frames: [], endedWith: 4401 },
  answerOfThreeAndTheEnd: { first: 1, frames, endedWith: 1012 },
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const bytesOf = (name: string) => new Uint8Array(Buffer.from(golden[name] ?? '', 'hex'))

describe('a batch', () => {
  it.each(Object.keys(batches))('%s is the bytes it has always been, and reads back', name => {
    expect(hex(encodeBatch(batches[name] ?? []))).toBe(golden[name])
    expect(decodeBatch(bytesOf(name))).toEqual(batches[name])
  })

  it('is none when it is cut anywhere, within a larger buffer too, or has a byte too many', () => {
    const bytes = bytesOf('batchOfThree')
    for (let end = 0; end < bytes.length; end += 1) {
      expect(decodeBatch(bytes.slice(0, end)), `cut after ${end}`).toBeNull()
      expect(decodeBatch(bytes.subarray(0, end)), `cut after ${end}`).toBeNull()
    }
    expect(decodeBatch(Uint8Array.of(...bytes, 0))).toBeNull()
  })

  it('has at most so many frames', () => {
    const full = new Array<Uint8Array>(batchMaxFrames).fill(Uint8Array.of(3))
    expect(decodeBatch(encodeBatch(full))).toHaveLength(batchMaxFrames)
    expect(decodeBatch(encodeBatch([...full, Uint8Array.of(3)]))).toBeNull()
  })
})

describe('the answer to a poll', () => {
  it.each(Object.keys(answers))('%s is the bytes it has always been, and reads back', name => {
    expect(hex(encodeLineAnswer(answers[name] as LineAnswer))).toBe(golden[name])
    expect(decodeLineAnswer(bytesOf(name))).toEqual(answers[name])
  })

  it.each(Object.keys(answers))('%s is none when it is cut anywhere or has a byte too many', name => {
    const bytes = bytesOf(name)
    for (let end = 0; end < bytes.length; end += 1) {
      expect(decodeLineAnswer(bytes.subarray(0, end)), `cut after ${end}`).toBeNull()
    }
    expect(decodeLineAnswer(Uint8Array.of(...bytes, 0))).toBeNull()
  })

  it('is not a page that a proxy answers with', () => {
    expect(decodeLineAnswer(Buffer.from('<!doctype html><title>Log in</title>'))).toBeNull()
  })
})

it('nothing in the golden file is untested', () => {
  expect(Object.keys(golden).sort()).toEqual([...Object.keys(batches), ...Object.keys(answers)].sort())
})

it.each([1, 2, 3])('random bytes never throw, and mean what they are read as, seed %i', seed => {
  const random = seeded(seed)
  for (let round = 0; round < 2000; round += 1) {
    const bytes = Uint8Array.from({ length: random.between(0, 24) }, () => random.between(0, 255))
    const batch = decodeBatch(bytes)
    if (batch) expect(decodeBatch(encodeBatch(batch))).toEqual(batch)
    const answer = decodeLineAnswer(bytes)
    if (answer) expect(decodeLineAnswer(encodeLineAnswer(answer))).toEqual(answer)
  }
})
