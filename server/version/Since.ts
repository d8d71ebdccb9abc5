import type { Author } from '../document/documentRecords.ts'
import type { JsonFile } from '../storage/jsonFile.ts'
import type { Seen, SinceFile, Writers } from './versionsFile.ts'

/** Whoever comes back sooner than this has not been away: a lid that was closed, a network that was lost. */
const awayMs = 30 * 60_000

/** When the first and the last change since the newest version were made. */
interface Changes {
  readonly from: number
  readonly to: number
}

/** What has been written since the newest version, to be in the next. */
export interface Taken {
  readonly writers: Writers
  /** When the last of it was written; null when nothing was. */
  readonly changedAt: number | null
  /** It is in no version after all. */
  giveBack(): void
  /** The newest version says the same already, though somebody has written. */
  isInNewest(): void
}

/** Who has written in one ansökan since its newest version, and when each person was there the last time. */
export class Since {
  readonly #file: JsonFile<SinceFile>
  readonly #failed: (fault: unknown) => void
  #writers: Map<string, Set<string>>
  #changes: Changes | null
  #writing: Promise<void> = Promise.resolve()

  /**
   * `failed` is told when the disk did not take who wrote: it is asked again with the next who does. What had been
   * written when the program was stopped is taken as written at `now`.
   */
  constructor(file: JsonFile<SinceFile>, now: number, failed: (fault: unknown) => void) {
    this.#file = file
    this.#failed = failed
    this.#writers = new Map(
      Object.entries(file.data.writers).map(([section, authors]) => [section, new Set(authors)]),
    )
    this.#changes = this.#writers.size > 0 ? { from: now, to: now } : null
  }

  /** Null when nothing has changed since the newest version. */
  get changes(): Changes | null {
    return this.#changes
  }

  get writers(): Writers {
    return Object.fromEntries([...this.#writers].map(([section, authors]) => [section, [...authors].sort()]))
  }

  /** Somebody has changed these sections. Called for every update: asks the disk only for what is new. */
  wrote(author: Author, sections: ReadonlySet<string>, now: number): void {
    this.#changes = { from: this.#changes?.from ?? now, to: now }
    let isNew = false
    for (const section of sections) {
      const authors = this.#writers.get(section)
      if (authors?.has(author)) continue
      isNew = true
      if (authors) authors.add(author)
      else this.#writers.set(section, new Set([author]))
    }
    if (!isNew) return
    this.#update(file => {
      file.writers = this.writers
    }).catch(this.#failed)
  }

  /** Takes what has been written so far, for a version: who writes from now on, writes after it. */
  take(): Taken {
    const { writers } = this
    const [takenWriters, takenChanges] = [this.#writers, this.#changes]
    this.#writers = new Map()
    this.#changes = null
    const giveBackWriters = () => {
      const later = this.#writers
      this.#writers = takenWriters
      for (const [section, authors] of later) {
        takenWriters.set(section, new Set([...(takenWriters.get(section) ?? []), ...authors]))
      }
    }
    return {
      writers,
      changedAt: takenChanges?.to ?? null,
      isInNewest: giveBackWriters,
      giveBack: () => {
        giveBackWriters()
        if (takenChanges)
          this.#changes = { from: takenChanges.from, to: this.#changes?.to ?? takenChanges.to }
      },
    }
  }

  /**
   * Version `number` has what was taken. Whoever left after the last change of that, at `changedAt`, has seen what it
   * says. Durable when resolved; should the program stop before, the writers are told of once more.
   */
  async kept(number: number, changedAt: number | null): Promise<void> {
    await this.#update(file => {
      file.writers = this.writers
      if (changedAt === null) return
      for (const { left } of Object.values(file.visits)) {
        if (Date.parse(left.at) >= changedAt) left.number = number
      }
    })
  }

  /** Somebody who came at `cameAt` has left at `now`, when `number` was the newest version. Durable when resolved. */
  async left(author: Author, number: number, cameAt: number, now: number): Promise<void> {
    const left = { number, at: new Date(now).toISOString() }
    await this.#update(({ visits }) => {
      const known = visits[author]
      visits[author] = { left, before: known ? lastBefore(known, cameAt) : null }
    })
  }

  /** When she was here before this visit, which began at `cameAt`; null when there was no version then. */
  lastVisit(author: Author, cameAt: number): Seen | null {
    const known = this.#file.data.visits[author]
    const seen = known ? lastBefore(known, cameAt) : null
    return seen !== null && seen.number > 0 ? seen : null
  }

  /** Resolves when all that was asked of the disk so far is done, or refused. */
  get settled(): Promise<void> {
    return this.#writing
  }

  async #update(mutate: (file: SinceFile) => void): Promise<void> {
    const update = this.#file.update(mutate)
    // Whoever asked for it is told what goes wrong.
    this.#writing = Promise.all([this.#writing, update.catch(() => {})]).then(() => {})
    await update
  }
}

function lastBefore({ left, before }: SinceFile['visits'][string], cameAt: number): Seen | null {
  return cameAt - Date.parse(left.at) >= awayMs ? left : before
}
