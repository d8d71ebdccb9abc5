import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../server/config.ts'
import type { LogEvent } from '../../server/operations/LogEvent.ts'
import { type RunningServer, startServer } from '../../server/server.ts'
import { type Clock, machineClock } from '../../server/time/Clock.ts'
import { Visitor } from './rawClient.ts'

/** The whole server in this process, on a free port, with data in a folder of its own. */
export class DemoServer {
  readonly dataDir: string
  /** What its log has said since it was started last. */
  readonly log: LogEvent[]
  readonly #environment: Readonly<Record<string, string>>
  readonly #clock: Clock
  #running: RunningServer

  private constructor(
    dataDir: string,
    log: LogEvent[],
    environment: Readonly<Record<string, string>>,
    clock: Clock,
    running: RunningServer,
  ) {
    this.dataDir = dataDir
    this.log = log
    this.#environment = environment
    this.#clock = clock
    this.#running = running
  }

  /** Starts it on no data, unless `dataDir` names some; by `clock`, if the test sets the time. */
  static async start(
    environment: Readonly<Record<string, string>> = {},
    dataDir?: string,
    clock: Clock = machineClock,
  ): Promise<DemoServer> {
    const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'samskriv-')))
    const log: LogEvent[] = []
    return new DemoServer(folder, log, environment, clock, await run(environment, folder, log, clock))
  }

  get origin(): string {
    return `http://localhost:${this.#running.port}`
  }

  get port(): number {
    return this.#running.port
  }

  /** Method and address of everything that it answers. */
  get routes(): string[] {
    return [...new Set(this.#running.routes.map(({ method, path }) => `${method} ${path}`))]
  }

  get greeting(): string {
    return this.#running.greeting
  }

  async enter(personId: string): Promise<Visitor> {
    return await Visitor.enter(this.origin, personId)
  }

  documentFile(id: string, name: string): string {
    return join(this.dataDir, 'documents', id, name)
  }

  async stop(): Promise<void> {
    await this.#running.stop()
  }

  /** Stops it if it runs, and starts it on the same data; on another port. */
  async restart(): Promise<void> {
    await this.#running.stop()
    this.log.length = 0
    this.#running = await run(this.#environment, this.dataDir, this.log, this.#clock)
  }

  async dispose(): Promise<void> {
    await this.#running.stop()
    await rm(this.dataDir, { recursive: true, force: true })
  }
}

async function run(
  environment: Readonly<Record<string, string>>,
  dataDir: string,
  log: LogEvent[],
  clock: Clock,
): Promise<RunningServer> {
  const config = readConfig({ ...environment, PORT: '0', DATA_DIR: dataDir })
  return await startServer(config, event => log.push(event), undefined, clock)
}
