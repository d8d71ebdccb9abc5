import type { KeptGraves } from '../document/keptGraves.ts'
import type { Storage } from '../storage/Storage.ts'
import type { AfterDisk } from './AfterDisk.ts'
import type { RoomDocument } from './RoomDocument.ts'

/** Updates after which the log is worth compacting when nobody writes, and also while somebody does. */
const afterUpdates = 200
const atOnceAfterUpdates = 10_000

interface CompactionGround {
  readonly id: string
  readonly graves: KeptGraves
  readonly storage: Storage
}

/** Puts a snapshot of a document in the place of the updates that it was made of. */
export class Compaction {
  readonly #ground: CompactionGround
  readonly #document: RoomDocument
  readonly #afterDisk: AfterDisk
  #updatesSince: number
  #underWay: Promise<void> | null = null
  #isStopped = false

  /** `updatesSince`: those that are on disk beside the last snapshot. */
  constructor(ground: CompactionGround, document: RoomDocument, afterDisk: AfterDisk, updatesSince: number) {
    this.#ground = ground
    this.#document = document
    this.#afterDisk = afterDisk
    this.#updatesSince = updatesSince
  }

  /** One more update is on disk. */
  grown(): void {
    this.#updatesSince += 1
    if (this.#updatesSince < atOnceAfterUpdates || this.#underWay) return
    // What the disk refuses here stays in the log, and is tried again with the next updates.
    this.#compact().catch(() => {})
  }

  /** Compacts when there is enough for it. Rejects when the disk refuses it; nothing is lost by that. */
  async whenWorthIt(): Promise<void> {
    if (this.#updatesSince >= afterUpdates) await this.#compact()
  }

  /** Nothing is written any more. */
  stop(): void {
    this.#isStopped = true
  }

  async #compact(): Promise<void> {
    this.#underWay ??= this.#writeSnapshot().finally(() => {
      this.#underWay = null
    })
    await this.#underWay
  }

  async #writeSnapshot(): Promise<void> {
    const { graves, id, storage } = this.#ground
    const { sequence } = this.#document
    const snapshot = this.#document.state()
    const buried = this.#document.graves()
    this.#updatesSince = 0
    await this.#afterDisk.reached()
    if (this.#isStopped) return
    // First: without them the snapshot would not say where late words belong. With the old snapshot they do no harm.
    await graves.write(buried)
    await storage.compact(id, snapshot, sequence)
  }
}
