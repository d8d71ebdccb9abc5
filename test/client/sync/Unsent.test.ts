import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Outbox } from '../../../client/sync/outbox.ts'
import { Unsent } from '../../../client/sync/Unsent.ts'
import { largestUpdateBytes } from '../../../shared/sync/updateSize.ts'

/** An outbox that keeps what it is given under the numbers from 1. */
class KeptUpdates {
  readonly kept = new Map<number, Uint8Array>()
  #last = 0

  async add(update: Uint8Array): Promise<number> {
    this.#last += 1
    this.kept.set(this.#last, update)
    return this.#last
  }

  async remove(keys: Iterable<number>): Promise<void> {
    for (const key of keys) this.kept.delete(key)
  }
}

let outbox: KeptUpdates
let unsent: Unsent
let written: Uint8Array[]
beforeEach(() => {
  outbox = new KeptUpdates()
  unsent = new Unsent(outbox as unknown as Outbox, [])
  written = []
})

/** Updates of one person, one for each text. */
function write(...texts: readonly string[]): void {
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => written.push(update))
  for (const text of texts) doc.getText('background').insert(0, text)
  for (const update of written) unsent.add(update)
}

describe('What has not been acknowledged', () => {
  it('is sent once on a line, in order, and again on the next', () => {
    write('a', 'b')
    expect(unsent.toSend()).toEqual(written)
    expect(unsent.toSend()).toEqual([])
    unsent.acknowledge(1)
    unsent.begin()
    expect(unsent.toSend()).toEqual(written.slice(1))
  })

  it('counts as one change when it was made without a pause, until all of it is acknowledged', () => {
    write('a', 'b', 'c')
    expect(unsent.changes).toBe(1)
    unsent.toSend()
    unsent.acknowledge(2)
    expect(unsent.changes).toBe(1)
    unsent.acknowledge(3)
    expect(unsent.changes).toBe(0)
    expect(unsent.isEmpty).toBe(true)
    expect(unsent.since).toBeNull()
  })

  it('leaves the outbox when its last part has been acknowledged', async () => {
    write('x'.repeat(3 * largestUpdateBytes))
    const parts = unsent.toSend()
    expect(parts.length).toBeGreaterThan(3)
    expect(unsent.changes).toBe(1)
    unsent.acknowledge(parts.length - 1)
    await unsent.unacknowledged()
    expect(outbox.kept.size).toBe(1)
    unsent.acknowledge(parts.length)
    await expect.poll(() => outbox.kept.size).toBe(0)
  })

  it('tells which of what was sent was the largest', () => {
    write('a', 'long'.repeat(100), 'c', 'longer'.repeat(100))
    unsent.toSend()
    expect(unsent.largestSent()).toBe(3)
    unsent.begin()
    expect(unsent.largestSent()).toBe(0)
  })

  it('keeps where the browser has each, and what has been refused before', async () => {
    const left = [{ key: 7, update: new Uint8Array([0, 0]), burst: 4, again: true }]
    unsent = new Unsent(outbox as unknown as Outbox, left)
    expect(await unsent.unacknowledged()).toEqual([{ key: 7, update: left[0]?.update, again: true }])
  })
})
