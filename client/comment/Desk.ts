import type { Asking } from '../../shared/comment/mayWithThread.ts'
import type { Thread, WantedPlace } from '../../shared/http/comments.ts'
import {
  type DrawnThread,
  draftId,
  type FoundBy,
  type TextComments,
} from '../editor/comments/TextComments.ts'
import type { Entry } from './acts.ts'
import type { Comments } from './Comments.ts'
import { type Filter, openOnly, passes } from './filter.ts'
import type { Placed } from './MarginLayout.ts'

/** A new comment that is being written. */
export interface Composing {
  /** Of its draft. */
  readonly key: string
  readonly place: WantedPlace
  /** Another each time that one is begun. */
  readonly number: number
}

export interface DeskState {
  /** Id of the thread that is read and answered. */
  readonly selected: string | null
  readonly composing: Composing | null
  readonly filter: Filter
  /** The reader has chosen the list, though there is room at the text. */
  readonly asList: boolean
  /** The cards are on the page. */
  readonly isOpen: boolean
  /** Which cards stand beside the text, and which of them are drawn; null while all are, in a list. */
  readonly placed: Placed | null
}

/** Id of a thread's card on the page. */
export const cardId = (threadId: string): string => `comment-${threadId}`

/**
 * Where the text shows what a thread is about: where its mark stands, unless only one's own party sees it; or always
 * where its words do, in a text that has no marks of it, such as a version that was sent.
 */
type Followed = 'marks' | 'words'

const none: readonly DrawnThread[] = []

/**
 * What somebody does with the comments of an ansökan just now: which she sees, which she reads, what she is writing. The
 * text draws its part of it (`TextComments`), and is told only when that has changed.
 */
export class Desk implements TextComments {
  readonly #comments: Comments
  readonly #me: Asking
  readonly #followed: Followed
  #describe: (thread: Thread) => string = () => ''
  #state: DeskState = {
    selected: null,
    composing: null,
    filter: openOnly,
    asList: false,
    isOpen: false,
    placed: null,
  }
  #shown: readonly Entry[] = []
  #drawn = new Map<string, readonly DrawnThread[]>()
  readonly #listeners = new Set<() => void>()
  readonly #measurers = new Set<() => void>()
  readonly #stop: () => void

  constructor(comments: Comments, me: Asking, followed: Followed = 'marks') {
    this.#comments = comments
    this.#me = me
    this.#followed = followed
    this.#gather()
    this.#stop = comments.subscribe(() => this.#change())
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  readonly state = (): DeskState => this.#state

  /** Those that pass the filter, and the one that is selected. */
  readonly shown = (): readonly Entry[] => this.#shown

  set(change: Partial<DeskState>): void {
    const state = { ...this.#state, ...change }
    if ((Object.keys(state) as (keyof DeskState)[]).every(name => state[name] === this.#state[name])) return
    this.#state = state
    this.#change()
  }

  /** The thread's card is on the page. */
  hasCard(threadId: string): boolean {
    const { isOpen, placed } = this.#state
    return isOpen && (placed === null || placed.near.has(threadId))
  }

  /** What is said of a thread where its words are. */
  describe(thread: Thread): string {
    return this.#describe(thread)
  }

  describeBy(describe: (thread: Thread) => string): void {
    this.#describe = describe
    this.#change()
  }

  drawnIn(section: string): readonly DrawnThread[] {
    return this.#drawn.get(section) ?? none
  }

  moved(): void {
    for (const measure of this.#measurers) measure()
  }

  /** Calls `measure` when what is drawn in the text may have moved; returns how to stop. */
  whenMoved(measure: () => void): () => void {
    this.#measurers.add(measure)
    return () => {
      this.#measurers.delete(measure)
    }
  }

  close(): void {
    this.#stop()
  }

  #change(): void {
    this.#gather()
    for (const listener of this.#listeners) listener()
  }

  #gather(): void {
    const { filter, selected } = this.#state
    const shown = this.#comments
      .entries()
      .filter(({ thread }) => thread.id === selected || passes(filter, thread, this.#me))
    if (!sameItems(shown, this.#shown)) this.#shown = shown
    const drawn = new Map<string, DrawnThread[]>()
    const add = (section: string, thread: DrawnThread) => {
      const here = drawn.get(section)
      if (here) here.push(thread)
      else drawn.set(section, [thread])
    }
    for (const entry of this.#shown) {
      if (entry.thread.place.is === 'text') add(entry.thread.place.section, this.#drawnThread(entry))
    }
    const place = this.#state.composing?.place
    if (place?.is === 'text' || place?.is === 'sentText') add(place.section, drawnDraft(place))
    const before = this.#drawn
    this.#drawn = new Map(
      [...drawn].map(([section, threads]) => {
        const known = before.get(section)
        return [section, known && sameDrawn(known, threads) ? known : threads]
      }),
    )
  }

  #drawnThread({ thread, waiting }: Entry): DrawnThread {
    const { id, place, internalTo } = thread
    const isOnItsWay = waiting.some(({ act }) => act.is === 'start') || this.#comments.isAwaited(id)
    const byWords = place.is === 'text' && (internalTo !== null || isOnItsWay || this.#followed === 'words')
    return {
      id,
      look: id === this.#state.selected ? 'selected' : 'plain',
      isInternal: internalTo !== null,
      words: byWords ? { quote: place.quote, before: place.before, after: place.after } : null,
      description: this.#describe(thread),
      cardId: this.hasCard(id) ? cardId(id) : null,
    }
  }
}

function drawnDraft({ quote, before, after }: FoundBy): DrawnThread {
  const words = { quote, before, after }
  return { id: draftId, look: 'draft', isInternal: false, words, description: '', cardId: null }
}

function sameItems<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at])
}

function sameDrawn(one: readonly DrawnThread[], other: readonly DrawnThread[]): boolean {
  return one.length === other.length && one.every((thread, at) => isSame(thread, other[at]))
}

function isSame(one: DrawnThread, other: DrawnThread | undefined): boolean {
  return (
    other !== undefined &&
    one.id === other.id &&
    one.look === other.look &&
    one.isInternal === other.isInternal &&
    one.description === other.description &&
    one.cardId === other.cardId &&
    (one.words === other.words ||
      (one.words !== null &&
        other.words !== null &&
        one.words.quote === other.words.quote &&
        one.words.before === other.words.before &&
        one.words.after === other.words.after))
  )
}
