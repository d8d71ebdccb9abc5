import { describe, expect, it, vi } from 'vitest'
import { checkFolder } from '../../../server/commands/checkFolder.ts'
import { copyFolder } from '../../../server/commands/copyFolder.ts'
import { CommandRefused } from '../../../server/commands/run.ts'
import { openDiskStorage } from '../../../server/storage/diskStorage.ts'
import type { FileSystem } from '../../../server/storage/FileSystem.ts'
import { joinedSnapshot } from '../storage/joinedSnapshot.ts'
import { fault, MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { memoryFolder, openInMemory } from '../storage/memoryFolder.ts'
import { randomFrom } from '../storage/random.ts'
import { idA, idB, picture, pictureHash, recordsOf, textOf, twoDocuments } from './smallFolder.ts'

vi.setConfig({ testTimeout: 120_000 })

const madeAt = '2026-11-22T08:00:00.000Z'
const bytes = (text: string) => new TextEncoder().encode(text)

/** The words of a document in a copy, as the program would open it; the storage keeps bytes, here one word each. */
async function wordsIn(disk: MemoryFileSystem, root: string, id: string): Promise<string[]> {
  const storage = await openCopy(disk, root)
  const { updates } = await storage.load(id)
  await storage.close()
  return Buffer.concat(updates).toString().split(' ').filter(Boolean)
}

async function openCopy(disk: MemoryFileSystem, root: string) {
  const folder = {
    ...(await memoryFolder(disk)),
    log: `${root}/wal`,
    documents: `${root}/documents`,
    documentFolder: (id: string) => `${root}/documents/${id}`,
  }
  return await openDiskStorage(folder, {
    checkpointBytes: 4096,
    report: () => {},
    verifySnapshot: joinedSnapshot(disk),
    now: Date.now,
  })
}

/** A file system whose every call takes a few turns, so that others come between. */
function slow(disk: MemoryFileSystem, random: (below: number) => number): FileSystem {
  const turns = async () => {
    for (let turn = random(4); turn > 0; turn -= 1) await new Promise(setImmediate)
  }
  return new Proxy(disk, {
    get: (target, name: keyof FileSystem) => {
      const call = target[name] as (...args: unknown[]) => Promise<unknown>
      return async (...args: unknown[]) => {
        await turns()
        return await call.apply(target, args)
      }
    },
  })
}

describe('a copy of a folder that a program is writing to', () => {
  it.each(Array.from({ length: 40 }, (_, index) => index + 1))(
    'has all that was acknowledged before it began, and nothing without what came before (seed %i)',
    async seed => {
      const random = randomFrom(seed)
      const disk = new MemoryFileSystem()
      const folder = { ...(await memoryFolder(disk)), fileSystem: slow(disk, random) }
      // So small that the log is moved to the folders all the time.
      const storage = await openDiskStorage(folder, {
        checkpointBytes: 300 + random(900),
        report: () => {},
        verifySnapshot: joinedSnapshot(disk),
        now: Date.now,
      })
      const acknowledged = new Map<string, string[]>([idA, idB].map(id => [id, []]))
      for (const id of acknowledged.keys()) await storage.create(id, bytes(''), recordsOf(id))
      let isOver = false
      const write = async (id: string) => {
        for (let word = 1; !isOver; word += 1) {
          await storage.append(id, bytes(`${word} `))
          acknowledged.get(id)?.push(String(word))
          if (random(6) === 0) {
            const { updates, sequence } = await storage.load(id)
            await storage.compact(id, Buffer.concat(updates), sequence)
          }
        }
      }
      const writing = Promise.all([idA, idB].map(write))
      for (let copy = 1; copy <= 6; copy += 1) {
        for (let turn = random(60); turn > 0; turn -= 1) await new Promise(setImmediate)
        const before = new Map([...acknowledged].map(([id, words]) => [id, [...words]]))
        const check = await copyFolder(slow(disk, random), '/data', `/copy${copy}`, { madeAt })
        expect(check.problems, `seed ${seed}`).toEqual([])
        expect(
          check.documents.flatMap(({ problems }) => problems),
          `seed ${seed}`,
        ).toEqual([])
        for (const [id, words] of before) {
          const copied = await wordsIn(disk, `/copy${copy}`, id)
          const all = copied.map((_, index) => String(index + 1))
          expect(copied, `seed ${seed}`).toEqual(all)
          expect(copied.length, `seed ${seed}`).toBeGreaterThanOrEqual(words.length)
        }
      }
      // Beside the program a check finds nothing wrong either.
      const beside = await checkFolder(slow(disk, random), '/data')
      expect([...beside.problems, ...beside.documents.flatMap(({ problems }) => problems)]).toEqual([])
      isOver = true
      await writing
      await storage.close()
      expect(acknowledged.get(idA)?.length).toBeGreaterThan(20)
    },
  )
})

describe('a copy', () => {
  it('of a stopped folder holds everything, at rest, and can be copied back', async () => {
    const disk = new MemoryFileSystem()
    await twoDocuments(disk)
    const stopped = disk.afterKill()
    await copyFolder(stopped, '/data', '/backup', { madeAt })
    expect(stopped.files().filter(path => path.startsWith('/backup/wal/'))).toEqual([])
    await copyFolder(stopped, '/backup', '/again', { madeAt: null })
    const storage = await openCopy(stopped, '/again')
    expect(textOf((await storage.load(idA)).updates)).toBe('ett två tre ')
    expect(textOf((await storage.load(idB)).updates)).toBe('ett två tre ')
    expect(Buffer.from((await storage.getAttachment(idA, pictureHash)) ?? [])).toEqual(picture)
    for (const name of ['record.json', 'clientIds.json', 'rescued.json']) {
      const path = `documents/${idB}/${name}`
      expect(stopped.peek(`/again/${path}`)).toEqual(stopped.peek(`/data/${path}`))
    }
    expect(stopped.peek('/again/sessions.json')).toEqual(stopped.peek('/data/sessions.json'))
    expect(stopped.files()).not.toContain('/again/backup.json')
  })

  it('is on disk when it is done', async () => {
    const disk = new MemoryFileSystem()
    await twoDocuments(disk)
    await copyFolder(disk, '/data', '/backup', { madeAt })
    const after = disk.afterPowerCut()
    const { documents, problems } = await checkFolder(after, '/backup')
    expect([...problems, ...documents.flatMap(document => document.problems)]).toEqual([])
    expect(documents).toHaveLength(2)
  })

  it('keeps what is damaged as it is, with the log it may need, and says so', async () => {
    const disk = new MemoryFileSystem()
    await twoDocuments(disk)
    const stopped = disk.afterKill()
    const path = `/data/documents/${idB}/snapshot.bin`
    stopped.poke(path, stopped.peek(path).subarray(0, 40))
    const { documents } = await copyFolder(stopped, '/data', '/backup', { madeAt })
    expect(documents.map(({ id, problems }) => [id, problems.length > 0])).toEqual([
      [idA, false],
      [idB, true],
    ])
    expect(stopped.peek(`/backup/documents/${idB}/snapshot.bin`)).toEqual(stopped.peek(path))
    const log = '/wal/00000001.log'
    expect(stopped.peek(`/backup${log}`)).toEqual(stopped.peek(`/data${log}`))
    // When the file is mended in the copy, all is there.
    stopped.poke(`/backup/documents/${idB}/snapshot.bin`, disk.peek(path))
    const storage = await openCopy(stopped, '/backup')
    expect(textOf((await storage.load(idB)).updates)).toBe('ett två tre ')
    expect(textOf((await storage.load(idA)).updates)).toBe('ett två tre ')
  })

  it('has graves only of a text that it has', async () => {
    const disk = new MemoryFileSystem()
    await twoDocuments(disk)
    const graves = (through: number) => bytes(JSON.stringify({ through, graves: [] }))
    disk.poke(`/data/documents/${idA}/graves.json`, graves(3))
    disk.poke(`/data/documents/${idB}/graves.json`, graves(4))
    await copyFolder(disk, '/data', '/backup', { madeAt })
    const copied = disk.files().filter(path => path.startsWith('/backup/') && path.endsWith('graves.json'))
    expect(copied).toEqual([`/backup/documents/${idA}/graves.json`])
  })

  it('goes to no folder that has something in it, nor into the folder it is of', async () => {
    const disk = new MemoryFileSystem()
    await twoDocuments(disk)
    await disk.makeFolder('/other')
    disk.poke('/other/file', bytes('mine'))
    const copy = (to: string) => copyFolder(disk, '/data', to, { madeAt })
    await expect(copy('/other')).rejects.toThrow('/other är inte tom')
    await expect(copy('/data/backup')).rejects.toThrow(CommandRefused)
    await expect(copy('/data')).rejects.toThrow(CommandRefused)
    await expect(copyFolder(disk, '/other', '/new', { madeAt })).rejects.toThrow('är ingen datamapp')
    expect(Buffer.from(disk.peek('/other/file')).toString()).toBe('mine')
  })

  it('is there wholly or not at all, whichever call of the disk fails', async () => {
    const disk = new MemoryFileSystem()
    await twoDocuments(disk)
    const stopped = disk.afterKill()
    for (let last = 0, done = false; !done; last += 1) {
      const failing = stopped.afterKill()
      let calls = 0
      failing.before = ({ path }) => {
        calls += 1
        if (calls > last) throw fault('ENOSPC', path)
      }
      done = await copyFolder(failing, '/data', '/backup', { madeAt }).then(
        () => true,
        () => false,
      )
      failing.before = () => {}
      const isThere = failing.files().some(path => path.startsWith('/backup/'))
      for (const after of isThere ? [failing, failing.afterPowerCut()] : []) {
        // Its name may not have got to the disk; if it has, all of it has.
        if (!after.files().some(path => path.startsWith('/backup/'))) continue
        const { documents, problems } = await checkFolder(after, '/backup')
        expect([...problems, ...documents.flatMap(document => document.problems)]).toEqual([])
        expect(documents).toHaveLength(2)
      }
    }
  })

  it('leaves the folder it is of as it was', async () => {
    const disk = new MemoryFileSystem()
    await twoDocuments(disk)
    const stopped = disk.afterKill()
    const own = () => stopped.files().filter(path => path.startsWith('/data/'))
    const before = own().map(path => [path, Buffer.from(stopped.peek(path))])
    await copyFolder(stopped, '/data', '/backup', { madeAt })
    expect(own().map(path => [path, stopped.peek(path)])).toEqual(before)
    expect(stopped.openFiles).toBe(0)
    await (await openInMemory(stopped)).storage.close()
  })
})
