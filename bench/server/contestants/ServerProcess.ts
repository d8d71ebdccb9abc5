import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { keepToServerProcessors } from '../processors.ts'

export interface ProgramToStart {
  readonly script: string
  readonly args?: readonly string[]
  readonly cwd: string
  readonly environment?: Readonly<Record<string, string>>
  /** Flags of Node itself, beside those that all have. */
  readonly nodeFlags?: readonly string[]
}

const collector = join(import.meta.dirname, '..', 'collect.mjs')
/** The unit of time in `/proc`: a hundredth of a second on every Linux. */
const tickMs = 10
/** V8 gives pages back a little after a collection. */
const pagesReturnAfterMs = 300

/** A contestant's process: asked from outside what it costs, as the system sees it. */
export class ServerProcess {
  readonly port: number
  readonly #child: ChildProcess

  private constructor(child: ChildProcess, port: number) {
    this.#child = child
    this.port = port
  }

  /** Starts a program that prints `http://localhost:‹port›` when it listens. Rejects when it ends before. */
  static async start({
    script,
    args = [],
    cwd,
    environment = {},
    nodeFlags = [],
  }: ProgramToStart): Promise<ServerProcess> {
    const child = spawn(
      process.execPath,
      ['--expose-gc', '--import', collector, ...nodeFlags, script, ...args],
      {
        cwd,
        env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...environment },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    )
    if (child.pid !== undefined) keepToServerProcessors(child.pid)
    let printed = ''
    const port = await new Promise<number>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        // What it says later is nobody's business, and would only pile up.
        if (printed.length < 10_000) printed += chunk.toString()
        const address = /http:\/\/localhost:(\d+)/.exec(printed)
        if (address) resolve(Number(address[1]))
      }
      child.stdout?.on('data', hear)
      child.stderr?.on('data', hear)
      child.once('exit', code => reject(new Error(`${script} ended with ${code}:\n${printed}`)))
    })
    return new ServerProcess(child, port)
  }

  /** Milliseconds on a processor since it was started, all threads together. */
  processorMs(): number {
    const fields = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    const [user, system] = [fields[11], fields[12]]
    return tickMs * (Number(user) + Number(system))
  }

  /** Collects its garbage, and gives how much memory it holds then, in kB. */
  async memoryKb(): Promise<number> {
    for (let time = 0; time < 2; time += 1) {
      const collected = once(this.#child, 'message')
      this.#child.send('collect')
      await collected
      await pause(pagesReturnAfterMs)
    }
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1])
  }

  /** Ends it at once, as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** Ends it as an operator does; after a while, at once. */
  async stop(): Promise<void> {
    const impatience = setTimeout(() => this.#child.kill('SIGKILL'), 30_000)
    await this.#end('SIGTERM')
    clearTimeout(impatience)
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const ended = once(this.#child, 'exit')
    this.#child.kill(signal)
    await ended
  }
}
