import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Outbox } from '../../../client/sync/outbox.ts'

describe('the outbox of a browser that keeps nothing', () => {
  // There is no IndexedDB here, as where a browser has been told to forbid it.
  beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}))
  afterEach(() => void vi.restoreAllMocks())

  it('lets a document be opened and written in', async () => {
    const outbox = new Outbox('anna@heby', 'one')
    expect(await outbox.read()).toEqual([])
    expect(await outbox.add(new Uint8Array([1]), 1)).toBeNull()
    await outbox.remove([])
    expect(console.warn).toHaveBeenCalled()
  })

  it('still has what takes the place of refused updates, and the text to hand in, until it has been handed in', async () => {
    const outbox = new Outbox('anna@heby', 'one')
    const at = '2026-11-22T06:00:00.000Z'
    const texts = [
      { id: 'first', section: 'background', text: 'Ett', why: 'mayNotWrite' as const, at },
      { id: 'second', section: null, text: 'Två', why: null, at },
    ]
    const updates = [new Uint8Array([2]), new Uint8Array([3])]
    const asked: boolean[] = []
    await outbox.replace(isHere => {
      asked.push(isHere(null))
      return { replaced: [{ key: null }], updates, texts }
    })
    expect(asked).toEqual([true])
    expect(await outbox.read()).toEqual(
      updates.map((update, burst) => ({ key: null, update, burst, again: true })),
    )
    expect(await outbox.read()).toEqual([])
    expect(await outbox.refusedTexts()).toEqual(texts)
    await outbox.forgetRefused('first')
    expect(await outbox.refusedTexts()).toEqual(texts.slice(1))
    await outbox.forgetRefused('second')
    expect(await outbox.refusedTexts()).toEqual([])
  })
})
