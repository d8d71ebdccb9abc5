import { Worker } from 'node:worker_threads'
import type { ReadWorkbook } from '../../../shared/http/budget.ts'
import { Refused } from '../../http/refuse.ts'
import type { WorkbookAnswer } from './workbookWorker.ts'

/** How long a file may take, and how much memory; a large budget takes a fifth of a second and some megabytes. */
export interface ReaderLimits {
  readonly timeMs: number
  readonly heapMebibytes: number
  /** Files that wait for their turn. */
  readonly mostWaiting: number
}

const ordinaryLimits: ReaderLimits = { timeMs: 15_000, heapMebibytes: 256, mostWaiting: 8 }

/** When whoever found it busy may try again. */
const busySeconds = 10

/**
 * Reads workbooks that people send, one at a time, each in a thread of its own that has no more than its bounds and is
 * gone afterwards: what somebody makes to take all memory or time takes that of the thread.
 */
export class WorkbookReader {
  readonly #limits: ReaderLimits
  #turn: Promise<unknown> = Promise.resolve()
  #waiting = 0

  constructor(limits: ReaderLimits = ordinaryLimits) {
    this.#limits = limits
  }

  /** Throws `Refused` when the file is not read, or too many wait. `bytes` are handed over, and empty afterwards. */
  async read(bytes: Uint8Array<ArrayBuffer>): Promise<ReadWorkbook> {
    if (this.#waiting > this.#limits.mostWaiting) throw new Refused('workbookBusy', [], busySeconds)
    this.#waiting += 1
    const answer = this.#turn.then(() => this.#ask(bytes))
    // The next one is read whatever became of this one.
    this.#turn = answer.catch(() => {})
    try {
      const said = await answer
      if ('refused' in said) throw new Refused(said.refused)
      return said.read
    } finally {
      this.#waiting -= 1
    }
  }

  async #ask(bytes: Uint8Array<ArrayBuffer>): Promise<WorkbookAnswer> {
    const { timeMs, heapMebibytes } = this.#limits
    const worker = new Worker(new URL('./workbookWorker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: heapMebibytes, maxYoungGenerationSizeMb: 32 },
      // Nothing of what the program knows is of any use to it.
      env: {},
    })
    try {
      return await new Promise<WorkbookAnswer>((resolve, reject) => {
        const timer = setTimeout(() => resolve({ refused: 'largeWorkbook' }), timeMs)
        worker.once('message', (answer: WorkbookAnswer) => {
          clearTimeout(timer)
          resolve(answer)
        })
        worker.once('error', (fault: NodeJS.ErrnoException) => {
          clearTimeout(timer)
          if (fault.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ refused: 'largeWorkbook' })
          else reject(fault)
        })
        worker.postMessage(bytes, [bytes.buffer])
      })
    } finally {
      await worker.terminate()
    }
  }
}
