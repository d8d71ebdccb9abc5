import type { DamagedDocument } from './damage.ts'
import type { DocumentFolder, FolderState } from './documentFolder.ts'
import type { LoggedDocument } from './WriteAheadLog.ts'

/** What the storage knows of one document while it runs: how far it reaches, and whether it may be used. */
export class DiskDocument implements DocumentFolder, LoggedDocument {
  readonly id: string
  readonly path: string
  /** True when `sequence` is known, so that updates can be appended. */
  open = false
  sequence = 0
  /** How far the folder reaches; null when that is not known and must be read. */
  folder: FolderState | null = null
  /** Why it is closed, as far as has been noticed; null when nothing is known to be wrong. */
  damage: DamagedDocument | null = null
  /** Set when a part of the write-ahead log is lost that may have had updates of this document. */
  readonly lost: DamagedDocument | null
  #turn: Promise<unknown> = Promise.resolve()

  constructor(id: string, path: string, lost: DamagedDocument | null) {
    this.id = id
    this.path = path
    this.lost = lost
  }

  /** Runs `work` when all earlier work on this document's folder is done, whether or not that went well. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work)
    // The next in turn starts from what is on disk; this fault belongs to whoever asked for this work.
    this.#turn = done.catch(() => {})
    return done
  }
}
