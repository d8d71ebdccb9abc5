import { Worker } from 'node:worker_threads'
import type { FilledForm } from '../../../shared/document/filledForm.ts'
import type { MadeDocument } from '../../document/newDocument.ts'
import { Refused } from '../../http/refuse.ts'
import { Turns } from '../../people/access/Turns.ts'

/** How long a document may take, and how much memory. 300 pages take a second or two. */
interface MakingLimits {
  readonly timeMs: number
  readonly heapMebibytes: number
}

const ordinaryLimits: MakingLimits = { timeMs: 60_000, heapMebibytes: 1024 }

/**
 * Makes documents of forms that come from elsewhere, one at a time in a thread: a long one takes seconds, and nobody's key
 * press is to wait for it.
 */
export class DocumentMaker {
  readonly #mostBytes: number
  readonly #limits: MakingLimits
  readonly #turns = new Turns()

  /** `mostBytes`: size of a document beyond which nobody could write in it (`SyncLimits.maxDocumentBytes`). */
  constructor(mostBytes: number, limits = ordinaryLimits) {
    this.#mostBytes = mostBytes
    this.#limits = limits
  }

  /** Refuses `tooLarge` when it takes more than it may; throws when the form could not be one of ours. */
  async make(form: FilledForm): Promise<MadeDocument> {
    const made = await this.#turns.take(async () => await this.#make(form))
    if (made.update.length > this.#mostBytes) throw new Refused('tooLarge')
    return made
  }

  async #make(form: FilledForm): Promise<MadeDocument> {
    const { timeMs, heapMebibytes } = this.#limits
    const worker = new Worker(new URL('./documentWorker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: heapMebibytes, maxYoungGenerationSizeMb: 64 },
      env: {},
    })
    try {
      return await new Promise<MadeDocument>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Refused('tooLarge')), timeMs)
        worker.once('message', (made: MadeDocument) => {
          clearTimeout(timer)
          resolve(made)
        })
        worker.once('error', (fault: NodeJS.ErrnoException) => {
          clearTimeout(timer)
          reject(fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Refused('tooLarge') : fault)
        })
        worker.postMessage(form)
      })
    } finally {
      await worker.terminate()
    }
  }
}
