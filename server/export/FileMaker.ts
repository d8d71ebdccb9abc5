import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Refused } from '../http/refuse.ts'
import type { FileTask } from './FileTask.ts'

/** A thread that has had nothing to do for so long is let go of. */
const idleMs = 10_000

/** How long a file may take, and how much memory; 60 pages in Word take a fifth of a second and some megabytes. */
export interface MakerLimits {
  readonly timeMs: number
  readonly heapMebibytes: number
  /** Files that wait for their turn. */
  readonly mostWaiting: number
}

const ordinaryLimits: MakerLimits = { timeMs: 60_000, heapMebibytes: 1024, mostWaiting: 20 }

/** When whoever found it busy may try again. */
const busySeconds = 10

/**
 * Makes Word documents and workbooks, one at a time, in a thread of its own: nobody's key press waits for it, and one that
 * somebody has filled to take all memory or time takes that of the thread.
 */
export class FileMaker {
  readonly #limits: MakerLimits
  #worker: Worker | null = null
  #turn: Promise<unknown> = Promise.resolve()
  #waiting = 0
  #idle: NodeJS.Timeout | null = null

  constructor(limits: MakerLimits = ordinaryLimits) {
    this.#limits = limits
  }

  /**
   * `gather` says what it is made of when its turn has come: what waits holds no memory. Throws `Refused` when too many
   * wait; rejects when the file takes more than it may. Pictures are handed over, and empty afterwards.
   */
  async make(gather: () => Promise<FileTask>): Promise<Uint8Array> {
    if (this.#waiting >= this.#limits.mostWaiting) throw new Refused('tooManyAttempts', [], busySeconds)
    this.#waiting += 1
    const made = this.#turn.then(async () => await this.#ask(await gather()))
    // The next one is made whatever became of this one.
    this.#turn = made.catch(() => {})
    try {
      return await made
    } finally {
      this.#waiting -= 1
    }
  }

  async #ask(task: FileTask): Promise<Uint8Array> {
    if (this.#idle) clearTimeout(this.#idle)
    const worker = this.#worker ?? this.#begin()
    try {
      worker.ref()
      worker.postMessage(task, picturesToHandOver(task))
      const signal = AbortSignal.timeout(this.#limits.timeMs)
      const [bytes]: unknown[] = await once(worker, 'message', { signal })
      if (!(bytes instanceof Uint8Array)) throw new Error('The thread that makes files made none.')
      // A program that is done does not wait for a thread that has nothing to do.
      worker.unref()
      this.#idle = setTimeout(() => this.#letGo(worker), idleMs)
      this.#idle.unref()
      return bytes
    } catch (fault) {
      this.#letGo(worker)
      throw fault
    }
  }

  #begin(): Worker {
    const worker = new Worker(new URL('./fileWorker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.heapMebibytes },
      // Nothing of what the program knows is of any use to it.
      env: {},
    })
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

/** The memory of the pictures: to copy 200 MiB of them would hold everybody up for a second. */
function picturesToHandOver(task: FileTask): ArrayBuffer[] {
  if (task.is !== 'word') return []
  const { pictures } = task.of
  return [...pictures.values()].flatMap(({ bytes: { buffer, byteLength } }) =>
    // Small ones may lie in memory that they share with others.
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
  )
}
