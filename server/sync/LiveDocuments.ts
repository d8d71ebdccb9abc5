import type * as Y from 'yjs'
import type { RootShape } from '../../shared/document/roots.ts'
import type { Me } from '../../shared/http/session.ts'
import type { WritableKeys } from '../../shared/people/closedSection.ts'
import type { ClientIds } from '../document/clientIds.ts'
import type { Author } from '../document/documentRecords.ts'
import type { RescuedTexts } from '../document/rescuedTexts.ts'

/** A document that people write in together, as a room asks about it: an ansökan, or something smaller. */
export interface LiveDocument {
  readonly roots: ReadonlyMap<string, RootShape>
  readonly clientIds: ClientIds
  readonly rescued: RescuedTexts
  /** Given all its updates, what writes into it what it lacks, being older; null when it lacks nothing. */
  readonly lacked: (updates: readonly Uint8Array[]) => ((doc: Y.Doc) => void) | null
  /** Whether somebody may be here now. */
  readonly mayRead: (me: Me) => boolean
  /** Keys of the roots that somebody may write in now, and what of them. */
  readonly writable: (me: Me) => ReadonlyMap<string, WritableKeys>
  /** The thread that all may see and whose mark has this key; null when there is none. */
  readonly threadOf: (key: string) => string | null
  /** Told after updates have been applied: who changed which roots. */
  readonly changed: (doc: Y.Doc, me: Me, roots: ReadonlySet<string>) => void
  /** Told of every update of somebody's that has been applied, and which roots it changes; not of the program's. */
  readonly wrote: (author: Author, roots: ReadonlySet<string>) => void
}

/** The documents of one kind. */
export interface LiveDocuments {
  /** Why somebody may not come in; null when she may. Who may not is not told that there is such a one. */
  whyNot(id: string, me: Me): 'unknownDocument' | 'damagedDocument' | null
  /** Whether there is one, for the log: anybody may write anything in an address. */
  has(id: string): boolean
  /** The *räddad text* that somebody may ask for hers in; null when she is not to know of it. Rejects when it is damaged. */
  rescuedFor(id: string, me: Me): Promise<RescuedTexts | null>
  /** For its room. Rejects when there is none, or its records are damaged. */
  open(id: string): Promise<LiveDocument>
  /** Its text is damaged: nothing of it is written any more. */
  markDamaged(id: string, why: unknown): void
  /** Told when somebody has been let in, or has read the whole of it, with the secret of her session. */
  opened(id: string, me: Me, secret: string): void
  /** Told of each line that has come in, and when it has gone. */
  came(id: string, author: Author): void
  left(id: string, author: Author): void
}

/** The documents of the kind that an id is of. */
export type DocumentsOf = (id: string) => LiveDocuments
