import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../server/config.ts'
import { type RunningServer, startServer } from '../../server/server.ts'
import { Visitor } from './rawClient.ts'

/** The whole server in this process, on a free port, with data in a folder of its own. */
export class DemoServer {
  readonly dataDir: string
  /** What it has reported to whoever runs it since it was started last. */
  readonly reports: { readonly what: string; readonly detail: unknown }[]
  readonly #environment: Readonly<Record<string, string>>
  #running: RunningServer

  private constructor(
    dataDir: string,
    reports: DemoServer['reports'],
    environment: Readonly<Record<string, string>>,
    running: RunningServer,
  ) {
    this.dataDir = dataDir
    this.reports = reports
    this.#environment = environment
    this.#running = running
  }

  /** Starts it on no data, unless `dataDir` names some. */
  static async start(
    environment: Readonly<Record<string, string>> = {},
    dataDir?: string,
  ): Promise<DemoServer> {
    const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'samskriv-')))
    const reports: DemoServer['reports'] = []
    return new DemoServer(folder, reports, environment, await run(environment, folder, reports))
  }

  get origin(): string {
    return `http://localhost:${this.#running.port}`
  }

  get port(): number {
    return this.#running.port
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
    this.reports.length = 0
    this.#running = await run(this.#environment, this.dataDir, this.reports)
  }

  async dispose(): Promise<void> {
    await this.#running.stop()
    await rm(this.dataDir, { recursive: true, force: true })
  }
}

async function run(
  environment: Readonly<Record<string, string>>,
  dataDir: string,
  reports: DemoServer['reports'],
): Promise<RunningServer> {
  const config = readConfig({ ...environment, PORT: '0', DATA_DIR: dataDir })
  return await startServer(config, (what, detail) => reports.push({ what, detail }))
}
