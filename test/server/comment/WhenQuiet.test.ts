import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WhenQuiet } from '../../../server/comment/WhenQuiet.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Something that is done about a text until it is let go on. */
class Work {
  readonly begun: string[] = []
  #ended: (() => void)[] = []
  readonly quiet = new WhenQuiet(
    (id, sections) => {
      this.begun.push(`${id}: ${[...sections].sort().join(' ')}`)
      return new Promise(resolve => this.#ended.push(resolve))
    },
    () => {},
  )

  async endAll(): Promise<void> {
    for (const end of this.#ended.splice(0)) end()
    await vi.advanceTimersByTimeAsync(0)
  }
}

describe('what is done when it is quiet', () => {
  it('is done once for all that has changed', async () => {
    const work = new Work()
    work.quiet.changed('a', new Set(['aim']))
    work.quiet.changed('a', new Set(['background']))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(work.begun).toEqual(['a: aim background'])
  })

  it('is not begun again while it is under way, but after that, with what has changed meanwhile', async () => {
    const work = new Work()
    work.quiet.changed('a', new Set(['aim']))
    await vi.advanceTimersByTimeAsync(1_000)
    work.quiet.changed('a', new Set(['background']))
    work.quiet.changed('b', new Set(['aim']))
    await vi.advanceTimersByTimeAsync(30_000)
    expect(work.begun).toEqual(['a: aim', 'b: aim'])
    await work.endAll()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(work.begun).toEqual(['a: aim', 'b: aim', 'a: background'])
  })

  it('is waited for with what waits behind it', async () => {
    const work = new Work()
    work.quiet.changed('a', new Set(['aim']))
    await vi.advanceTimersByTimeAsync(1_000)
    work.quiet.changed('a', new Set(['background']))
    const settled = vi.fn()
    void work.quiet.settle().then(settled)
    await work.endAll()
    expect(work.begun).toEqual(['a: aim', 'a: background'])
    expect(settled).not.toHaveBeenCalled()
    await work.endAll()
    expect(settled).toHaveBeenCalled()
  })
})
