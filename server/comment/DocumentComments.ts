import type { ChangeThread } from '../../shared/http/comments.ts'
import { Refused } from '../http/refuse.ts'
import type { JsonFile } from '../storage/jsonFile.ts'
import { CommentCursors } from './CommentCursors.ts'
import type { CommentEvent } from './CommentEvent.ts'
import {
  type CommentsFile,
  type KeptPost,
  type KeptThread,
  lettersMost,
  postsMost,
  postsTogetherMost,
  threadsMost,
} from './commentsFile.ts'
import { eventsOfChange, eventsOfEdit } from './eventsOf.ts'
import { MarkKeys } from './MarkKeys.ts'

/** Where the words of a thread that one party sees were found again. */
export interface FoundPlace {
  readonly quote: string
  readonly before: string
  readonly after: string
}

/**
 * The threads of one ansökan. What is said is read from the disk's state. A change is decided upon all those before
 * it, made wholly or not at all, and durable when it resolves; it rejects with `Refused` when it cannot be. Whether
 * somebody may make it is asked before (`Commenting`).
 */
export class DocumentComments {
  readonly cursors = new CommentCursors()
  readonly #file: JsonFile<CommentsFile>
  readonly #now: () => number
  readonly #markKeys = new MarkKeys(() =>
    this.threads
      .filter(({ internalTo, place }) => internalTo === null && place.is === 'text')
      .map(({ id }) => id),
  )
  #index: { readonly of: CommentsFile; readonly byId: ReadonlyMap<string, KeptThread> }

  constructor(file: JsonFile<CommentsFile>, now: () => number) {
    this.#file = file
    this.#now = now
    this.#index = indexOf(file.data)
  }

  /** All threads, of all parties, as they are on disk. Never to be changed. */
  get threads(): readonly KeptThread[] {
    return this.#file.data.threads
  }

  /** Null when there is none. */
  thread(id: string): KeptThread | null {
    if (this.#index.of !== this.#file.data) this.#index = indexOf(this.#file.data)
    return this.#index.byId.get(id) ?? null
  }

  /** The same with the changes that are on their way to the disk: to decide upon, not to be told. */
  latest(id: string): KeptThread | null {
    return this.#file.latest.threads.find(thread => thread.id === id) ?? null
  }

  /** The thread on words of text that all may see, whose mark has this key; null when there is none. */
  threadOf(key: string): string | null {
    return this.#markKeys.threadOf(key)
  }

  /** Whether there is a thread with this id that all may see: its mark may stand in the text. */
  isShared(id: string): boolean {
    return this.thread(id)?.internalTo === null
  }

  /** What is still to be told to whoever makes notices. */
  get due(): readonly CommentEvent[] {
    return this.#file.data.due
  }

  /** `events` have been told. */
  async told(events: readonly CommentEvent[]): Promise<void> {
    const ids = new Set(events.map(event => event.id))
    await this.#file.update(file => {
      file.due = file.due.filter(event => !ids.has(event.id))
    })
  }

  /** Whether there is a thread on disk that this author has begun with this post. */
  hasBegun(threadId: string, postId: string, by: string): boolean {
    const first = this.thread(threadId)?.posts[0]
    return first?.id === postId && first.by === by
  }

  /** Begins a thread. The same again changes nothing; `malformedRequest` when another has its id. */
  async start(thread: KeptThread, event: CommentEvent): Promise<void> {
    await this.#change(thread.id, file => {
      const known = file.threads.find(({ id }) => id === thread.id)
      // Nobody guesses an id: whoever sends one that is taken knows of its thread.
      if (known && !isFirstOf(known, thread)) throw new Refused('malformedRequest', ['id'])
      if (known) return false
      file.threads.push(structuredClone(thread))
      file.due.push(structuredClone(event))
      refuseTooMuch(file, thread.internalTo)
      return true
    })
  }

  /**
   * Adds an answer. The same again changes nothing; `malformedRequest` when another post has its id; `threadReleased`
   * when it is meant for an internal thread and this is none any more.
   */
  async answer(threadId: string, post: KeptPost, event: CommentEvent, isInternal = false): Promise<void> {
    await this.#change(threadId, file => {
      const thread = threadIn(file, threadId)
      const known = thread.posts.find(({ id }) => id === post.id)
      if (known && known.by !== post.by) throw new Refused('malformedRequest', ['id'])
      if (known) return false
      refuseReleased(thread, isInternal)
      if (thread.posts.length >= postsMost) throw new Refused('commentsFull')
      thread.posts.push({ ...post })
      file.due.push(structuredClone(event))
      refuseTooMuch(file, thread.internalTo)
      return true
    })
  }

  /** Says something else in a post. `unknownPost` when it has been deleted; `threadReleased` as for an answer. */
  async edit(threadId: string, postId: string, text: string, isInternal = false): Promise<void> {
    const at = this.#instant()
    await this.#change(threadId, file => {
      const thread = threadIn(file, threadId)
      const post = postIn(thread, postId)
      if (post.deletedAt !== null) throw new Refused('unknownPost')
      if (post.text === text) return false
      refuseReleased(thread, isInternal)
      file.due.push(...eventsOfEdit(thread, post, text, at))
      Object.assign(post, { text, editedAt: at })
      refuseTooMuch(file, thread.internalTo)
      return true
    })
  }

  /** Takes away what a post said, and keeps that it was there. */
  async remove(threadId: string, postId: string): Promise<void> {
    const at = this.#instant()
    await this.#change(threadId, file => {
      const post = postIn(threadIn(file, threadId), postId)
      if (post.deletedAt !== null) return false
      Object.assign(post, { text: '', editedAt: null, deletedAt: at })
      return true
    })
  }

  /** Changes what a thread is: all that is asked for, or nothing. */
  async change(threadId: string, asked: ChangeThread, by: string): Promise<void> {
    const at = this.#instant()
    await this.#change(threadId, file => {
      const thread = threadIn(file, threadId)
      const events = eventsOfChange(thread, asked, by, at)
      file.due.push(...events)
      const isMarkedOnly = asked.isMaterial !== undefined && asked.isMaterial !== thread.isMaterial
      if (asked.isMaterial !== undefined) thread.isMaterial = asked.isMaterial
      if (asked.assignee !== undefined) thread.assignee = asked.assignee
      if (asked.isResolved !== undefined) {
        thread.resolved = asked.isResolved ? (thread.resolved ?? { by, at }) : null
      }
      if (asked.isInternal === false && thread.internalTo !== null) {
        handOver(thread, by, at)
        refuseTooMuch(file, null)
      }
      return isMarkedOnly || events.length > 0
    })
  }

  /**
   * What has been marked in the text, with the words that are; null where nothing was left of them. The thread is
   * then without a place, and keeps the words that it came with.
   */
  async marked(quotes: ReadonlyMap<string, string | null>): Promise<void> {
    await this.#file.update(file => {
      file.threads = file.threads.map(thread => {
        const quote = quotes.get(thread.id)
        if (quote === undefined || thread.unmarked === null) return thread
        const { place } = thread
        const isPlaced = quote !== null && place.is === 'text'
        return { ...thread, unmarked: null, place: isPlaced ? { ...place, quote } : place }
      })
    })
    for (const id of quotes.keys()) this.#hasChanged(id)
  }

  /** Where the words of internal threads stand now. */
  async moved(places: ReadonlyMap<string, FoundPlace>): Promise<void> {
    await this.#file.update(file => {
      file.threads = file.threads.map(thread => {
        const found = places.get(thread.id)
        const { place } = thread
        if (!found || thread.internalTo === null || place.is !== 'text') return thread
        return { ...thread, place: { ...place, ...found } }
      })
    })
    for (const id of places.keys()) this.#hasChanged(id)
  }

  /** `mutate` says whether it has changed anything. */
  async #change(threadId: string, mutate: (file: CommentsFile) => boolean): Promise<void> {
    let isChanged = false
    await this.#file.update(file => {
      isChanged = mutate(file)
    })
    if (isChanged) this.#hasChanged(threadId)
  }

  #hasChanged(threadId: string): void {
    const thread = this.thread(threadId)
    if (thread) this.cursors.changed(threadId, thread.internalTo)
  }

  #instant(): string {
    return new Date(this.#now()).toISOString()
  }
}

function indexOf(of: CommentsFile) {
  return { of, byId: new Map(of.threads.map(thread => [thread.id, thread])) }
}

/** A thread to be changed: a copy, in its place. Those that are kept never change (`handleComments`). */
function threadIn({ threads }: CommentsFile, id: string): KeptThread {
  const place = threads.findIndex(thread => thread.id === id)
  const kept = threads[place]
  if (!kept) throw new Refused('unknownThread')
  const thread = structuredClone(kept)
  threads[place] = thread
  return thread
}

function postIn({ posts }: KeptThread, id: string): KeptPost {
  const post = posts.find(post => post.id === id)
  if (!post) throw new Refused('unknownPost')
  return post
}

/** Whether a thread that is there began as the one that is asked for. */
function isFirstOf(known: KeptThread, asked: KeptThread): boolean {
  const [first, begun] = [known.posts[0], asked.posts[0]]
  return first?.id === begun?.id && first?.by === begun?.by
}

/** What is meant for a party alone is not to be said to all, whatever has happened while it was on its way. */
function refuseReleased({ internalTo }: KeptThread, isInternal: boolean): void {
  if (isInternal && internalTo === null) throw new Refused('threadReleased')
}

/** From now on all see it; its words are to be marked where they stand. */
function handOver(thread: KeptThread, by: string, at: string): void {
  const { place } = thread
  thread.internalTo = null
  thread.released = { by, at }
  if (place.is !== 'text') return
  thread.unmarked = { is: 'quote', quote: place.quote, before: place.before, after: place.after }
}

/** What others write among themselves never counts: nobody is to learn of it by what she may not write. */
function refuseTooMuch({ threads }: CommentsFile, internalTo: string | null): void {
  const together = threads.filter(thread => thread.internalTo === internalTo)
  let letters = 0
  let count = 0
  for (const { posts } of together) {
    count += posts.length
    for (const { text } of posts) letters += text.length
  }
  const isTooMuch = together.length > threadsMost || count > postsTogetherMost || letters > lettersMost
  if (isTooMuch) throw new Refused('commentsFull')
}
