import { describe, expect, it, vi } from 'vitest'
import { type Damage, DamagedDocument } from '../../../server/storage/damage.ts'
import { DiskFault } from '../../../server/storage/diskFault.ts'
import type { Storage } from '../../../server/storage/Storage.ts'
import type { StorageEvent } from '../../../server/storage/storageEvent.ts'
import { fault, MemoryFileSystem } from './MemoryFileSystem.ts'
import { openInMemory } from './memoryFolder.ts'

vi.setConfig({ testTimeout: 60_000 })

const bytes = (text: string) => new TextEncoder().encode(text)
const logPath = '/data/wal/00000001.log'
const promisePath = '/data/wal/00000001.promise'

/** What everything below is about: two documents with text, and one that nobody has written in lately. */
const whole: Readonly<Record<string, readonly string[]>> = {
  a: ['first of a', 'a1', 'a2', 'a3'],
  b: ['first of b', 'b1', 'b2'],
  c: ['first of c'],
}

/** A disk on which the updates stand in the write-ahead log: the program was killed. */
async function killed(): Promise<MemoryFileSystem> {
  const disk = new MemoryFileSystem()
  const { storage } = await openInMemory(disk)
  for (const [id, [first = '']] of Object.entries(whole)) await storage.create(id, bytes(first))
  await storage.append('a', bytes('a1'))
  await Promise.all([storage.append('b', bytes('b1')), storage.append('a', bytes('a2'))])
  await storage.append('b', bytes('b2'))
  await storage.append('a', bytes('a3'))
  await fallIdle()
  return disk.afterKill()
}

/** A disk on which all is at rest in the documents' folders. */
async function atRest(): Promise<MemoryFileSystem> {
  const disk = await killed()
  const { storage } = await openInMemory(disk)
  await storage.close()
  return disk
}

/** Lets the log write how far it has come. */
async function fallIdle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate)
}

/** The texts of a document, or the damage that closes it. */
async function read(storage: Storage, id: string): Promise<string[] | Damage> {
  try {
    return (await storage.load(id)).updates.map(update => Buffer.from(update).toString())
  } catch (error) {
    if (error instanceof DamagedDocument) return error.damage
    throw error
  }
}

async function readAll(disk: MemoryFileSystem) {
  const { storage, events } = await openInMemory(disk)
  const found: Record<string, string[] | Damage> = {}
  for (const id of Object.keys(whole)) found[id] = await read(storage, id)
  return { found, events, storage }
}

const closedIds = (found: Record<string, string[] | Damage>) =>
  Object.keys(found).filter(id => !Array.isArray(found[id]))

/** Every document is either whole, to the byte, or closed. */
function expectWholeOrClosed(found: Record<string, string[] | Damage>, where: string): void {
  for (const [id, texts] of Object.entries(found)) {
    if (Array.isArray(texts)) expect(texts, `${where}, document ${id}`).toEqual(whole[id])
  }
}

describe('a write that was under way when the program stopped', () => {
  /** Killed in the middle of a batch: everything before `from` was saved, nothing after it. */
  async function torn() {
    const disk = await killed()
    const { storage } = await openInMemory(disk)
    await storage.load('a')
    await storage.load('b')
    await Promise.all([storage.append('a', bytes('a4')), storage.append('b', bytes('b3'))])
    await fallIdle()
    const log = disk.files().find(path => path.endsWith('.log') && path.startsWith('/data/wal')) ?? ''
    const from = disk.peek(log).length
    disk.before = ({ name, path }) => {
      if (name === 'write' && path.endsWith('.promise')) throw fault('EIO', path)
    }
    await Promise.all(['b4', 'b5'].map(text => storage.append('b', bytes(text))))
    disk.before = () => {}
    return { disk: disk.afterKill(), log, from }
  }

  it('is cut at the right byte, wherever it was torn; the cut bytes are kept and reported', async () => {
    const { disk, log, from } = await torn()
    const all = disk.peek(log)
    const entry = (all.length - from) / 2
    for (let size = from; size <= all.length; size += 1) {
      const cut = disk.afterKill()
      cut.poke(log, all.subarray(0, size))
      const { found, events, storage } = await readAll(cut)
      const survived = Math.floor((size - from) / entry)
      const good = from + survived * entry
      expect(found.a, `size ${size}`).toEqual([...(whole.a ?? []), 'a4'])
      expect(found.b, `size ${size}`).toEqual([...(whole.b ?? []), 'b3', ...['b4', 'b5'].slice(0, survived)])
      const keptIn = cut.files().find(path => path.includes('.torn-at-'))
      expect(keptIn && cut.peek(keptIn), `size ${size}`).toEqual(
        size === good ? undefined : all.subarray(good, size),
      )
      expect(events, `size ${size}`).toEqual(
        size === good ? [] : [{ kind: 'tailCut', file: log, byte: good, sizeBytes: size - good, keptIn }],
      )
      expect(await storage.append('b', bytes('next'))).toBe(4 + survived)
      await storage.close()
    }
  })

  it('is cut where its bytes reached the disk out of order', async () => {
    const { disk, log, from } = await torn()
    const mixed = Buffer.from(disk.peek(log))
    mixed.fill(0, from, from + 20)
    mixed.fill(0, from + 30, from + 60)
    disk.poke(log, mixed)
    const { found, events } = await readAll(disk)
    expect(found.b).toEqual([...(whole.b ?? []), 'b3'])
    expect(events.map(({ kind }) => kind)).toEqual(['tailCut'])
  })

  it('is cut in the folder of a document too, and comes back from the log', async () => {
    const disk = await killed()
    disk.before = ({ name, path }) => {
      if (name === 'syncData' && path.includes('updates.log')) throw fault('EIO', path)
    }
    const events = (await openInMemory(disk)).events
    expect(events.map(({ kind }) => kind)).toContain('diskFault')
    const updates = '/data/documents/a/updates.log'
    const written = disk.peek(updates)
    for (let size = 16; size <= written.length; size += 1) {
      const cut = disk.afterKill()
      cut.poke(updates, written.subarray(0, size))
      const { found, storage } = await readAll(cut)
      expect(found, `size ${size}`).toEqual(whole)
      await storage.close()
      expect((await readAll(cut)).found, `size ${size}`).toEqual(whole)
    }
  })
})

describe.each([
  ['the program was killed', killed],
  ['all is at rest', atRest],
])('a damaged file, when %s', (_name, makeDisk) => {
  it('is never read as anything else than was written, whichever byte is changed', async () => {
    const disk = await makeDisk()
    let closedAtAll = 0
    for (const path of disk.files()) {
      const sound = disk.peek(path)
      for (let at = 0; at < sound.length; at += 1) {
        const where = `${path}, byte ${at}`
        const damaged = disk.afterKill()
        const changed = Buffer.from(sound)
        changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
        damaged.poke(path, changed)
        const { found, events, storage } = await readAll(damaged)
        expectWholeOrClosed(found, where)
        const closed = closedIds(found)
        closedAtAll += closed.length
        expect(closed.length, `${where} closes one document at most`).toBeLessThanOrEqual(1)
        expect(new Set(events.flatMap(event => (event.kind === 'damaged' ? [event.id] : []))), where).toEqual(
          new Set(closed),
        )
        if (closed.length === 0) continue
        // What is damaged is left as it is, and when it is restored all is there.
        await storage.close()
        expect(damaged.peek(path), where).toEqual(changed)
        damaged.poke(path, sound)
        expect((await readAll(damaged)).found, where).toEqual(whole)
      }
    }
    expect(closedAtAll).toBeGreaterThan(0)
  })

  it('is never read as less than was written, wherever it is cut, or when it is gone', async () => {
    const disk = await makeDisk()
    for (const path of disk.files()) {
      const sound = disk.peek(path)
      for (let size = 0; size < sound.length; size += 1) {
        const damaged = disk.afterKill()
        damaged.poke(path, sound.subarray(0, size))
        expectWholeOrClosed((await readAll(damaged)).found, `${path}, cut at ${size}`)
      }
      const damaged = disk.afterKill()
      await damaged.unlink(path)
      expectWholeOrClosed((await readAll(damaged)).found, `${path}, gone`)
    }
  })
})

describe('damage in the write-ahead log', () => {
  it('closes the document whose update it hit, names file, byte and reason, and no other', async () => {
    const disk = await killed()
    const log = disk.peek(logPath)
    const at = log.indexOf('b1')
    log[at] = 0
    const { found, events, storage } = await readAll(disk)
    expect(closedIds(found)).toEqual(['b'])
    expect(found.b).toMatchObject({ file: logPath, reason: 'payload' })
    expect(await storage.list()).toMatchObject([
      { id: 'a', damage: null },
      { id: 'b' },
      { id: 'c', damage: null },
    ])
    expect(events.map(({ kind }) => kind)).toEqual(['damaged', 'logKept'])
    // The others go on, over the next start too, and the log stays for as long as the closed one needs it.
    await storage.append('a', bytes('a4'))
    await storage.close()
    expect(disk.peek(logPath)).toEqual(log)
    const again = await readAll(disk)
    expect(again.found.a).toEqual([...(whole.a ?? []), 'a4'])
    expect(closedIds(again.found)).toEqual(['b'])
  })

  it('closes every document with updates in it when the next update cannot be found', async () => {
    const disk = await killed()
    disk.peek(logPath).fill(0, 16, 100)
    const { found } = await readAll(disk)
    expect(closedIds(found)).toEqual(['a', 'b'])
    expect(found.a).toEqual({ file: logPath, byte: 16, reason: 'entryHeader' })
  })

  it('closes all when nobody can say who had updates in it', async () => {
    const disk = await killed()
    disk.peek(logPath).fill(0, 16, 100)
    await disk.unlink(promisePath)
    const { found } = await readAll(disk)
    expect(closedIds(found)).toEqual(['a', 'b', 'c'])
  })

  it('is told from a torn end by the length that was promised', async () => {
    const disk = await killed()
    const log = disk.peek(logPath)
    disk.poke(logPath, log.subarray(0, log.length - 1))
    const { found, events } = await readAll(disk)
    expect(closedIds(found)).toEqual(['a', 'b'])
    expect(events.filter(({ kind }) => kind === 'tailCut')).toEqual([])
  })

  it('does not matter any more once the updates are in their folders', async () => {
    const disk = await killed()
    const log = disk.peek(logPath)
    const promise = disk.peek(promisePath)
    const { storage } = await openInMemory(disk)
    await storage.close()
    // As after a stop between moving the updates and removing the log.
    const changed = Buffer.from(log)
    changed[log.indexOf('b1')] = 0
    disk.poke(logPath, changed)
    disk.poke(promisePath, promise)
    const { found, events } = await readAll(disk)
    expect(found).toEqual(whole)
    expect(events).toEqual([] satisfies StorageEvent[])
    expect(disk.files().filter(path => path.startsWith('/data/wal'))).toEqual([])
  })

  it('of a document whose folder is gone closes that document', async () => {
    const disk = await killed()
    await disk.removeFolder('/data/documents/b')
    const { found, storage } = await readAll(disk)
    expect(found.b).toEqual({ file: '/data/documents/b', byte: 0, reason: 'missing' })
    expect(closedIds(found)).toEqual(['b'])
    expect((await storage.list()).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })
})

describe('a disk that does not give back the write-ahead log at the start', () => {
  const unreadable = (disk: MemoryFileSystem, ending: string) => {
    disk.before = ({ name, path }) => {
      if (name === 'read' && path.endsWith(ending)) throw fault('EIO', path)
    }
  }

  it('closes those with updates in it, and no other; all is there when the disk gives it back', async () => {
    const disk = await killed()
    const log = Buffer.from(disk.peek(logPath))
    unreadable(disk, '.log')
    const { storage, events } = await openInMemory(disk)
    expect(events.filter(({ kind }) => kind === 'damaged')).toEqual(
      ['a', 'b'].map(id => ({
        kind: 'damaged',
        id,
        damage: { file: logPath, byte: 0, reason: 'unreadable' },
      })),
    )
    disk.before = () => {}
    expect(await read(storage, 'c')).toEqual(whole.c)
    await storage.append('c', bytes('c1'))
    await expect(storage.append('a', bytes('a4'))).rejects.toThrow(DamagedDocument)
    await storage.close()
    expect(disk.peek(logPath)).toEqual(log)
    const { found } = await readAll(disk)
    expect(found).toEqual({ ...whole, c: [...(whole.c ?? []), 'c1'] })
  })

  it('closes nobody for the companion alone, unless the log needs it', async () => {
    const disk = await killed()
    unreadable(disk, '.promise')
    const { storage } = await openInMemory(disk.afterKill())
    expect(await read(storage, 'a')).toEqual(whole.a)
    await storage.close()
    const torn = await killed()
    torn.poke(logPath, torn.peek(logPath).subarray(0, 100))
    unreadable(torn, '.promise')
    const { events } = await openInMemory(torn)
    const damage = { file: promisePath, byte: 0, reason: 'unreadable' }
    expect(events.filter(({ kind }) => kind === 'damaged')).toEqual(
      ['a', 'b', 'c'].map(id => ({ kind: 'damaged', id, damage })),
    )
  })

  it('stops the start when it does not because it may not, which can be mended', async () => {
    const disk = await killed()
    disk.before = ({ name, path }) => {
      if (name === 'open' && path === logPath) throw fault('EACCES', path)
    }
    await expect(openInMemory(disk)).rejects.toThrow(DiskFault)
  })
})

describe('a folder that holds another document', () => {
  it('is closed', async () => {
    const disk = await atRest()
    for (const name of ['snapshot.bin', 'updates.log', 'promise.bin']) {
      disk.poke(`/data/documents/c/${name}`, disk.peek(`/data/documents/b/${name}`))
    }
    const { found } = await readAll(disk)
    expect(closedIds(found)).toEqual(['c'])
    expect(found.c).toMatchObject({ reason: 'otherDocument' })
  })
})

describe('a document that is restored while the program runs', () => {
  it('opens again', async () => {
    const disk = await atRest()
    const path = '/data/documents/b/snapshot.bin'
    const sound = disk.peek(path)
    disk.poke(path, sound.subarray(0, 30))
    const { found, storage } = await readAll(disk)
    expect(closedIds(found)).toEqual(['b'])
    disk.poke(path, sound)
    expect(await read(storage, 'b')).toEqual(whole.b)
    expect(await storage.append('b', bytes('b3'))).toBe(3)
  })
})

describe('an attachment that is damaged', () => {
  it('is not given, and is put right when the same bytes come again', async () => {
    const disk = await atRest()
    const { storage } = await openInMemory(disk)
    const hash = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    await storage.putAttachment('a', hash, bytes('abc'))
    disk.poke(`/data/documents/a/attachments/${hash}`, bytes('abd'))
    await expect(storage.getAttachment('a', hash)).rejects.toThrow(DamagedDocument)
    expect(await read(storage, 'a')).toEqual(whole.a)
    await storage.putAttachment('a', hash, bytes('abc'))
    expect(Buffer.from((await storage.getAttachment('a', hash)) ?? []).toString()).toBe('abc')
    expect(disk.peek(`/data/documents/a/attachments/${hash}.damaged`)).toEqual(Buffer.from('abd'))
  })
})
