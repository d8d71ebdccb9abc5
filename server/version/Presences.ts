import type { Author } from '../document/documentRecords.ts'

interface Here {
  lines: number
  readonly cameAt: number
}

/** Who is in each document: she comes with her first line and leaves with her last. */
export class Presences {
  readonly #documents = new Map<string, Map<Author, Here>>()
  /** When the last one left each document that nobody is in. */
  readonly #emptied = new Map<string, number>()

  came(id: string, author: Author, now: number): void {
    const there = this.#documents.get(id) ?? new Map<Author, Here>()
    this.#documents.set(id, there)
    this.#emptied.delete(id)
    const here = there.get(author)
    if (here) here.lines += 1
    else there.set(author, { lines: 1, cameAt: now })
  }

  /** Gives when she came, if that was her last line; null while she is still there. */
  left(id: string, author: Author, now: number): number | null {
    const there = this.#documents.get(id)
    const here = there?.get(author)
    if (!there || !here) return null
    here.lines -= 1
    if (here.lines > 0) return null
    there.delete(author)
    if (there.size === 0) {
      this.#documents.delete(id)
      this.#emptied.set(id, now)
    }
    return here.cameAt
  }

  /** Null when she is not there. */
  cameAt(id: string, author: Author): number | null {
    return this.#documents.get(id)?.get(author)?.cameAt ?? null
  }

  /** Null while somebody is there; 0 when nobody has been. */
  emptySince(id: string): number | null {
    return this.#documents.has(id) ? null : (this.#emptied.get(id) ?? 0)
  }
}
