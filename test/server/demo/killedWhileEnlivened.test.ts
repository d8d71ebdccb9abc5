import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as others } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { checkFolder } from '../../../server/commands/checkFolder.ts'
import { nodeFileSystem } from '../../../server/storage/nodeFileSystem.ts'
import { Visitor } from '../../harness/rawClient.ts'
import { startServerProcess } from '../../harness/serverProcess.ts'
import { Said } from '../comment/said.ts'
import { VersionsOf } from '../version/VersionsOf.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** Whether one of the documents' records of a name has these words by now. */
async function isSaid(dataDir: string, record: string, words: string): Promise<boolean> {
  try {
    for (const id of await readdir(join(dataDir, 'documents'))) {
      const text = await readFile(join(dataDir, 'documents', id, record), 'utf8')
      if (text.includes(words)) return true
    }
  } catch {
    // It is not there yet.
  }
  return false
}

it.each([
  ['the first version', 'versions.json', 'Första utkastet'],
  ['the first comments', 'comments.json', '"threadId"'],
])(
  'killed right after %s of the demo, the program starts on what there is, and all of that is whole',
  async (_what, record, words) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'samskriv-'))
    const env = { PATH: process.env.PATH ?? '', PORT: '0', DATA_DIR: dataDir }
    const child = spawn(process.execPath, ['server/start.mjs'], { cwd: root, env, stdio: 'ignore' })
    const ended = once(child, 'exit')
    while (child.exitCode === null && !(await isSaid(dataDir, record, words))) await others()
    child.kill('SIGKILL')
    await ended
    const server = await startServerProcess({ DATA_DIR: dataDir })
    const anna = await Visitor.enter(server.origin, 'anna')
    const applications = await anna.applications()
    expect(applications.map(({ damaged }) => damaged)).toEqual([false, false, false])
    const id = applications[0]?.id ?? ''
    await new Said(anna, id).start()
    await new VersionsOf(anna, id).make('Efteråt')
    await server.stop()
    const { documents, problems } = await checkFolder(nodeFileSystem, dataDir)
    expect([...problems, ...documents.flatMap(({ problems }) => problems)]).toEqual([])
    await server.dispose()
  },
)
