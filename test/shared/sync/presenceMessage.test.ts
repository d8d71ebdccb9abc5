import { describe, expect, it } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { readPresence, writePresence } from '../../../shared/sync/presenceMessage.ts'

const two = [
  { clientId: 1, clock: 7, json: '{"place":null}' },
  { clientId: 4294967295, clock: 300, json: '{"name":"Åsa"}' },
]

describe('a presence message', () => {
  it('says the same when it is read', () => {
    expect(readPresence(writePresence(two))).toEqual(two)
  })

  it('is understood by y-protocols, and understands it', () => {
    const awareness = new Awareness(new Y.Doc())
    applyAwarenessUpdate(awareness, writePresence(two), null)
    expect(awareness.getStates().get(4294967295)).toEqual({ name: 'Åsa' })
    const [entry] = readPresence(encodeAwarenessUpdate(awareness, [4294967295]))
    expect(entry).toMatchObject({ clientId: 4294967295, clock: 300, json: '{"name":"Åsa"}' })
    awareness.destroy()
  })

  it('gives what stands before a cut, and never throws', () => {
    const bytes = writePresence(two)
    for (let end = 0; end < bytes.length; end += 1) {
      const entries = readPresence(bytes.slice(0, end))
      expect(two.slice(0, entries.length)).toEqual(entries)
    }
  })

  it('does not read on into what stands behind it in the same memory', () => {
    const bytes = writePresence([{ clientId: 1, clock: 1, json: '{"secret":"of somebody else"}' }])
    const memory = Uint8Array.of(...bytes, 1, 2, 3)
    for (let end = 0; end < bytes.length; end += 1) {
      expect(readPresence(memory.subarray(0, end)), `cut after ${end}`).toEqual([])
    }
  })

  it('that claims more entries than it has gives those it has', () => {
    const bytes = writePresence(two.slice(0, 1))
    bytes[0] = 100
    expect(readPresence(bytes)).toEqual(two.slice(0, 1))
  })
})
