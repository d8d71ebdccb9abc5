import { openDataFolder } from '../../../server/storage/dataFolder.ts'
import { openDiskStorage } from '../../../server/storage/diskStorage.ts'
import { nodeFileSystem } from '../../../server/storage/nodeFileSystem.ts'
import { joinedSnapshot } from './joinedSnapshot.ts'

/**
 * A process that writes to two documents as fast as it can until it is killed, and prints `‹document› ‹word›`
 * for each update that it has been told is saved. Argument: the data folder.
 */
const [path = ''] = process.argv.slice(2)
const folder = await openDataFolder(path)
const storage = await openDiskStorage(folder, {
  checkpointBytes: 20_000,
  report: () => {},
  verifySnapshot: joinedSnapshot(nodeFileSystem),
  now: Date.now,
})
const existing = (await storage.list()).map(({ id }) => id)
let words = 0

async function write(id: string): Promise<never> {
  if (existing.includes(id)) await storage.load(id)
  else await storage.create(id, Buffer.from(''))
  for (;;) {
    const batch = Array.from({ length: 5 }, async () => {
      words += 1
      const own = `${process.pid}.${words}`
      await storage.append(id, Buffer.from(`${own} `))
      process.stdout.write(`${id} ${own}\n`)
    })
    await Promise.all(batch)
    if (words % 40 === 0) await compact(id)
  }
}

async function compact(id: string): Promise<void> {
  const { updates, sequence } = await storage.load(id)
  await storage.compact(id, Buffer.concat(updates), sequence)
}

await Promise.all(['a', 'b'].map(write))
