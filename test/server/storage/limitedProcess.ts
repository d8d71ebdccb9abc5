import { once } from 'node:events'
import { openDataFolder } from '../../../server/storage/dataFolder.ts'
import { DiskFault } from '../../../server/storage/diskFault.ts'
import { openDiskStorage } from '../../../server/storage/diskStorage.ts'
import { nodeFileSystem } from '../../../server/storage/nodeFileSystem.ts'
import { joinedSnapshot } from './joinedSnapshot.ts'

/**
 * A process that may not write large files. It appends words to a document until the disk refuses, says so, waits for
 * a word from outside, appends on, and says so. Argument: the data folder.
 */
const [path = ''] = process.argv.slice(2)
const folder = await openDataFolder(path)
const storage = await openDiskStorage(folder, {
  checkpointBytes: 1024 * 1024 * 1024,
  report: () => {},
  verifySnapshot: joinedSnapshot(nodeFileSystem),
  now: Date.now,
})
let words = 0

async function writeSome(): Promise<void> {
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      words += 1
      const word = `${words}${'x'.repeat(words % 300)}`
      await storage.append('a', Buffer.from(`${word} `))
      console.log(`saved ${word}`)
    }),
  )
}

await storage.create('a', Buffer.from(''))
for (let isRefused = false; !isRefused; ) {
  await writeSome().catch(fault => {
    if (!(fault instanceof DiskFault)) throw fault
    isRefused = true
  })
}
for (let again = 0; again < 3; again += 1) await writeSome().catch(() => console.log('refused again'))
console.log('refused')
await once(process.stdin, 'data')
await writeSome()
console.log('healed')
process.stdin.destroy()
