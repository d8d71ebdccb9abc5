import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Presses } from '../../../client/form/fields/Presses.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function pressed() {
  const page = new EventTarget()
  const presses = new Presses()
  const stop = presses.watch(page)
  const done: string[] = []
  return {
    stop,
    done,
    page: (event: string) => page.dispatchEvent(new Event(event)),
    leave: (what: string) => presses.after(() => done.push(what)),
  }
}

describe('what leaving a field draws', () => {
  it('comes at once when a key took focus away', () => {
    const { leave, done } = pressed()
    leave('reason')
    vi.runAllTimers()
    expect(done).toEqual(['reason'])
  })

  it('waits for the release when a press took focus away, so that the click finds its button', () => {
    const { page, leave, done } = pressed()
    page('pointerdown')
    leave('reason')
    leave('hint')
    vi.runAllTimers()
    expect(done).toEqual([])
    page('pointerup')
    expect(done).toEqual([])
    vi.runAllTimers()
    expect(done).toEqual(['reason', 'hint'])
  })

  it('does not wait for ever when the press becomes a scroll, or the page goes away', () => {
    const scrolled = pressed()
    scrolled.page('pointerdown')
    scrolled.leave('reason')
    scrolled.page('pointercancel')
    vi.runAllTimers()
    expect(scrolled.done).toEqual(['reason'])
    const closed = pressed()
    closed.page('pointerdown')
    closed.leave('reason')
    closed.stop()
    vi.runAllTimers()
    expect(closed.done).toEqual(['reason'])
  })
})
