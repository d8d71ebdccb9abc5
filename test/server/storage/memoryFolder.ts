import type { CompactorOptions } from '../../../server/storage/Compactor.ts'
import type { DataFolder } from '../../../server/storage/dataFolder.ts'
import { openDiskStorage } from '../../../server/storage/diskStorage.ts'
import type { Storage } from '../../../server/storage/Storage.ts'
import type { StorageEvent } from '../../../server/storage/storageEvent.ts'
import { joinedSnapshot } from './joinedSnapshot.ts'
import { MemoryFileSystem } from './MemoryFileSystem.ts'

/** A data folder on a disk in memory. Nothing else can have it, so it has no lock. */
export async function memoryFolder(disk: MemoryFileSystem = new MemoryFileSystem()): Promise<DataFolder> {
  const { before } = disk
  disk.before = () => {}
  await disk.makeFolder('/data/wal')
  await disk.makeFolder('/data/documents')
  for (const path of ['/', '/data']) await disk.syncFolder(path)
  disk.before = before
  return {
    fileSystem: disk,
    log: '/data/wal',
    documents: '/data/documents',
    documentFolder: id => `/data/documents/${id}`,
    file: name => `/data/${name}`,
    release: async () => {},
  }
}

/** Opens the storage on a disk in memory, and gives beside it what it reports of things that are not as they should be. */
export async function openInMemory(
  disk: MemoryFileSystem,
  checkpointBytes = 1024 * 1024,
  options: Partial<CompactorOptions> = {},
): Promise<{ storage: Storage; events: StorageEvent[] }> {
  const events: StorageEvent[] = []
  const report = (event: StorageEvent) => {
    if (event.kind !== 'checkpointed') events.push(event)
  }
  const storage = await openDiskStorage(await memoryFolder(disk), {
    checkpointBytes,
    report,
    verifySnapshot: joinedSnapshot(disk),
    now: () => Date.parse('2026-11-22T12:00:00Z'),
    ...options,
  })
  return { storage, events }
}
