import { expect, it } from 'vitest'
import { MemoryFileSystem } from './MemoryFileSystem.ts'
import { openInMemory } from './memoryFolder.ts'

const update = new Uint8Array(30)

/** How often the write-ahead log is written and synced. */
function logCalls(disk: MemoryFileSystem) {
  const seen = { write: 0, syncData: 0 }
  disk.before = ({ name, path }) => {
    if ((name === 'write' || name === 'syncData') && path.endsWith('.log')) seen[name] += 1
  }
  return seen
}

async function threeDocuments() {
  const disk = new MemoryFileSystem()
  const { storage, events } = await openInMemory(disk, 20_000)
  const ids = ['a', 'b', 'c']
  for (const id of ids) await storage.create(id, update)
  // The first update makes the log.
  for (const id of ids) await storage.append(id, update)
  return { disk, storage, ids, events }
}

it('gives whatever is appended in one turn one write and one sync, over all documents', async () => {
  const { disk, storage, ids } = await threeDocuments()
  const seen = logCalls(disk)
  await Promise.all(Array.from({ length: 60 }, (_, index) => storage.append(ids[index % 3] ?? 'a', update)))
  expect(seen).toEqual({ write: 1, syncData: 1 })
})

it('gathers what comes while the disk is busy, and has one sync under way at a time', async () => {
  const { disk, storage, ids } = await threeDocuments()
  const seen = logCalls(disk)
  const syncs: (() => void)[] = []
  const syncData = disk.syncData.bind(disk)
  disk.syncData = async file => {
    await new Promise<void>(resolve => syncs.push(resolve))
    await syncData(file)
  }
  const turn = () => new Promise(setImmediate)
  const appended = [storage.append('a', update)]
  for (let round = 0; round < 20; round += 1) {
    await turn()
    expect(syncs).toHaveLength(1)
    appended.push(storage.append(ids[round % 3] ?? 'a', update))
  }
  disk.syncData = syncData
  syncs[0]?.()
  await Promise.all(appended)
  expect(seen).toEqual({ write: 2, syncData: 2 })
})

it('moves the log to the folders when it has grown to the size that was set', async () => {
  const { disk, storage, events } = await threeDocuments()
  const logBytes = () =>
    disk
      .files()
      .filter(path => path.startsWith('/data/wal/') && path.endsWith('.log'))
      .reduce((sum, path) => sum + disk.peek(path).length, 0)
  for (let round = 0; round < 2000; round += 1) {
    await storage.append('a', update)
    expect(logBytes()).toBeLessThan(25_000)
  }
  expect((await storage.load('a')).sequence).toBe(2001)
  await storage.close()
  expect(logBytes()).toBe(0)
  expect(disk.files().filter(path => path.startsWith('/data/wal/'))).toEqual([])
  expect(events).toEqual([])
})
