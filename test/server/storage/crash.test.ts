import { describe, expect, it, vi } from 'vitest'
import { DamagedDocument } from '../../../server/storage/damage.ts'
import { DiskFault } from '../../../server/storage/diskFault.ts'
import type { FileSystem } from '../../../server/storage/FileSystem.ts'
import type { Storage, StoredUpdates } from '../../../server/storage/Storage.ts'
import { fault, MemoryFileSystem } from './MemoryFileSystem.ts'
import { openInMemory } from './memoryFolder.ts'
import { randomFrom } from './random.ts'

// Thousands of lives of a storage; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })

const ids = ['a', 'b']
const bytes = (text: string) => new TextEncoder().encode(text)
const joined = ({ updates }: StoredUpdates) =>
  updates.map(update => new TextDecoder().decode(update)).join('')

/** What the users have been told: the documents that exist, and under which number an update was saved. */
type Told = Map<string, Map<number, string>>

/** Every update is one word, so that the words of a document are its updates, compacted or not. */
async function wordsOf(storage: Storage, id: string): Promise<string[]> {
  return joined(await storage.load(id))
    .split(' ')
    .filter(word => word !== '')
}

/** Creates what is not there, as far as the disk lets it. */
async function create(storage: Storage, told: Told): Promise<void> {
  for (const id of ids) {
    if (told.has(id)) continue
    await storage.create(id, bytes(''), { 'record.json': bytes(id) })
    told.set(id, new Map())
  }
}

async function append(storage: Storage, told: Told, id: string, word: string): Promise<void> {
  const sequence = await storage.append(id, bytes(`${word} `))
  // A document whose making was said to have failed may be there all the same; then it is as good as any.
  const saved = told.get(id) ?? new Map<number, string>()
  expect(saved.has(sequence)).toBe(false)
  told.set(id, saved.set(sequence, word))
}

async function compact(storage: Storage, id: string): Promise<void> {
  const stored = await storage.load(id)
  await storage.compact(id, bytes(joined(stored)), stored.sequence)
}

/** Every kind of write, several at a time, over more than one checkpoint and start. */
async function live(disk: MemoryFileSystem, told: Told): Promise<void> {
  for (const day of ['mon', 'tue']) {
    const { storage } = await openInMemory(disk, 700)
    for (const id of told.keys()) await storage.load(id)
    await create(storage, told)
    for (let round = 0; round < 4; round += 1) {
      const write = (id: string, nth: string) => append(storage, told, id, `${day}${round}${nth}`)
      await Promise.all([write('a', 'x'), write('b', 'x'), write('a', 'y')])
      await write('b', 'y')
      if (round % 2 === 1) await Promise.all([compact(storage, 'a'), write('a', 'z')])
    }
    await storage.close()
  }
}

/** Everything that was told is there, each under its number, and it can be written to and started again. */
async function expectKept(disk: MemoryFileSystem, told: Told, where: string): Promise<void> {
  const { storage, events } = await openInMemory(disk)
  // A document is there with its records, or not at all.
  for (const { id } of await storage.list()) {
    expect(disk.peek(`/data/documents/${id}/record.json`).toString(), where).toBe(id)
  }
  expect(
    events.filter(({ kind }) => kind === 'damaged' || kind === 'logKept').map(event => JSON.stringify(event)),
    where,
  ).toEqual([])
  for (const [id, saved] of told) {
    const words = await wordsOf(storage, id)
    for (const [sequence, word] of saved) expect(words[sequence - 1], `${where}, document ${id}`).toBe(word)
    expect(new Set(words).size, `${where}, nothing twice`).toBe(words.length)
  }
  await storage.close()
  expect(disk.openFiles, where).toBe(0)
}

/** How a program can end other than by itself, and the disk that the next start finds. */
const ends: Record<string, (disk: MemoryFileSystem, seed: number) => MemoryFileSystem> = {
  'is killed (all that was written is there)': disk => disk.afterKill(),
  'loses power (what was synced is there)': disk => disk.afterPowerCut(),
  'loses power (some of what was written is there too)': (disk, seed) => {
    const random = randomFrom(seed)
    return disk.afterPowerCut((written, synced) => {
      const mixed = Buffer.alloc(random(2) ? written.length : Math.max(written.length, synced.length))
      synced.copy(mixed)
      // Written in pages of 16 bytes, some of which the disk has got to.
      for (let at = 0; at < written.length; at += 16) {
        if (random(2)) written.copy(mixed, at, at, at + 16)
      }
      return mixed
    })
  },
}

/** Counts the calls of a disk, and makes those fail that `fails` says, with an error that suits the call. */
function failing(disk: MemoryFileSystem, fails: (call: number) => boolean): { calls: number; first: string } {
  const full: (keyof FileSystem)[] = ['write', 'makeFolder', 'open']
  const seen = { calls: 0, first: '' }
  disk.before = ({ name, path }) => {
    seen.calls += 1
    if (!fails(seen.calls)) return
    seen.first ||= `call ${seen.calls}, ${name} ${path}`
    throw fault(full.includes(name) ? 'ENOSPC' : 'EIO', path)
  }
  return seen
}

async function callsOfALife(): Promise<number> {
  const disk = new MemoryFileSystem()
  const seen = failing(disk, () => false)
  await live(disk, new Map())
  return seen.calls
}

describe('a program that stops at any call of the file system', () => {
  it.each(Object.entries(ends))('keeps what it said was saved when it %s', async (_name, end) => {
    const calls = await callsOfALife()
    expect(calls).toBeGreaterThan(200)
    for (let last = 0; last < calls; last += 1) {
      const disk = new MemoryFileSystem()
      const told: Told = new Map()
      await openInMemory(disk)
      failing(disk, call => call > last)
      await expect(live(disk, told)).rejects.toThrow(DiskFault)
      const found = end(disk, last)
      await expectKept(found, told, `stopped after call ${last}`)
      await expectKept(found.afterPowerCut(), told, `stopped after call ${last}, and power lost later`)
    }
  })
})

describe('a disk that fails for a while and then works', () => {
  it.each([1, 6])('keeps what it said was saved, and nothing else, whichever %i calls fail', async many => {
    for (let from = 1, reached = true; reached; from += 1) {
      const disk = new MemoryFileSystem()
      const { storage } = await openInMemory(disk, 700)
      const told: Told = new Map()
      const seen = failing(disk, call => call >= from && call < from + many)
      await create(storage, told).catch(expectFault)
      for (let round = 0; round < 6; round += 1) {
        const write = (id: string, nth: string) => append(storage, told, id, `${round}${nth}`)
        await Promise.all([write('a', 'x'), write('b', 'x'), write('a', 'y')].map(ignoringFaults))
        await Promise.all([compact(storage, 'a'), write('a', 'z')].map(ignoringFaults))
      }
      reached = seen.calls >= from
      disk.before = () => {}
      for (const [id, saved] of told) {
        expect(await wordsOf(storage, id), seen.first).toEqual([...saved.values()])
        await append(storage, told, id, 'healed')
      }
      await storage.close()
      expect(disk.openFiles, seen.first).toBe(0)
      await expectKept(disk.afterPowerCut(), told, seen.first)
    }
  })

  it('does not bring back at the next start what it could not sync', async () => {
    const disk = new MemoryFileSystem()
    const { storage } = await openInMemory(disk)
    await storage.create('a', bytes(''))
    await storage.append('a', bytes('saved '))
    disk.before = ({ name }) => {
      if (name !== 'syncData') return
      disk.before = () => {}
      throw fault('EIO', name)
    }
    await expect(storage.append('a', bytes('not saved '))).rejects.toThrow(DiskFault)
    expect(await wordsOf((await openInMemory(disk.afterKill())).storage, 'a')).toEqual(['saved'])
    expect(await storage.append('a', bytes('saved again '))).toBe(2)
    expect(await wordsOf((await openInMemory(disk.afterPowerCut())).storage, 'a')).toEqual([
      'saved',
      'saved',
      'again',
    ])
  })
})

describe('an update that could not be kept', () => {
  it('takes with it what was appended on top of it, and nothing of other documents', async () => {
    const disk = new MemoryFileSystem()
    const { storage } = await openInMemory(disk)
    for (const id of ids) await storage.create(id, bytes(''))
    let meanwhile: Promise<PromiseSettledResult<number>[]> = Promise.resolve([])
    disk.before = ({ name, path }) => {
      if (name !== 'syncData' || !path.endsWith('1.log')) return
      disk.before = () => {}
      // Whoever appends now does not know yet.
      meanwhile = Promise.allSettled([storage.append('a', bytes('2 ')), storage.append('b', bytes('1 '))])
      throw fault('EIO', path)
    }
    await expect(storage.append('a', bytes('1 '))).rejects.toThrow(DiskFault)
    expect((await meanwhile).map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    expect(await storage.append('a', bytes('1again '))).toBe(1)
    expect(await wordsOf(storage, 'a')).toEqual(['1again'])
    expect(await wordsOf(storage, 'b')).toEqual(['1'])
  })
})

describe('faults and stops at random', () => {
  // Seeds that once failed stay first.
  const seeds = [893, ...Array.from({ length: 150 }, (_, index) => index + 1)]

  it('lose nothing that was said to be saved', async () => {
    for (const seed of seeds) await lifeAtRandom(seed)
  })

  async function lifeAtRandom(seed: number): Promise<void> {
    const random = randomFrom(seed)
    const told: Told = new Map()
    let disk = new MemoryFileSystem()
    await openInMemory(disk)
    let number = 0
    for (let day = 0; day < 5; day += 1) {
      const oneIn = [10, 40, 1000][random(3)] ?? 10
      const stop = random(4) === 0 ? Number.POSITIVE_INFINITY : random(400)
      failing(disk, call => call > stop || random(oneIn) === 0)
      const opened = await openInMemory(disk, 400 + random(800)).catch(expectFault)
      if (opened) {
        const { storage } = opened
        for (const id of told.keys()) await storage.load(id).catch(expectFault)
        await create(storage, told).catch(expectFault)
        for (let round = 0; round < 12; round += 1) {
          const write = (id: string) => {
            number += 1
            return append(storage, told, id, String(number))
          }
          const acts = [write('a'), write(ids[random(2)] ?? 'a')]
          if (random(3) === 0) acts.push(compact(storage, 'a'), write('a'))
          await Promise.all(acts.map(ignoringFaults))
        }
        if (random(2)) await storage.close().catch(expectFault)
      }
      const end = Object.values(ends)[random(3)]
      if (end) disk = end(disk, seed)
    }
    await expectKept(disk, told, `seed ${seed}`)
  }
})

/** Only the disk may be blamed: damage, or an error of our own, is a failure. */
function expectFault(error: unknown): void {
  const isOurs =
    error instanceof Error && /must be loaded|There is no document|already a document/.test(error.message)
  // A log that the disk did not give back at the start closes those who may be in it until the next.
  const isUnread = error instanceof DamagedDocument && error.damage.reason === 'unreadable'
  if (!isOurs && !isUnread) expect(error).toBeInstanceOf(DiskFault)
}

function ignoringFaults(work: Promise<void>): Promise<void> {
  return work.catch(expectFault)
}
