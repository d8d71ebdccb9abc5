import type { CloseReason } from '../../shared/sync/closeReason.ts'
import type { Author } from '../document/documentRecords.ts'
import type { SyncLimits } from './limits.ts'

/** How many lines are open: in all, of each person and to each document. */
export class OpenLines {
  readonly #limits: SyncLimits
  readonly #ofPerson = new Map<Author, number>()
  readonly #toDocument = new Map<string, number>()
  #count = 0

  constructor(limits: SyncLimits) {
    this.#limits = limits
  }

  /** Why one more of this person to this document is too many; null when it is not. Counts nothing. */
  whyNoMore(author: Author, documentId: string): CloseReason | null {
    const { maxLines, maxLinesPerDocument, maxLinesPerPerson } = this.#limits
    if ((this.#ofPerson.get(author) ?? 0) >= maxLinesPerPerson) return 'personFull'
    if ((this.#toDocument.get(documentId) ?? 0) >= maxLinesPerDocument) return 'roomFull'
    return this.#count >= maxLines ? 'serverFull' : null
  }

  opened(author: Author, documentId: string): void {
    this.#count += 1
    add(this.#ofPerson, author, 1)
    add(this.#toDocument, documentId, 1)
  }

  closed(author: Author, documentId: string): void {
    this.#count -= 1
    add(this.#ofPerson, author, -1)
    add(this.#toDocument, documentId, -1)
  }
}

function add<K>(counts: Map<K, number>, key: K, more: number): void {
  const count = (counts.get(key) ?? 0) + more
  if (count === 0) counts.delete(key)
  else counts.set(key, count)
}
