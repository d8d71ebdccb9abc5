import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { VerifySnapshot } from '../storage/compaction.ts'
import type { SnapshotToVerify } from './snapshotWorker.ts'

/** A thread that has had nothing to do for so long is let go of, with all that its heap has gathered. */
const idleMs = 2_000

/**
 * Compares new snapshots with the updates they are to replace, in a thread of its own: what is wrong with the heap that
 * made a snapshot cannot vouch for it. Documents that come to rest together share a thread, which takes a tenth of a
 * second to begin.
 */
export class SnapshotVerifier {
  #worker: Worker | null = null
  #turn: Promise<unknown> = Promise.resolve()
  #idle: NodeJS.Timeout | null = null

  /** One at a time. Rejects when the thread fails otherwise than by finding the snapshot wrong. */
  readonly verify: VerifySnapshot = (file, covered, later) => {
    const verified = this.#turn.then(() => this.#ask({ file, covered, later }))
    // The next one is asked of a thread that works, whatever became of this one.
    this.#turn = verified.catch(() => {})
    return verified
  }

  async #ask(snapshot: SnapshotToVerify): Promise<boolean> {
    if (this.#idle) clearTimeout(this.#idle)
    const worker = this.#worker ?? this.#begin()
    try {
      worker.ref()
      worker.postMessage(snapshot)
      const [isSame]: unknown[] = await once(worker, 'message')
      // A program that is done does not wait for a thread that has nothing to do.
      worker.unref()
      this.#idle = setTimeout(() => this.#letGo(worker), idleMs)
      this.#idle.unref()
      return isSame === true
    } catch (fault) {
      this.#letGo(worker)
      throw fault
    }
  }

  #begin(): Worker {
    const worker = new Worker(new URL('./snapshotWorker.ts', import.meta.url))
    // Whoever asks hears of it too; without a listener it would end the program.
    worker.on('error', () => this.#letGo(worker))
    this.#worker = worker
    return worker
  }

  #letGo(worker: Worker): void {
    if (this.#worker === worker) this.#worker = null
    void worker.terminate()
  }
}
