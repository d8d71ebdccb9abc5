import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { copyFolder } from '../../../server/commands/copyFolder.ts'
import { restoreDocument } from '../../../server/commands/restoreDocument.ts'
import { Applications } from '../../../server/document/Applications.ts'
import { diskRecords } from '../../../server/document/diskRecords.ts'
import { openDataFolder } from '../../../server/storage/dataFolder.ts'
import { openDiskStorage } from '../../../server/storage/diskStorage.ts'
import { nodeFileSystem } from '../../../server/storage/nodeFileSystem.ts'
import { unwrittenBudget } from '../../../shared/budget/seedBudget.ts'
import type { FilledForm } from '../../../shared/document/filledForm.ts'
import { readDocument } from '../../../shared/document/readDocument.ts'
import { budget2024 } from '../../../shared/form/forms/2024/budget.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { VersionsOf } from './VersionsOf.ts'

const before = { ...form2024, sections: form2024.sections.filter(({ kind }) => kind !== 'budget') }
const typed = { kind: 'amount', total: 1_540_400, note: 'Se bilaga.', perYear: {} } as const

let folder: string
let server: DemoServer
let id: string

/** Puts an ansökan into a data folder that no program has open, as it was made before there was a budget. */
async function putOlder(dataDir: string): Promise<string> {
  const data = await openDataFolder(dataDir)
  const storage = await openDiskStorage(data, {
    ...{ checkpointBytes: 1_000_000, report: () => {}, now: Date.now },
    verifySnapshot: async () => true,
  })
  const applications = new Applications(storage, diskRecords(data.documentFolder), Date.now, () => {}, 100)
  const made = await applications.create(before, 'anna@heby', { budgetAmount: typed })
  await applications.close()
  await storage.close()
  await data.release()
  return made
}

async function saidTo(visitor: Visitor, id: string): Promise<FilledForm['sections']> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await visitor.state(id))
  return readDocument(doc, form2024).sections
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samskriv-older-'))
  server = await DemoServer.start()
  await server.stop()
  id = await putOlder(server.dataDir)
})
afterAll(async () => {
  await server.dispose()
  await rm(folder, { recursive: true })
})

it('An ansökan that was made before there was a budget has its rows for whoever opens it, and nobody has changed it', async () => {
  await server.restart()
  const anna = await server.enter('anna')
  const { budget, budgetAmount } = await saidTo(anna, id)
  expect([budget, budgetAmount]).toEqual([unwrittenBudget(budget2024), typed])
  expect((await anna.applications()).find(one => one.id === id)?.lastChange).toBeNull()
  const versions = new VersionsOf(anna, id)
  expect((await versions.list()).versions).toEqual([])
  const made = await versions.make('Första')
  expect(made.writers).toEqual({})
})

it('It has them when it is restored from a backup that was made before anybody opened it', async () => {
  const other = await DemoServer.start()
  try {
    await server.stop()
    const old = await putOlder(server.dataDir)
    const backup = join(folder, 'backup')
    await copyFolder(nodeFileSystem, server.dataDir, backup, { madeAt: '2026-11-22T08:00:00.000Z' })
    const restored = await restoreDocument(nodeFileSystem, backup, other.dataDir, old, '2026-11-22')
    const anna = await other.enter('anna')
    await anna.applications()
    expect((await saidTo(anna, restored.id)).budget).toEqual(unwrittenBudget(budget2024))
    // It writes under an id that it has never written under in the document that was backed up.
    await other.restart()
    expect((await saidTo(anna.at(other.origin), restored.id)).budget).toEqual(unwrittenBudget(budget2024))
  } finally {
    await other.dispose()
  }
})
