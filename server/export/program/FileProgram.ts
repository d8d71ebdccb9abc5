import { type ChildProcess, fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import type { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { FileTask } from '../FileTask.ts'
import { Incoming, readMade, taskPieces } from './frames.ts'

interface ProgramLimits {
  readonly timeMs: number
  /** Of everything that it holds. */
  readonly memoryMebibytes: number
}

/** A file took more time or memory than it may: the program was ended, by us or by the system. */
export class TookTooMuch extends Error {
  override readonly name = 'TookTooMuch'
  /** The signal that ended it. */
  readonly code: NodeJS.Signals

  constructor(code: NodeJS.Signals) {
    super(code)
    this.code = code
  }
}

/**
 * A process that makes files, one at a time. It can be ended in the middle of one, whatever it is at, and when it breaks
 * nothing else does.
 */
export class FileProgram {
  readonly #limits: ProgramLimits
  readonly #child: ChildProcess
  readonly #input: Writable
  readonly #incoming: Incoming
  /** Resolves when it is gone, with the signal that ended it; null when it ended by itself. */
  readonly ended: Promise<NodeJS.Signals | null>

  constructor(limits: ProgramLimits) {
    this.#limits = limits
    this.#child = fork(
      fileURLToPath(new URL('./program.ts', import.meta.url)),
      [String(limits.memoryMebibytes)],
      {
        // The engine may fill what there is: whoever looks after the memory ends it before that, without a word.
        execArgv: [...process.execArgv, `--max-old-space-size=${limits.memoryMebibytes}`],
        // Nothing of what the server knows is of any use to it.
        env: {},
        stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
      },
    )
    const { pid, stdin, stdout } = this.#child
    // Those who type come first, when there are not processors enough for all.
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
    if (!stdin || !stdout) throw new Error('A program that was begun with pipes has none.')
    this.#input = stdin
    // It is gone, and that is heard of when it ends.
    stdin.on('error', () => {})
    this.#incoming = new Incoming(stdout)
    // A server that is done does not wait for a program that has nothing to do; while it makes something, its time counts.
    for (const held of [this.#child, this.#child.channel, stdin, stdout]) unref(held)
    this.ended = new Promise(resolve => {
      this.#child.once('exit', (_, signal) => resolve(signal))
      // It could not be begun.
      this.#child.once('error', () => resolve(null))
    })
  }

  /** Rejects with `TookTooMuch`, and with what was thrown in making it. It is of no use after either. */
  async make(task: FileTask): Promise<Uint8Array> {
    const timer = setTimeout(() => this.end(), this.#limits.timeMs)
    try {
      for (const piece of taskPieces(task)) {
        if (!this.#input.write(piece)) await Promise.race([this.#drained(), this.ended])
      }
      const file = await readMade(this.#incoming)
      if (file !== null) return file
      const signal = await this.ended
      throw signal === null ? new Error('The program that makes files has ended.') : new TookTooMuch(signal)
    } finally {
      clearTimeout(timer)
    }
  }

  #drained(): Promise<void> {
    return new Promise(resolve => this.#input.once('drain', resolve))
  }

  end(): void {
    this.#child.kill('SIGKILL')
  }
}

function unref(held: unknown): void {
  // Pipes can be let go of too; the types of a child's do not say so.
  if (typeof held === 'object' && held !== null && 'unref' in held && typeof held.unref === 'function')
    held.unref()
}
