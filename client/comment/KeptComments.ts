import type { WantedPlace } from '../../shared/http/comments.ts'
import type { WaitingAct } from './acts.ts'
import type { Named } from './mentions.ts'

/** Begins every key of the browser's storage that holds somebody's comments. `sync/deviceCopy.ts` empties it at sign-out. */
const prefix = 'samskriv.comment.'

/** What has been written and not sent. */
export interface Draft {
  readonly text: string
  /** Whom the names in it stand for. */
  readonly picked: readonly Named[]
  readonly isInternal: boolean
  readonly isMaterial: boolean
  /** Where a new comment is to stand; null for an answer and a change of one. */
  readonly place: WantedPlace | null
}

/**
 * What one person, acting for one party, has written among the comments of one ansökan and the server does not have.
 * It stays in this browser until it is sent, thrown away, or the person goes out. A browser that keeps nothing costs only
 * what a closed page would have got back.
 */
export class KeptComments {
  readonly #storage: Storage | null
  readonly #place: string
  #closed = false

  constructor(storage: Storage | null, owner: string, applicationId: string) {
    this.#storage = storage
    this.#place = `${prefix}${owner}.${applicationId}.`
  }

  /** Oldest first. */
  acts(): WaitingAct[] {
    return this.#all<WaitingAct>('act.').map(([, act]) => act)
  }

  keepAct(act: WaitingAct): void {
    this.#write(`act.${act.key}`, act)
  }

  forgetAct(key: string): void {
    this.#remove(`act.${key}`)
  }

  /** By what they answer, or where they are to stand. */
  drafts(): ReadonlyMap<string, Draft> {
    return new Map(this.#all<Draft>('draft.'))
  }

  keepDraft(key: string, draft: Draft): void {
    this.#write(`draft.${key}`, draft)
  }

  forgetDraft(key: string): void {
    this.#remove(`draft.${key}`)
  }

  /** Whether a key of the storage that another window has changed is one of these acts. */
  holdsAct(key: string | null): boolean {
    return key?.startsWith(`${this.#place}act.`) ?? false
  }

  /** The person has left: nothing is kept any more. */
  close(): void {
    this.#closed = true
  }

  #all<T>(kind: string): [string, T][] {
    const begins = this.#place + kind
    return keysOf(this.#storage, begins).flatMap(key => {
      const value = parsed<T>(this.#storage?.getItem(key) ?? null)
      return value === null ? [] : [[key.slice(begins.length), value]]
    })
  }

  #write(key: string, value: unknown): void {
    if (this.#closed) return
    try {
      this.#storage?.setItem(this.#place + key, JSON.stringify(value))
    } catch (fault) {
      // Full: it is in the page all the same, and on its way.
      console.warn('Comments', fault)
    }
  }

  #remove(key: string): void {
    this.#storage?.removeItem(this.#place + key)
  }
}

function keysOf(storage: Storage | null, begins: string): string[] {
  return Object.keys(storage ?? {})
    .filter(key => key.startsWith(begins))
    .sort()
}

function parsed<T>(text: string | null): T | null {
  try {
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    // Not of ours.
    return null
  }
}
