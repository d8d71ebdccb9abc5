import type { Applications } from '../document/Applications.ts'
import type { Author } from '../document/documentRecords.ts'
import type { Log } from '../operations/LogEvent.ts'
import { Presences } from './Presences.ts'
import type { Versions } from './Versions.ts'
import type { Seen } from './versionsFile.ts'

/** How often a version is made while somebody writes, and how soon after the last has left. */
const whileWrittenMs = 10 * 60_000
const afterLeavingMs = 60_000
/** How often it is looked whether one is due. */
const lookEveryMs = 15_000

interface KeeperGround {
  readonly versions: Versions
  readonly applications: Pick<Applications, 'find' | 'ids'>
  readonly now: () => number
  readonly log: Log
}

/** Makes versions by itself while people come, write and leave, and remembers when each was there the last time. */
export class VersionKeeper {
  readonly #ground: KeeperGround
  readonly #presences = new Presences()
  /** The documents that have changed since their newest version. */
  readonly #changed = new Set<string>()
  readonly #looking: NodeJS.Timeout
  /** Resolves when the versions that are due are made. */
  #making: Promise<unknown> = Promise.resolve()
  /** Resolves when those who have left are remembered. */
  #remembering: Promise<unknown> = Promise.resolve()
  #isClosed = false

  constructor(ground: KeeperGround) {
    this.#ground = ground
    this.#looking = setInterval(() => void this.makeDue(), lookEveryMs).unref()
    // What had been written when the program was stopped is to be in a version too.
    for (const id of ground.applications.ids()) {
      if (ground.applications.find(id) && ground.versions.since(id).changes) this.#changed.add(id)
    }
  }

  /** Somebody has changed these sections. Called for every update. */
  wrote(id: string, author: Author, sections: ReadonlySet<string>): void {
    if (!this.#ground.applications.find(id)) return
    this.#ground.versions.wrote(id, author, sections)
    this.#changed.add(id)
  }

  /** A line of somebody's to a document has been opened. */
  came(id: string, author: Author): void {
    this.#presences.came(id, author, this.#ground.now())
  }

  /** A line of hers is gone. */
  left(id: string, author: Author): void {
    const leftAt = this.#ground.now()
    const cameAt = this.#presences.left(id, author, leftAt)
    // Whoever is here when the program stops has not left.
    if (cameAt === null || this.#isClosed) return
    const remembered = this.#rememberVisit(id, author, cameAt, leftAt)
    this.#remembering = Promise.all([this.#remembering, remembered])
  }

  /** When she was there before this visit, or before this moment if she is not there; null when that is not known. */
  lastVisit(id: string, author: Author): Seen | null {
    const cameAt = this.#presences.cameAt(id, author) ?? this.#ground.now()
    return this.#ground.versions.since(id).lastVisit(author, cameAt)
  }

  /** Makes the versions that are due, one after the other, and waits for them. Called now and then. */
  async makeDue(): Promise<void> {
    const { applications, versions } = this.#ground
    for (const id of this.#changed) {
      if (!applications.find(id) || !versions.since(id).changes) this.#changed.delete(id)
      else if (this.#isDue(id)) this.#making = this.#making.then(() => this.#make(id))
    }
    await this.#making
  }

  /** Makes nothing more, and waits for what is being made or remembered. */
  async close(): Promise<void> {
    this.#isClosed = true
    clearInterval(this.#looking)
    await Promise.all([this.#making, this.#remembering])
  }

  #isDue(id: string): boolean {
    const now = this.#ground.now()
    const changes = this.#ground.versions.since(id).changes
    const emptySince = this.#presences.emptySince(id)
    if (!changes) return false
    if (now - changes.from >= whileWrittenMs) return true
    return emptySince !== null && now - Math.max(emptySince, changes.to) >= afterLeavingMs
  }

  async #make(id: string): Promise<void> {
    if (this.#isClosed) return
    try {
      await this.#ground.versions.make(id, byItself)
    } catch (fault) {
      // What has changed is still in none, so that it is due when it is looked for the next time.
      this.#ground.log({ kind: 'versionFault', document: id, fault })
    }
  }

  async #rememberVisit(id: string, author: Author, cameAt: number, leftAt: number): Promise<void> {
    const { applications, log, versions } = this.#ground
    if (!applications.find(id)) return
    try {
      const newest = (await versions.list(id)).at(-1)
      await versions.since(id).left(author, newest?.number ?? 0, cameAt, leftAt)
    } catch (fault) {
      // The visit before is the last that is known then.
      log({ kind: 'versionFault', document: id, fault })
    }
  }
}

const byItself = { reason: 'automatic', name: '', note: '', by: null } as const
