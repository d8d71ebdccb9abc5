/**
 * `lay.mjs ‹folder›`: puts the updates laid in a folder into y-leveldb under the keys it gives them itself, one
 * update a key, since that is how it keeps what is typed. `‹name›.updates`: length (4 bytes, little-endian) and bytes.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LeveldbPersistence } from 'y-leveldb'

const atOnce = 5_000
const folder = process.argv[2]
const persistence = new LeveldbPersistence(join(folder, 'level'))
for (const file of readdirSync(folder)) {
  if (!file.endsWith('.updates')) continue
  const name = file.slice(0, -'.updates'.length)
  const [first, ...rest] = [...updatesIn(readFileSync(join(folder, file)))]
  // The first by its own way, which also notes that there is such a document.
  await persistence.storeUpdate(name, first)
  await persistence._transact(async db => {
    for (let from = 0; from < rest.length; from += atOnce) {
      const puts = rest.slice(from, from + atOnce).map((value, index) => ({
        type: 'put',
        key: ['v1', name, 'update', from + index + 1],
        value,
      }))
      await db.batch(puts)
    }
  })
}
await persistence.destroy()

function* updatesIn(bytes) {
  for (let at = 0; at < bytes.length; ) {
    const end = at + 4 + bytes.readUInt32LE(at)
    yield bytes.subarray(at + 4, end)
    at = end
  }
}
