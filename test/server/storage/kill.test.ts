import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDataFolder } from '../../../server/storage/dataFolder.ts'
import { openDiskStorage } from '../../../server/storage/diskStorage.ts'
import { nodeFileSystem } from '../../../server/storage/nodeFileSystem.ts'
import { joinedSnapshot } from './joinedSnapshot.ts'

let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'samskriv-kill-'))
})

afterEach(async () => {
  await rm(root, { recursive: true })
})

/** Runs the appending process until it has had `count` updates saved, kills it, and gives what it was told. */
async function saidToBeSaved(count: number): Promise<string[]> {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./appendingProcess.ts', import.meta.url)), root],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let output = ''
  child.stdout.on('data', chunk => {
    output += chunk
    if (output.split('\n').length > count) child.kill('SIGKILL')
  })
  await once(child, 'close')
  // The last line may have been cut off.
  return output.split('\n').slice(0, -1)
}

it('keeps every update it said was saved, in order, when the process is killed in the middle of writing', async () => {
  const told: Record<string, string[]> = { a: [], b: [] }
  for (const count of [60, 200, 1, 700]) {
    for (const line of await saidToBeSaved(count)) {
      const [id = '', word = ''] = line.split(' ')
      told[id]?.push(word)
    }
  }
  const folder = await openDataFolder(root)
  const storage = await openDiskStorage(folder, {
    checkpointBytes: 20_000,
    report: () => {},
    verifySnapshot: joinedSnapshot(nodeFileSystem),
    now: Date.now,
  })
  for (const [id, saved] of Object.entries(told)) {
    const { updates } = await storage.load(id)
    const kept = Buffer.concat(updates).toString().trim().split(' ')
    expect(saved.length).toBeGreaterThan(100)
    expect(kept.filter(word => saved.includes(word))).toEqual(saved)
    expect(kept).toEqual([...new Set(kept)])
  }
  await storage.close()
  await folder.release()
})
