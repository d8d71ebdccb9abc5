import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDataFolder } from '../../../server/storage/dataFolder.ts'
import { openDiskStorage } from '../../../server/storage/diskStorage.ts'
import { nodeFileSystem } from '../../../server/storage/nodeFileSystem.ts'
import { storageContract } from '../../contract/storageContract.ts'
import { joinedSnapshot } from './joinedSnapshot.ts'
import { MemoryFileSystem } from './MemoryFileSystem.ts'
import { memoryFolder } from './memoryFolder.ts'

const report = () => {}

storageContract('storage on disk', async () => {
  const root = await mkdtemp(join(tmpdir(), 'samskriv-storage-'))
  const folder = await openDataFolder(root)
  return {
    open: () =>
      openDiskStorage(folder, {
        checkpointBytes: 4096,
        report,
        verifySnapshot: joinedSnapshot(nodeFileSystem),
        now: Date.now,
      }),
    damage: async id => {
      const path = join(folder.documentFolder(id), 'updates.log')
      await writeFile(path, flipped(await readFile(path)))
    },
    remove: async () => {
      await folder.release()
      await rm(root, { recursive: true })
    },
  }
})

storageContract('storage on a disk in memory', async () => {
  const disk = new MemoryFileSystem()
  const folder = await memoryFolder(disk)
  return {
    open: () =>
      openDiskStorage(folder, {
        checkpointBytes: 500,
        report,
        verifySnapshot: joinedSnapshot(disk),
        now: Date.now,
      }),
    damage: async id => {
      const path = join(folder.documentFolder(id), 'snapshot.bin')
      disk.poke(path, flipped(disk.peek(path)))
    },
    remove: async () => {},
  }
})

/** With the last byte, which is of a payload, changed. */
function flipped(bytes: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(bytes)
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 0x10
  return changed
}
