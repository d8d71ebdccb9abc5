import { Refused } from '../http/refuse.ts'
import type { Log } from '../operations/LogEvent.ts'
import { type Asking, FairTurns } from './FairTurns.ts'
import type { FileTask } from './FileTask.ts'
import { FileProgram, TookTooMuch } from './program/FileProgram.ts'

/** A program that has had nothing to do for so long is let go of. */
const idleMs = 10_000

/** How long a file may take, and how much memory; 60 pages take less than a second and some hundred megabytes. */
export interface MakerLimits {
  readonly timeMs: number
  /** Of everything that a program holds. */
  readonly memoryMebibytes: number
  /** Files that are made at the same time, each for another person. */
  readonly together: number
  /** Files that wait for their turn: all together, and of one person. */
  readonly mostWaiting: number
  readonly mostOfOne: number
}

export const ordinaryLimits: MakerLimits = {
  timeMs: 60_000,
  memoryMebibytes: 1536,
  together: 2,
  mostWaiting: 40,
  mostOfOne: 12,
}

/**
 * Makes files in programs of their own: nobody's key press waits for it, one that somebody has filled to take all memory
 * or time takes that of its program, and nobody waits for many files of one person (`FairTurns.ts`).
 */
export class FileMaker {
  readonly #log: Log
  readonly #limits: MakerLimits
  readonly #turns: FairTurns
  /** Programs that have nothing to do, and when each is let go of. */
  readonly #idle = new Map<FileProgram, NodeJS.Timeout>()

  constructor(log: Log, limits: MakerLimits = ordinaryLimits) {
    this.#log = log
    this.#limits = limits
    this.#turns = new FairTurns(limits)
  }

  /**
   * `gather` says what it is made of when its turn has come: what waits holds no memory. Refuses when too many wait, when
   * whoever asked has gone meanwhile (`malformedRequest`: nobody reads it), and when the file takes more than it may
   * (`fileNotMade`).
   */
  async make(asking: Asking, gather: () => Promise<FileTask>): Promise<Uint8Array> {
    const over = await this.#turns.begin(asking)
    try {
      const task = await gather()
      const program = this.#take()
      try {
        const file = await program.make(task)
        this.#keep(program)
        return file
      } catch (fault) {
        program.end()
        await program.ended
        throw this.#refusal(fault)
      }
    } finally {
      over()
    }
  }

  /** One that has nothing to do, or a new one. */
  #take(): FileProgram {
    const [idle] = this.#idle
    if (!idle) return this.#begin()
    const [program, timer] = idle
    clearTimeout(timer)
    this.#idle.delete(program)
    return program
  }

  #begin(): FileProgram {
    const program = new FileProgram(this.#limits)
    // One that ends while it has nothing to do is not asked again.
    void program.ended.then(() => this.#idle.delete(program))
    return program
  }

  #keep(program: FileProgram): void {
    const timer = setTimeout(() => {
      this.#idle.delete(program)
      program.end()
    }, idleMs)
    timer.unref()
    this.#idle.set(program, timer)
  }

  /** Too large a file is said to be that; anything else is a fault of ours. */
  #refusal(fault: unknown): unknown {
    // The second: more than fits into one piece of memory or one string.
    if (!(fault instanceof TookTooMuch || fault instanceof RangeError)) return fault
    this.#log({ kind: 'fileNotMade', fault })
    return new Refused('fileNotMade')
  }
}
