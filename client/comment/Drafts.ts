import type { Draft, KeptComments } from './KeptComments.ts'

/** What has been begun and not sent, here and in this browser. Listeners are told what comes and goes, not each letter. */
export class Drafts {
  readonly #kept: KeptComments
  readonly #drafts: Map<string, Draft>
  #all: readonly [string, Draft][]
  readonly #listeners = new Set<() => void>()

  constructor(kept: KeptComments) {
    this.#kept = kept
    this.#drafts = new Map(kept.drafts())
    this.#all = [...this.#drafts]
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** By key; the same array until one comes or goes. */
  readonly all = (): readonly (readonly [string, Draft])[] => this.#all

  get(key: string): Draft | null {
    return this.#drafts.get(key) ?? null
  }

  /** Keeps what has been written so far; nothing of a text without words. */
  keep(key: string, draft: Draft): void {
    if (draft.text.trim() === '') {
      this.remove(key)
      return
    }
    const isNew = !this.#drafts.has(key)
    this.#drafts.set(key, draft)
    this.#kept.keepDraft(key, draft)
    if (isNew) this.#changed()
  }

  remove(key: string): void {
    if (!this.#drafts.delete(key)) return
    this.#kept.forgetDraft(key)
    this.#changed()
  }

  #changed(): void {
    this.#all = [...this.#drafts]
    for (const listener of this.#listeners) listener()
  }
}

export const answerKey = (threadId: string): string => `answer.${threadId}`
export const editKey = (postId: string): string => `edit.${postId}`
