import { randomBytes } from 'node:crypto'

/**
 * What has changed in the threads of one ansökan since somebody asked: a count of what all see, and one for each party
 * of what it alone sees, so that nobody can tell whether others write among themselves. They begin anew with the
 * program; a cursor from before, or of another party, is answered with all that there is.
 */
export class CommentCursors {
  readonly #run = randomBytes(6).toString('hex')
  /** By party; what all see under null. */
  readonly #counts = new Map<string | null, number>()
  /** What was counted when a thread changed last, by its id. */
  readonly #changedAt = new Map<string, number>()

  /** A thread has changed that `internalTo` alone sees, or all. */
  changed(threadId: string, internalTo: string | null): void {
    const count = this.#count(internalTo) + 1
    this.#counts.set(internalTo, count)
    this.#changedAt.set(threadId, count)
  }

  /** Where somebody is now who sees what this party writes among its own; null for none. */
  cursorOf(partyId: string | null): string {
    const own = partyId === null ? 0 : this.#count(partyId)
    return [this.#run, this.#count(null), own, partyId ?? ''].join('.')
  }

  /** Whether a thread has changed since a cursor; null when nobody can tell. */
  since(
    cursor: string,
    partyId: string | null,
  ): ((thread: { readonly id: string; readonly internalTo: string | null }) => boolean) | null {
    const [run, shared = '', own = '', ...party] = cursor.split('.')
    if (run !== this.#run || party.join('.') !== (partyId ?? '')) return null
    if (!/^\d{1,15}$/.test(shared) || !/^\d{1,15}$/.test(own)) return null
    return ({ id, internalTo }) => (this.#changedAt.get(id) ?? 0) > Number(internalTo === null ? shared : own)
  }

  #count(internalTo: string | null): number {
    return this.#counts.get(internalTo) ?? 0
  }
}
