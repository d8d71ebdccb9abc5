import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Readiness } from '../../../server/operations/Readiness.ts'
import { WatchedDisk } from '../../../server/operations/WatchedDisk.ts'
import type { FileSystem } from '../../../server/storage/FileSystem.ts'
import { MemoryFileSystem } from '../storage/MemoryFileSystem.ts'

let wrong: 'ENOSPC' | 'hangs' | null
let probes: number
let now: number
let watched: WatchedDisk
let readiness: Readiness

beforeEach(async () => {
  wrong = null
  probes = 0
  now = 1_000_000
  const memory = new MemoryFileSystem()
  const disk: FileSystem = {
    ...bound(memory),
    write: async (file, bytes, position) => {
      if (wrong === 'ENOSPC') throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
      if (wrong === 'hangs') return await new Promise<number>(() => {})
      return await memory.write(file, bytes, position)
    },
    open: async (path, how) => {
      probes += 1
      return await memory.open(path, how)
    },
  }
  await disk.makeFolder('/data')
  watched = new WatchedDisk(disk, () => now)
  readiness = new Readiness(watched, '/data/ready.tmp')
})
afterEach(() => vi.useRealTimers())

/** The functions of a file system without the object they belong to. */
function bound(memory: MemoryFileSystem): FileSystem {
  return {
    open: (path, how) => memory.open(path, how),
    close: file => memory.close(file),
    read: (file, into, position) => memory.read(file, into, position),
    write: (file, bytes, position) => memory.write(file, bytes, position),
    truncate: (file, sizeBytes) => memory.truncate(file, sizeBytes),
    sizeBytes: file => memory.sizeBytes(file),
    syncData: file => memory.syncData(file),
    syncFolder: path => memory.syncFolder(path),
    rename: (from, to) => memory.rename(from, to),
    unlink: path => memory.unlink(path),
    makeFolder: path => memory.makeFolder(path),
    removeFolder: path => memory.removeFolder(path),
    listFolder: path => memory.listFolder(path),
  }
}

/** Writes and syncs something, as the log does. */
async function write(): Promise<void> {
  const file = await watched.fileSystem.open('/data/log', 'w')
  await watched.fileSystem.write(file, new Uint8Array(10), 0)
  await watched.fileSystem.syncData(file)
}

describe('the program is ready', () => {
  it('when a probe of the disk goes well, and the probe leaves nothing behind', async () => {
    expect(await readiness.reasons()).toEqual([])
    expect(await watched.fileSystem.listFolder('/data')).toEqual([])
  })

  it('without asking the disk when the last write went well a moment ago', async () => {
    await write()
    expect(await readiness.reasons()).toEqual([])
    expect(probes).toBe(1)
  })

  it('with one probe for all who ask, and again only after a while', async () => {
    await Promise.all(Array.from({ length: 50 }, () => readiness.reasons()))
    now += 4_999
    await readiness.reasons()
    expect(probes).toBe(1)
    now += 1
    await readiness.reasons()
    expect(probes).toBe(2)
  })
})

describe('the program is not ready', () => {
  it('when the disk is full, at once, until there is room again', async () => {
    await write()
    wrong = 'ENOSPC'
    await expect(write()).rejects.toThrow('ENOSPC')
    expect(await readiness.reasons()).toEqual(['disk'])
    expect(watched.faults).toBe(2)
    wrong = null
    expect(await readiness.reasons()).toEqual([])
  })

  it('when the disk does not answer', async () => {
    vi.useFakeTimers()
    wrong = 'hangs'
    const first = readiness.reasons()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await first).toEqual(['disk'])
    const second = readiness.reasons()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await second).toEqual(['disk'])
    expect(probes).toBe(1)
  })

  it('when it is stopping, whatever the disk says', async () => {
    readiness.stop()
    expect(await readiness.reasons()).toEqual(['stopping'])
    expect(probes).toBe(0)
  })
})
