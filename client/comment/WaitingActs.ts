import { type Act, hasWords, type WaitingAct } from './acts.ts'
import type { KeptComments } from './KeptComments.ts'

/** What I have done and the server has not, in the order it was done; kept in this browser. */
export class WaitingActs {
  readonly #kept: KeptComments
  #all: readonly WaitingAct[]
  #count = 0

  constructor(kept: KeptComments) {
    this.#kept = kept
    this.#all = kept.acts()
  }

  get threadIds(): readonly string[] {
    return this.#all.map(({ act }) => act.threadId)
  }

  of(threadId: string): readonly WaitingAct[] {
    return this.#all.filter(({ act }) => act.threadId === threadId)
  }

  has(key: string): boolean {
    return this.#all.some(waiting => waiting.key === key)
  }

  /** Those that would lose words, in threads of which `isThere` is false. */
  lostWith(isThere: (threadId: string) => boolean): readonly WaitingAct[] {
    return this.#all.filter(({ act }) => hasWords(act) && !isThere(act.threadId))
  }

  add(act: Act, at: Date): void {
    this.#count += 1
    const time = String(at.getTime()).padStart(15, '0')
    const key = `${time}-${String(this.#count).padStart(6, '0')}-${act.threadId}`
    const waiting: WaitingAct = { key, act, at: at.toISOString(), refused: null }
    this.#all = [...this.#all, waiting]
    this.#kept.keepAct(waiting)
  }

  /** The oldest that can be sent: nothing of a thread whose beginning was refused. */
  next(): WaitingAct | null {
    const held = new Set<string>()
    for (const waiting of this.#all) {
      const { threadId } = waiting.act
      if (waiting.refused !== null && waiting.act.is === 'start') held.add(threadId)
      if (waiting.refused === null && !held.has(threadId)) return waiting
    }
    return null
  }

  /** Says why it was refused. Gives its thread; null if it is not here any more. */
  judge(key: string, refused: WaitingAct['refused']): string | null {
    const known = this.#all.find(waiting => waiting.key === key)
    return known ? this.#put(known, { ...known, refused }) : null
  }

  /**
   * It is to be sent once more. What was meant for her own party, and refused because all see the thread now, is meant
   * for all when its writer sends it after having been told. Gives its thread; null if it is not here any more.
   */
  again(key: string): string | null {
    const known = this.#all.find(waiting => waiting.key === key)
    if (!known) return null
    const { act, refused } = known
    const isForAll = refused === 'threadReleased' && (act.is === 'answer' || act.is === 'edit')
    return this.#put(known, { ...known, act: isForAll ? { ...act, isInternal: false } : act, refused: null })
  }

  /** Gives its thread; null if it is not here any more. */
  remove(key: string): string | null {
    const gone = this.#all.find(waiting => waiting.key === key)
    if (!gone) return null
    this.#all = this.#all.filter(waiting => waiting !== gone)
    this.#kept.forgetAct(key)
    return gone.act.threadId
  }

  /** All that hangs on a thread that will not begin. */
  removeAllOf(threadId: string): void {
    for (const { key } of this.of(threadId)) this.remove(key)
  }

  /** Another window of the same person has sent, or written, something. */
  readAgain(): void {
    this.#all = this.#kept.acts()
  }

  #put(known: WaitingAct, now: WaitingAct): string {
    this.#all = this.#all.map(waiting => (waiting === known ? now : waiting))
    this.#kept.keepAct(now)
    return now.act.threadId
  }
}
