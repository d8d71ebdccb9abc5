import type { CommentsAnswer, Thread, Who } from '../../shared/http/comments.ts'
import { CallFailed } from '../http/call.ts'
import { AwaitedMarks } from './AwaitedMarks.ts'
import { type Act, type Entry, hasWords, type WaitingAct, withActs } from './acts.ts'
import type { KeptComments } from './KeptComments.ts'
import { WaitingActs } from './WaitingActs.ts'

/** The server's side of one ansökan's comments. All of it throws `CallFailed`. */
export interface CommentServer {
  read(since: string | null): Promise<CommentsAnswer>
  send(act: Act): Promise<Thread>
}

export interface CommentsOptions {
  readonly me: Who
  readonly server: CommentServer
  readonly kept: KeptComments
  readonly now: () => Date
  /** Something that has no words of mine in it was refused, and has been given up. */
  readonly onRefused: (kind: CallFailed['kind']) => void
}

/** Resolves once the server has all that I have written in the text; not at all while it does not. */
export interface SavedText {
  allSaved(): Promise<void>
}

/** What passes by itself: it is tried again. Anything else is for the person to decide about. */
const passing: ReadonlySet<CallFailed['kind']> = new Set<CallFailed['kind']>([
  'noContact',
  'signedOut',
  'diskFault',
  'serverFault',
  'tooManyAttempts',
  'tooSlow',
])

const retryMs = [2_000, 5_000, 15_000, 30_000] as const

/**
 * The comments of one ansökan: what the server has, and on top of it what I have done and the server has not heard of.
 * That is sent in the order it was done, as soon as there is contact; meanwhile it is shown, and kept in this browser.
 */
export class Comments {
  readonly #options: CommentsOptions
  readonly #threads = new Map<string, Thread>()
  #cursor: string | null = null
  readonly #waiting: WaitingActs
  #entries: readonly Entry[] = []
  #lostActs: readonly WaitingAct[] = []
  readonly #entryOf = new Map<string, Entry>()
  #isLoaded = false
  #isAway = false
  readonly #awaited = new AwaitedMarks(() => this.#announce())
  readonly #listeners = new Set<() => void>()
  /** One thing is asked at a time, so that no older answer follows a newer. */
  #turn: Promise<unknown> = Promise.resolve()
  #looking = false
  #sending = false
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | undefined
  #text: SavedText | null = null
  #textChanged = () => {}
  #closed = false

  constructor(options: CommentsOptions) {
    this.#options = options
    this.#waiting = new WaitingActs(options.kept)
    this.#gather(this.#waiting.threadIds)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** All threads, as they are to be shown; those that have not changed are the same objects. */
  readonly entries = (): readonly Entry[] => this.#entries

  /** What I have written in threads that are not here any more. */
  readonly lostActs = (): readonly WaitingAct[] => this.#lostActs

  entry(threadId: string): Entry | null {
    return this.#entryOf.get(threadId) ?? null
  }

  /** False until the server has answered once. */
  get isLoaded(): boolean {
    return this.#isLoaded
  }

  /** Whether the server could not be reached when it was asked last. */
  get isAway(): boolean {
    return this.#isAway
  }

  /** Whether the mark of a thread may still be on its way to the text. */
  isAwaited(threadId: string): boolean {
    return this.#awaited.has(threadId)
  }

  /** The text as it is open now; null while it is not. */
  attach(text: SavedText | null): void {
    this.#text = text
    this.#textChanged()
    void this.#send()
  }

  /** There is contact again, or a notice of something new: asks for it, and sends what waits. */
  look(): void {
    clearTimeout(this.#retry)
    this.#failures = 0
    void this.#read()
    void this.#send()
  }

  do(act: Act): void {
    this.#waiting.add(act, this.#options.now())
    this.#changed([act.threadId])
    void this.#send()
  }

  /** Tries once more what was refused. */
  tryAgain(key: string): void {
    this.#changedIn(this.#waiting.again(key))
    void this.#send()
  }

  /** Throws away what has not been sent; with the beginning of a thread, its answers too. */
  throwAway(key: string): void {
    const threadId = this.#waiting.remove(key)
    if (threadId === null) return
    const isBegun =
      this.#threads.has(threadId) || this.#waiting.of(threadId).some(({ act }) => act.is === 'start')
    if (!isBegun) this.#waiting.removeAllOf(threadId)
    this.#changed([threadId])
  }

  /** Another window of the same person has sent, or written, something. */
  readAgain(): void {
    const before = this.#waiting.threadIds
    this.#waiting.readAgain()
    this.#changed([...before, ...this.#waiting.threadIds])
  }

  close(): void {
    this.#closed = true
    this.#awaited.stop()
    clearTimeout(this.#retry)
    this.#textChanged()
  }

  async #read(): Promise<void> {
    if (this.#looking) return
    this.#looking = true
    await this.#inTurn(async () => {
      // What happens from here on is told of again.
      this.#looking = false
      if (this.#closed) return
      try {
        this.#take(await this.#options.server.read(this.#cursor))
      } catch (fault) {
        if (!(fault instanceof CallFailed)) throw fault
        if (!passing.has(fault.kind)) return
        this.#later(fault.waitSeconds)
        if (this.#isAway) return
        this.#isAway = true
        this.#announce()
      }
    })
  }

  #take({ threads, cursor, isWhole }: CommentsAnswer): void {
    const changed = new Set(threads.map(({ id }) => id))
    if (isWhole) {
      for (const id of this.#threads.keys()) {
        if (changed.has(id)) continue
        this.#threads.delete(id)
        changed.add(id)
      }
    }
    for (const thread of threads) {
      if (this.#isLoaded) this.#awaited.come(thread, this.#threads.get(thread.id))
      this.#threads.set(thread.id, thread)
    }
    this.#cursor = cursor
    this.#isLoaded = true
    this.#isAway = false
    this.#changed([...changed])
  }

  async #send(): Promise<void> {
    if (this.#sending) return
    this.#sending = true
    try {
      while (!this.#closed) {
        const next = this.#waiting.next()
        if (!next) break
        // The place of a new comment may be in words that the server does not have yet.
        const isInText = next.act.is === 'start' && next.act.thread.place.is === 'text'
        if (isInText && !(await this.#textIsSaved())) continue
        if (!(await this.#inTurn(() => this.#sendOne(next)))) break
      }
    } finally {
      this.#sending = false
    }
  }

  /** False when another text has been opened meanwhile, or none is. */
  async #textIsSaved(): Promise<boolean> {
    const text = this.#text
    const changed = new Promise<false>(resolve => {
      this.#textChanged = () => resolve(false)
    })
    if (text === null) return await changed
    return await Promise.race([text.allSaved().then(() => this.#text === text), changed])
  }

  /** False when the rest has to wait. */
  async #sendOne({ key, act }: WaitingAct): Promise<boolean> {
    if (this.#closed || !this.#waiting.has(key)) return !this.#closed
    try {
      const thread = await this.#options.server.send(act)
      this.#failures = 0
      this.#awaited.come(thread, this.#threads.get(thread.id))
      this.#threads.set(thread.id, thread)
      this.#changedIn(this.#waiting.remove(key) ?? act.threadId)
      return true
    } catch (fault) {
      if (!(fault instanceof CallFailed)) throw fault
      const { kind } = fault
      if (passing.has(kind)) {
        this.#later(fault.waitSeconds)
        return false
      }
      if (hasWords(act)) this.#changedIn(this.#waiting.judge(key, kind))
      else {
        this.#changedIn(this.#waiting.remove(key))
        this.#options.onRefused(kind)
      }
      return true
    }
  }

  #later(waitSeconds: number | null): void {
    if (this.#closed) return
    clearTimeout(this.#retry)
    const pauseMs = retryMs[Math.min(this.#failures, retryMs.length - 1)] ?? 30_000
    this.#failures += 1
    this.#retry = setTimeout(
      () => {
        void this.#read()
        void this.#send()
      },
      waitSeconds === null ? pauseMs : waitSeconds * 1000,
    )
  }

  async #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(act)
    this.#turn = mine.catch(() => {})
    return await mine
  }

  #changedIn(threadId: string | null): void {
    if (threadId !== null) this.#changed([threadId])
  }

  #changed(threadIds: readonly string[]): void {
    this.#gather(threadIds)
    this.#announce()
  }

  #gather(threadIds: readonly string[]): void {
    for (const id of new Set(threadIds)) {
      const waiting = this.#waiting.of(id)
      const thread = withActs(this.#threads.get(id) ?? null, waiting, this.#options.me)
      if (thread) this.#entryOf.set(id, { thread, waiting })
      else this.#entryOf.delete(id)
    }
    this.#entries = [...this.#entryOf.values()]
    const lost = this.#isLoaded ? this.#waiting.lostWith(id => this.#entryOf.has(id)) : []
    if (lost.length > 0 || this.#lostActs.length > 0) this.#lostActs = lost
  }

  #announce(): void {
    for (const listener of this.#listeners) listener()
  }
}
