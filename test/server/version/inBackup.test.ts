import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkFolder } from '../../../server/commands/checkFolder.ts'
import { copyFolder } from '../../../server/commands/copyFolder.ts'
import { restoreDocument } from '../../../server/commands/restoreDocument.ts'
import { nodeFileSystem } from '../../../server/storage/nodeFileSystem.ts'
import type { Version } from '../../../shared/http/versions.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { paragraphIn, VersionsOf, wordsOf } from './VersionsOf.ts'

let server: DemoServer
let anna: Visitor
let folder: string
let id: string
let made: Version[]

beforeAll(async () => {
  server = await DemoServer.start()
  folder = await mkdtemp(join(tmpdir(), 'samskriv-versions-'))
  anna = await server.enter('anna')
  id = await anna.newApplication()
  const line = await anna.join(id)
  const versions = new VersionsOf(anna, id)
  await line.write(paragraphIn('background', 'Det första.'))
  const first = await versions.make('Ett')
  await line.write(paragraphIn('background', 'Det andra.'))
  made = [await versions.make('Två'), first]
  await line.close()
})
afterAll(async () => {
  await server.dispose()
  await rm(folder, { recursive: true })
})

async function backup(name: string): Promise<string> {
  const to = join(folder, name)
  await copyFolder(nodeFileSystem, server.dataDir, to, { madeAt: '2026-11-22T08:00:00.000Z' })
  return to
}

describe('versions in a backup of a program that runs', () => {
  it('are all there, and say what they said', async () => {
    const copy = await DemoServer.start({}, await backup('whole'))
    try {
      const versions = new VersionsOf(anna.at(copy.origin), id)
      expect((await versions.list()).versions).toEqual(made)
      expect(wordsOf(await versions.read(1), 'background')).toEqual(['', 'Det första.'])
      expect(wordsOf(await versions.read(2), 'background')).toEqual(['', 'Det första.', 'Det andra.'])
    } finally {
      await copy.stop()
    }
  })

  it('come along with a document that is restored as a new one', async () => {
    const restored = await restoreDocument(
      nodeFileSystem,
      await backup('one'),
      server.dataDir,
      id,
      '2026-11-22',
    )
    await anna.applications()
    const versions = new VersionsOf(anna, restored.id)
    expect((await versions.list()).versions).toEqual(made)
    expect(wordsOf(await versions.read(1), 'background')).toEqual(['', 'Det första.'])
    expect((await versions.restore(1)).number).toBe(4)
  })

  it('are missed by a check when their files are gone, by number and file', async () => {
    const damaged = await backup('damaged')
    const attachments = join(damaged, 'documents', id, 'attachments')
    expect(
      (await checkFolder(nodeFileSystem, damaged)).documents.flatMap(({ problems }) => problems),
    ).toEqual([])
    const names = await readdir(attachments)
    for (const name of names) await rm(join(attachments, name))
    const { documents } = await checkFolder(nodeFileSystem, damaged)
    const problems = documents.find(document => document.id === id)?.problems.join('\n') ?? ''
    for (const name of names) expect(problems).toContain(join(attachments, name))
    expect(problems).toContain('Version 1 går inte att läsa')
    expect(problems).toContain('Version 2 går inte att läsa')
  })
})
