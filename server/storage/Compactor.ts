import {
  keepOldSnapshot,
  type NewSnapshot,
  prepareSnapshot,
  removeOldSnapshots,
  replaceSnapshot,
  type VerifySnapshot,
} from './compaction.ts'
import type { DiskDocument } from './DiskDocument.ts'
import type { DocumentReader } from './DocumentReader.ts'
import type { FileSystem } from './FileSystem.ts'
import { SnapshotDiffers } from './Storage.ts'
import type { ReportStorageEvent } from './storageEvent.ts'
import type { WriteAheadLog } from './WriteAheadLog.ts'

export interface CompactorOptions {
  readonly report: ReportStorageEvent
  /** Asked about every new snapshot before it takes the place of the old one. */
  readonly verifySnapshot: VerifySnapshot
  /** Milliseconds since 1970, to date the old snapshots that are kept. */
  readonly now: () => number
}

/**
 * Puts snapshots in place of updates: written beside, read again and compared by somebody else, the old one kept,
 * and only then renamed. One at a time, so that one document at most waits for a comparison.
 */
export class Compactor {
  readonly #fileSystem: FileSystem
  readonly #log: WriteAheadLog
  readonly #reader: DocumentReader
  readonly #options: CompactorOptions
  #turn: Promise<void> = Promise.resolve()

  constructor(fileSystem: FileSystem, log: WriteAheadLog, reader: DocumentReader, options: CompactorOptions) {
    this.#fileSystem = fileSystem
    this.#log = log
    this.#reader = reader
    this.#options = options
  }

  /** Resolves when all that has been asked for is done, whether or not it went well. */
  get done(): Promise<void> {
    return this.#turn
  }

  /** `inTurn` runs work in the document's turn. Throws `SnapshotDiffers`, `DamagedDocument`, `DiskFault`. */
  async compact(
    document: DiskDocument,
    made: NewSnapshot,
    inTurn: (work: () => Promise<void>) => Promise<void>,
  ): Promise<void> {
    const compacted = this.#turn.then(async () => {
      // The snapshot may have what was on its way to the disk when it was made: it is compared with that too.
      await this.#log.settled()
      await inTurn(() => this.#compactNow(document, made))
    })
    // Whoever comes next does not depend on how this one went.
    this.#turn = compacted.catch(() => {})
    await compacted
  }

  /** Removes old snapshots that have been kept long enough. */
  async tidy(document: DiskDocument): Promise<void> {
    const { now, report } = this.#options
    await document
      .inTurn(() => removeOldSnapshots(this.#fileSystem, document.path, now()))
      .catch(fault => report({ kind: 'diskFault', during: `tidying ${document.path}`, fault }))
  }

  async #compactNow(document: DiskDocument, made: NewSnapshot): Promise<void> {
    const fileSystem = this.#fileSystem
    const { now, report, verifySnapshot } = this.#options
    const { updates } = await this.#reader.read(document)
    const contents = await this.#reader.readFolder(document)
    const { snapshotSequence } = contents.state
    // Another compaction came first with a later snapshot.
    if (made.throughSequence < snapshotSequence) return
    const prepared = await prepareSnapshot(fileSystem, document, made)
    const covered = 1 + made.throughSequence - snapshotSequence
    if (!(await verifySnapshot(prepared, updates.slice(0, covered), updates.slice(covered)))) {
      await fileSystem.unlink(prepared)
      report({ kind: 'snapshotRefused', id: document.id })
      throw new SnapshotDiffers(document.id)
    }
    await keepOldSnapshot(fileSystem, document, snapshotSequence, updates, now())
    document.folder = null
    document.folder = await replaceSnapshot(fileSystem, document, contents, prepared, made.throughSequence)
    await removeOldSnapshots(fileSystem, document.path, now())
  }
}
