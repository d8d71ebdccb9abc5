import { describe, expect, it } from 'vitest'
import { type Gatherer, Gathering } from '../../../../client/consultation/reply/GatheringContext.ts'

/** An answer that is told by hand what is in it. */
function answer(): Gatherer & { put(threadId: string): void } {
  const has = new Set<string>()
  const listeners = new Set<() => void>()
  return {
    has: threadId => has.has(threadId),
    take: ({ id }) => void has.add(id),
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    put: threadId => {
      has.add(threadId)
      for (const listener of listeners) listener()
    },
  }
}

describe('The cards of comments', () => {
  it('hear when an answer is opened, changed and closed, and only then', () => {
    const gathering = new Gathering()
    const heard: (boolean | null)[] = []
    gathering.subscribe(() => heard.push(gathering.gatherer()?.has('aaaaaaaaaaaa') ?? null))
    const open = answer()
    const close = gathering.open(open)
    open.put('aaaaaaaaaaaa')
    close()
    open.put('bbbbbbbbbbbb')
    expect(heard).toEqual([false, true, null])
  })

  it('keep the answer that was opened last, when the one before it closes', () => {
    const gathering = new Gathering()
    const closeFirst = gathering.open(answer())
    const second = answer()
    gathering.open(second)
    closeFirst()
    expect(gathering.gatherer()).toBe(second)
  })
})
