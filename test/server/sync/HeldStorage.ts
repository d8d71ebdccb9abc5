import {
  type Storage,
  type StoredDocument,
  type StoredUpdates,
  UnknownDocument,
} from '../../../server/storage/Storage.ts'

/** An update on its way to the disk. */
export interface HeldAppend {
  readonly update: Uint8Array
  /** The disk has it. */
  release(): void
  /** The disk has refused it. */
  fail(fault: Error): void
}

interface Kept {
  updates: Uint8Array[]
  sequence: number
}

/** Documents in memory whose updates reach the disk when the test says so, in the order it says. */
export class HeldStorage implements Storage {
  readonly held: HeldAppend[] = []
  /** Compactions done: the sequence number each reached through. */
  readonly compacted: number[] = []
  /** Set to let everything reach the disk at once. */
  holds = true
  readonly #documents = new Map<string, Kept>()

  async list(): Promise<StoredDocument[]> {
    return [...this.#documents.keys()].map(id => ({ id, damage: null }))
  }

  async create(id: string, snapshot: Uint8Array): Promise<void> {
    this.#documents.set(id, { updates: [snapshot], sequence: 0 })
  }

  async load(id: string): Promise<StoredUpdates> {
    const { updates, sequence } = this.#kept(id)
    return { updates: [...updates], sequence }
  }

  async append(id: string, update: Uint8Array): Promise<number> {
    const kept = this.#kept(id)
    const keep = () => {
      kept.updates.push(update)
      kept.sequence += 1
      return kept.sequence
    }
    if (!this.holds) return keep()
    return await new Promise((resolve, reject) => {
      this.held.push({ update, release: () => resolve(keep()), fail: reject })
    })
  }

  async compact(id: string, snapshot: Uint8Array, throughSequence: number): Promise<void> {
    const kept = this.#kept(id)
    kept.updates = [snapshot, ...kept.updates.slice(kept.updates.length - (kept.sequence - throughSequence))]
    this.compacted.push(throughSequence)
  }

  async putAttachment(): Promise<void> {
    throw new Error('There are no attachments here.')
  }

  async getAttachment(): Promise<Uint8Array | null> {
    return null
  }

  async close(): Promise<void> {}

  #kept(id: string): Kept {
    const kept = this.#documents.get(id)
    if (!kept) throw new UnknownDocument(id)
    return kept
  }
}
