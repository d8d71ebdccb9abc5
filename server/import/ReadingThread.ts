import { Worker } from 'node:worker_threads'
import type { ProblemKind } from '../../shared/http/problem.ts'
import { Refused } from '../http/refuse.ts'
import type { FileFault } from './office/FileRefused.ts'

/** What a thread that reads files is given: one file, handed over to it, and what is asked of it. */
export interface ThreadTask<Question = void> {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly question: Question
}

/** What a thread that reads files answers. */
export type ThreadAnswer<Read> = { readonly read: Read } | { readonly refused: FileFault }

/** How long a file may take, and how much memory. */
export interface ReadingLimits {
  readonly timeMs: number
  readonly heapMebibytes: number
  /** Files that wait for their turn. */
  readonly mostWaiting: number
}

/** With what a file is refused that is not read, or for which there is no room now. */
export type FileProblems = Readonly<Record<FileFault | 'busy', ProblemKind>>

interface ReadingParts {
  /** The program of the thread: is given one `ThreadTask`, answers once with a `ThreadAnswer`. */
  readonly program: URL
  readonly limits: ReadingLimits
  readonly problems: FileProblems
}

/** When whoever found it busy may try again. */
const busySeconds = 10

/**
 * Reads files that people send, one at a time, each in a thread of its own that has no more than its bounds and is gone
 * afterwards: what somebody makes to take all memory or time takes that of the thread.
 */
export class ReadingThread<Read, Question = void> {
  readonly #parts: ReadingParts
  #turn: Promise<unknown> = Promise.resolve()
  #waiting = 0

  constructor(parts: ReadingParts) {
    this.#parts = parts
  }

  /** Throws `Refused` when the file is not read, or too many wait. `bytes` are handed over, and empty afterwards. */
  async read(bytes: Uint8Array<ArrayBuffer>, question: Question): Promise<Read> {
    const { limits, problems } = this.#parts
    if (this.#waiting > limits.mostWaiting) throw new Refused(problems.busy, [], busySeconds)
    this.#waiting += 1
    const answer = this.#turn.then(() => this.#ask({ bytes, question }))
    // The next one is read whatever became of this one.
    this.#turn = answer.catch(() => {})
    try {
      const said = await answer
      if ('refused' in said) throw new Refused(problems[said.refused])
      return said.read
    } finally {
      this.#waiting -= 1
    }
  }

  async #ask(task: ThreadTask<Question>): Promise<ThreadAnswer<Read>> {
    const { timeMs, heapMebibytes } = this.#parts.limits
    const worker = new Worker(this.#parts.program, {
      resourceLimits: { maxOldGenerationSizeMb: heapMebibytes, maxYoungGenerationSizeMb: 32 },
      // Nothing of what the program knows is of any use to it.
      env: {},
    })
    try {
      return await new Promise<ThreadAnswer<Read>>((resolve, reject) => {
        const timer = setTimeout(() => resolve({ refused: 'large' }), timeMs)
        worker.once('message', (answer: ThreadAnswer<Read>) => {
          clearTimeout(timer)
          resolve(answer)
        })
        worker.once('error', (fault: NodeJS.ErrnoException) => {
          clearTimeout(timer)
          if (fault.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ refused: 'large' })
          else reject(fault)
        })
        worker.postMessage(task, [task.bytes.buffer])
      })
    } finally {
      await worker.terminate()
    }
  }
}
