import type * as Y from 'yjs'
import type { RootShape } from '../../shared/document/roots.ts'
import type { Place, Presence } from '../../shared/sync/presence.ts'

/**
 * What is written together, open: an ansökan, or a party's answer to a remiss. Its shared document, its one undo stack,
 * and who else is here. Editors and fields are drawn from it and write to `doc`; they know nothing of sockets.
 *
 * It never changes identity under a page: after a refusal the page gets a new one.
 */
export interface LiveDocument {
  /** Of the document: what this browser keeps of it is kept under that. */
  readonly id: string
  /** What stands in it: no root beside these. */
  readonly roots: ReadonlyMap<string, RootShape>
  readonly doc: Y.Doc
  /**
   * The page's one undo stack, over every root. It follows edits made by an editor's binding and transactions
   * with the origin `fieldEdit`, merges neither across sections nor across roots, and undoes only my own.
   */
  readonly undo: Y.UndoManager
  readonly presence: PresenceChannel
}

/** Origin of every transaction that a structured field makes: `doc.transact(() => …, fieldEdit)`. */
export const fieldEdit = Symbol('fieldEdit')

export interface PresenceChannel {
  /** The others, by client id; I am not among them. A new map on every change. */
  readonly others: ReadonlyMap<number, Presence>
  /** Says where I am. Cheap; sent at most every 50 ms. */
  setPlace(place: Place | null): void
  /** Calls `listener` after `others` has changed; returns how to stop. */
  subscribe(listener: () => void): () => void
  /** Who wrote an item with this client id, as far as presence knows or has known; null when it does not. */
  authorOf(clientId: number): Presence['person'] | null
}
