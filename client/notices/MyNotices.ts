import type { Notice, NoticesAnswer } from '../../shared/http/notices.ts'

/** The server's side. Both throw `CallFailed`. */
export interface NoticeServer {
  read(): Promise<NoticesAnswer>
  markRead(ids: 'all' | readonly string[]): Promise<void>
}

interface MyNoticesOptions {
  readonly server: NoticeServer
  /** So many have come since it was said the last time; at most once a minute. */
  readonly onFresh: (count: number) => void
  /** Something could not be marked as read. */
  readonly onFault: (fault: unknown) => void
  readonly now: () => number
}

export interface NoticesState {
  /** Null until the server has answered once. */
  readonly answer: NoticesAnswer | null
  /** The last time there was no answer. */
  readonly isOld: boolean
}

/** How often what is new is said aloud. */
const sayEveryMs = 60_000

/** What I am told, as the server said it last, less what I have read since. */
export class MyNotices {
  readonly #options: MyNoticesOptions
  readonly #listeners = new Set<() => void>()
  #state: NoticesState = { answer: null, isOld: false }
  #said: NoticesAnswer | null = null
  /** What is on its way to the server. */
  readonly #reading = new Set<Notice['id']>()
  /** What I know of: only what comes after it is new. */
  #known: ReadonlySet<string> | null = null
  readonly #fresh = new Set<string>()
  #saidAt = Number.NEGATIVE_INFINITY
  #saying: ReturnType<typeof setTimeout> | undefined
  #asking: Promise<void> = Promise.resolve()
  #isAsking = false
  #isAskedAgain = false
  #isClosed = false

  constructor(options: MyNoticesOptions) {
    this.#options = options
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  readonly state = (): NoticesState => this.#state

  /** Asks the server; what happens while it answers is asked for after it. */
  look(): void {
    this.#isAskedAgain = true
    if (!this.#isAsking) this.#asking = this.#ask()
  }

  /** These have been read. Shown at once. */
  async markRead(ids: readonly string[]): Promise<void> {
    const unread = ids.filter(id => this.#state.answer?.notices.some(one => one.id === id && !one.isRead))
    if (unread.length > 0) await this.#send(unread, unread)
  }

  async markAllRead(): Promise<void> {
    await this.#send('all', this.#state.answer?.notices.map(({ id }) => id) ?? [])
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#saying)
  }

  async #ask(): Promise<void> {
    this.#isAsking = true
    while (this.#isAskedAgain && !this.#isClosed) {
      this.#isAskedAgain = false
      try {
        this.#take(await this.#options.server.read())
      } catch {
        // No contact, or signed out: what was said last stays in view, and is asked for again.
        this.#set({ ...this.#state, isOld: true })
      }
    }
    this.#isAsking = false
  }

  #take(answer: NoticesAnswer): void {
    if (this.#isClosed) return
    const known = this.#known
    for (const { id, isRead } of answer.notices) {
      if (isRead) this.#fresh.delete(id)
      else if (known && !known.has(id)) this.#fresh.add(id)
    }
    this.#known = new Set([...(known ?? []), ...answer.notices.map(({ id }) => id)])
    this.#said = answer
    this.#show()
    this.#sayWhenDue()
  }

  async #send(ids: 'all' | readonly string[], meant: readonly string[]): Promise<void> {
    for (const id of meant) {
      this.#reading.add(id)
      this.#fresh.delete(id)
    }
    this.#show()
    try {
      await this.#options.server.markRead(ids)
    } catch (fault) {
      this.#options.onFault(fault)
    }
    await this.#asking
    for (const id of meant) this.#reading.delete(id)
    this.look()
  }

  #show(): void {
    if (this.#said === null) return
    const { notices, unread } = this.#said
    const isReadHere = ({ id, isRead }: Notice) => !isRead && this.#reading.has(id)
    const readHere = notices.filter(isReadHere).length
    this.#set({
      isOld: false,
      answer: {
        unread: Math.max(0, unread - readHere),
        notices: notices.map(notice => (isReadHere(notice) ? { ...notice, isRead: true } : notice)),
      },
    })
  }

  #set(state: NoticesState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }

  #sayWhenDue(): void {
    if (this.#fresh.size === 0) return
    clearTimeout(this.#saying)
    const waitMs = Math.max(0, this.#saidAt + sayEveryMs - this.#options.now())
    this.#saying = setTimeout(() => {
      if (this.#fresh.size === 0) return
      this.#saidAt = this.#options.now()
      this.#options.onFresh(this.#fresh.size)
      this.#fresh.clear()
    }, waitMs)
  }
}
