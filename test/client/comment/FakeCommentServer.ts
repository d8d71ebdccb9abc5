import type { Act } from '../../../client/comment/acts.ts'
import { withActs } from '../../../client/comment/acts.ts'
import type { CommentServer } from '../../../client/comment/Comments.ts'
import { CallFailed } from '../../../client/http/call.ts'
import type { CommentsAnswer, Thread, Who } from '../../../shared/http/comments.ts'

/** The server's side, in memory: it does what it is asked, unless it is away or told to refuse. */
export class FakeCommentServer implements CommentServer {
  readonly threads = new Map<string, Thread>()
  /** What it has done, in order. */
  readonly done: Act[] = []
  isAway = false
  refuses: CallFailed | null = null
  readonly #me: Who
  #changes: string[] = []

  constructor(me: Who) {
    this.#me = me
  }

  /** Somebody else has done something. */
  put(thread: Thread): void {
    this.threads.set(thread.id, thread)
    this.#changes.push(thread.id)
  }

  async read(since: string | null): Promise<CommentsAnswer> {
    if (this.isAway) throw new CallFailed('noContact')
    const from = Number(since ?? 0)
    const ids = since === null ? [...this.threads.keys()] : this.#changes.slice(from)
    const threads = [...new Set(ids)].flatMap(id => this.threads.get(id) ?? [])
    return { threads, cursor: String(this.#changes.length), isWhole: since === null }
  }

  async send(act: Act): Promise<Thread> {
    if (this.isAway) throw new CallFailed('noContact')
    if (this.refuses) throw this.refuses
    const before = this.threads.get(act.threadId) ?? null
    const waiting = [{ key: '', act, at: '2026-11-22T11:00:00.000Z', refused: null }]
    const thread = withActs(before, waiting, this.#me)
    if (!thread) throw new CallFailed('unknownThread')
    this.done.push(act)
    this.put(thread)
    return thread
  }
}

/** A browser's storage in memory. */
export function memoryStorage(): Storage {
  const items: Record<string, string> = {}
  const methods = {
    getItem: (key: string) => items[key] ?? null,
    setItem: (key: string, value: string) => {
      items[key] = value
    },
    removeItem: (key: string) => {
      delete items[key]
    },
  }
  // Keys are those of the object, as in a browser.
  return new Proxy(items, {
    get: (_, name) => (name in methods ? methods[name as keyof typeof methods] : items[String(name)]),
  }) as unknown as Storage
}
