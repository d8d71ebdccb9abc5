import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DemoServer } from '../harness/demoServer.ts'

const root = join(import.meta.dirname, '..', '..')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samskriv-'))
})
afterAll(async () => await rm(folder, { recursive: true, force: true }))

/** Starts the program as an operator does, where it cannot start; gives all that it says, and its exit code. */
async function failedStart(environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['server/start.mjs'], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', PORT: '0', DATA_DIR: join(folder, 'data'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said }
}

describe('a start that fails', { timeout: 20_000 }, () => {
  it('because of a wrong setting says which one in a sentence, without a stack', async () => {
    const { code, said } = await failedStart({ PORT: 'http' })
    expect(said).toBe('PORT är "http", men ska vara ett heltal mellan 0 och 65535.\n')
    expect(code).toBe(1)
  })

  it('because the port is taken says so', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as { port: number }
    const { code, said } = await failedStart({ PORT: String(port) })
    taken.close()
    expect(said).toMatch(/^PORT är upptagen .*\n$/)
    expect(code).toBe(1)
  })

  it('because the address is not of this machine says so', async () => {
    // A network that is set aside for examples (RFC 5737).
    const DATA_DIR = join(folder, 'elsewhere')
    const { code, said } = await failedStart({ DATA_DIR, HOST: '192.0.2.1', DEMO: 'on' })
    expect(said).toMatch(/^HOST är ingen adress på den här datorn .*\n$/)
    expect(code).toBe(1)
  })

  it('because the data folder is a file says which', async () => {
    const path = join(folder, 'file')
    await writeFile(path, '')
    const { code, said } = await failedStart({ DATA_DIR: path })
    expect(said).toMatch(/^Disken .*DATA_DIR.*\n$/)
    expect(said).toContain(path)
    expect(code).toBe(1)
  })
})

describe('a second program on the same data', { timeout: 20_000 }, () => {
  it('does not start, says who has it, and leaves the first one alone', async () => {
    const first = await DemoServer.start()
    const { code, said } = await failedStart({ DATA_DIR: first.dataDir })
    expect(said).toContain(`${first.dataDir} används redan av ett annat program (process ${process.pid})`)
    expect(code).toBe(1)
    const anna = await first.enter('anna')
    expect(await anna.applications()).toHaveLength(3)
    await first.dispose()
  })
})
