import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** The real program in a process of its own, so that it can be killed. */
export interface ServerProcess {
  readonly origin: string
  readonly dataDir: string
  /** The process that runs now; null between two. */
  readonly pid: number | null
  /** All that it has printed. */
  output(): string
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>
  /** Ends it as an operator does. Resolves with its exit code. */
  stop(): Promise<number | null>
  /** Sends it a signal that ends it in the end. Resolves with its exit code. */
  endBy(signal: NodeJS.Signals): Promise<number | null>
  /** Starts it again on the same port and data. */
  restart(): Promise<void>
  /** Bytes that it holds after a collection, when it was started with `measuresMemory`. */
  memoryBytes(): Promise<number>
  /** Stops it and removes its data. */
  dispose(): Promise<void>
}

interface StartOptions {
  readonly measuresMemory?: boolean
  /** Loaded before the program, into its threads too. */
  readonly preloads?: readonly URL[]
}

/** Starts the program on a free port, with data in a folder of its own unless told otherwise. */
export async function startServerProcess(
  environment: Readonly<Record<string, string>> = {},
  { measuresMemory = false, preloads = [] }: StartOptions = {},
): Promise<ServerProcess> {
  const probe = ['--expose-gc', '--import', new URL('./memoryProbe.ts', import.meta.url).href]
  const loaded = preloads.flatMap(({ href }) => ['--import', href])
  const dataDir = environment.DATA_DIR ?? (await mkdtemp(join(tmpdir(), 'samskriv-')))
  let port = environment.PORT ?? '0'
  let printed = ''
  let child: ChildProcess

  const start = async () => {
    child = spawn(process.execPath, [...(measuresMemory ? probe : []), ...loaded, 'server/start.mjs'], {
      cwd: root,
      env: { ...ofThisMachine(), ...environment, PORT: port, DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe', ...(measuresMemory ? ['ipc' as const] : [])],
    })
    const heard = child
    const listening = new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        printed += chunk.toString()
        const address = /http:\/\/localhost:(\d+)/.exec(printed)
        if (address?.[1]) {
          port = address[1]
          resolve()
        }
      }
      heard.stdout?.on('data', hear)
      heard.stderr?.on('data', hear)
      heard.once('exit', code => reject(new Error(`The server ended with ${code}:\n${printed}`)))
    })
    await listening
  }
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
    return child.exitCode
  }

  await start()
  return {
    get origin() {
      return `http://localhost:${port}`
    },
    dataDir,
    get pid() {
      return child.pid ?? null
    },
    output: () => printed,
    kill: async () => {
      await end('SIGKILL')
    },
    stop: async () => await end('SIGTERM'),
    endBy: end,
    restart: async () => {
      printed = ''
      await start()
    },
    memoryBytes: async () => {
      const answer = once(child, 'message')
      child.send('memory')
      const [bytes]: unknown[] = await answer
      return Number(bytes)
    },
    dispose: async () => {
      await end('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** What a program needs to run here, and none of our own settings. */
function ofThisMachine(): NodeJS.ProcessEnv {
  const { PATH = '', NODE_COMPILE_CACHE } = process.env
  return NODE_COMPILE_CACHE ? { PATH, NODE_COMPILE_CACHE } : { PATH }
}
