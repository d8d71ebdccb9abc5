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

  it('still has refused text to hand in, until it has been handed in', async () => {
    const outbox = new Outbox('anna@heby', 'one')
    const texts = [
      { id: 'first', section: 'background', text: 'Ett' },
      { id: 'second', section: null, text: 'Två' },
    ]
    await outbox.refuse([], texts)
    expect(await outbox.refusedTexts()).toEqual(texts)
    await outbox.forgetRefused('first')
    expect(await outbox.refusedTexts()).toEqual(texts.slice(1))
    await outbox.forgetRefused('second')
    expect(await outbox.refusedTexts()).toEqual([])
  })
})
