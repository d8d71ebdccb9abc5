import type * as Y from 'yjs'
import type { Log } from '../operations/LogEvent.ts'
import type { OpenApplication } from './Applications.ts'
import type { ApplicationRecord } from './applicationRecord.ts'
import type { Author } from './documentRecords.ts'
import { namesIn } from './namesIn.ts'

/** What the list shows of a document, on its way to the record. */
type Latest = Pick<ApplicationRecord, 'lastChange' | 'name' | 'ownerOrganisation' | 'partnerOrganisations'>

/** A section that says who stands behind the ansökan or what it is called: copied to its record. */
const namingSections = ['name', 'owner', 'partners']

/** How long a last change may wait before it is written to the record. It is a convenience, not a user's words. */
const waitsMs = 5_000

/** Who changed what last in each ansökan, and what they are called: copied to their records a little later. */
export class LatestChanges {
  readonly #find: (id: string) => Pick<OpenApplication, 'form' | 'records'> | null
  readonly #now: () => number
  readonly #log: Log
  readonly #unwritten = new Map<string, NodeJS.Timeout>()
  readonly #latest = new Map<string, Partial<Latest>>()
  /** Resolves when what is being written to records is there. */
  #writing: Promise<void> = Promise.resolve()

  /** `find` gives null for an ansökan of which nothing may be written. */
  constructor(
    find: (id: string) => Pick<OpenApplication, 'form' | 'records'> | null,
    now: () => number,
    log: Log,
  ) {
    this.#find = find
    this.#now = now
    this.#log = log
  }

  /** Notes a change by `by` of `sections`. Written soon, and at `close`. */
  changed(id: string, doc: Y.Doc, by: Author, sections: ReadonlySet<string>): void {
    const open = this.#find(id)
    const section = [...sections].at(-1)
    if (!open || section === undefined) return
    const lastChange = { by, section, at: new Date(this.#now()).toISOString() }
    this.#latest.set(id, {
      ...this.#latest.get(id),
      lastChange,
      ...(namingSections.some(key => sections.has(key)) ? namesIn(doc, open.form) : {}),
    })
    if (this.#unwritten.has(id)) return
    const timer = setTimeout(() => this.#write(id), waitsMs)
    timer.unref()
    this.#unwritten.set(id, timer)
  }

  /** Writes what waits. */
  async close(): Promise<void> {
    for (const id of [...this.#unwritten.keys()]) this.#write(id)
    await this.#writing
  }

  #write(id: string): void {
    clearTimeout(this.#unwritten.get(id))
    this.#unwritten.delete(id)
    this.#writing = this.#writing.then(() => this.#writeLatest(id))
  }

  async #writeLatest(id: string): Promise<void> {
    const latest = this.#latest.get(id)
    this.#latest.delete(id)
    try {
      await this.#find(id)?.records.application.update(record => Object.assign(record, latest))
    } catch (fault) {
      // Only the list is behind; the next change brings it up to date.
      this.#log({ kind: 'recordFault', document: id, fault })
    }
  }
}
