import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Thread } from '../../../shared/http/comments.ts'

/** The answer that comments can be made remarks of. */
export interface Gatherer {
  /** Whether a comment is a remark of it. */
  has(threadId: string): boolean
  take(thread: Thread): void
  /** Calls `listener` after `has` may answer otherwise; returns how to stop. */
  subscribe(listener: () => void): () => void
}

/**
 * Where the cards of comments and the answer beside them find each other. The page of a round holds one; the answer says
 * when it may be written in.
 */
export class Gathering {
  #open: Gatherer | null = null
  #stop = () => {}
  readonly #listeners = new Set<() => void>()

  /** The answer is to be written in; returns how to say that it is not any more. */
  open(gatherer: Gatherer): () => void {
    this.#set(gatherer)
    return () => {
      if (this.#open === gatherer) this.#set(null)
    }
  }

  readonly gatherer = (): Gatherer | null => this.#open

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  #set(gatherer: Gatherer | null): void {
    this.#stop()
    this.#open = gatherer
    this.#stop = gatherer?.subscribe(() => this.#tell()) ?? (() => {})
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

/** Null where there is no answer to write. */
export const GatheringContext = createContext<Gathering | null>(null)

/** Whether a comment is in the answer, and how to put it there; null while no answer is written in here. */
export function useGathered(threadId: string): { readonly is: boolean; take(thread: Thread): void } | null {
  const gathering = useContext(GatheringContext)
  const state = useSyncExternalStore(gathering?.subscribe ?? nothingToHear, () => {
    const gatherer = gathering?.gatherer()
    return gatherer ? gatherer.has(threadId) : null
  })
  return state === null ? null : { is: state, take: thread => gathering?.gatherer()?.take(thread) }
}

const nothingToHear = () => () => {}
