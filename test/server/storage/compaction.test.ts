import { afterEach, describe, expect, it, vi } from 'vitest'
import { checkFolder } from '../../../server/commands/checkFolder.ts'
import { SnapshotDiffers } from '../../../server/storage/Storage.ts'
import { recordsOf } from '../commands/smallFolder.ts'
import { MemoryFileSystem } from './MemoryFileSystem.ts'
import { openInMemory } from './memoryFolder.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const folder = '/data/documents/a'
const dayMs = 24 * 3_600_000

afterEach(() => {
  vi.useRealTimers()
})

/** A document of four words, and a clock. */
async function fourWords() {
  const disk = new MemoryFileSystem()
  const clock = { now: Date.parse('2026-11-22T12:00:00Z') }
  const { storage, events } = await openInMemory(disk, 1024 * 1024, { now: () => clock.now })
  await storage.create('a', bytes('0'), recordsOf('a'))
  for (const word of ['1', '2', '3']) await storage.append('a', bytes(word))
  const text = async (from = storage) => Buffer.concat((await from.load('a')).updates).toString()
  const dated = () =>
    disk
      .files()
      .filter(path => /-\d{4}-/.test(path))
      .map(path => path.slice(folder.length + 1))
  /** Writes a word and compacts. */
  const compact = async (word: string) => {
    const through = await storage.append('a', bytes(word))
    await storage.compact('a', bytes(await text()), through)
  }
  return { disk, clock, storage, events, text, dated, compact }
}

describe('a new snapshot', () => {
  it.each([
    ['lacks a word', '012'],
    ['has a word too many', '01234'],
    ['says something else', '0923'],
    ['is empty', ''],
  ])('that %s is refused, and the document is as it was', async (_what, snapshot) => {
    const { disk, storage, events, text } = await fourWords()
    const before = disk.files()
    await expect(storage.compact('a', bytes(snapshot), 3)).rejects.toThrow(SnapshotDiffers)
    expect(events).toEqual([{ kind: 'snapshotRefused', id: 'a' }])
    expect(disk.files()).toEqual(before)
    expect(await text()).toBe('0123')
    // The next one is looked at for itself.
    await storage.compact('a', bytes('0123'), 3)
    expect((await storage.load('a')).updates).toHaveLength(1)
  })

  it('is looked at as the disk gives it back', async () => {
    const { disk, storage, text } = await fourWords()
    let opened = 0
    disk.before = ({ name, path }) => {
      if (name !== 'open' || !path.endsWith('snapshot.bin.new')) return
      opened += 1
      // Written, and then opened to be read: the disk has changed it meanwhile.
      if (opened === 2) disk.peek(path).fill(0, disk.peek(path).length - 2)
    }
    await expect(storage.compact('a', bytes('0123'), 3)).rejects.toThrow(SnapshotDiffers)
    expect(await text()).toBe('0123')
  })

  it('may have what was on its way to the disk when it was made', async () => {
    const { storage, text } = await fourWords()
    const under = [storage.append('a', bytes('4')), storage.append('a', bytes('5'))]
    await storage.compact('a', bytes('012345'), 3)
    await Promise.all(under)
    expect(await text()).toBe('01234545')
  })
})

describe('the snapshot that was replaced', () => {
  it('is kept with the updates after it, as the first of each day found it', async () => {
    const { disk, clock, storage, dated, compact } = await fourWords()
    await compact('4')
    await compact('5')
    expect(dated()).toEqual(['snapshot-2026-11-22.bin', 'updates-2026-11-22.log'])
    clock.now += dayMs
    await compact('6')
    expect(dated().filter(name => name.startsWith('snapshot'))).toEqual([
      'snapshot-2026-11-22.bin',
      'snapshot-2026-11-23.bin',
    ])
    await storage.close()
    // Put back as FORMAT.md says, each is the document as it was.
    for (const [day, words] of [
      ['2026-11-22', '01234'],
      ['2026-11-23', '0123456'],
    ] as const) {
      const back = disk.afterKill()
      back.poke(`${folder}/snapshot.bin`, disk.peek(`${folder}/snapshot-${day}.bin`))
      back.poke(`${folder}/updates.log`, disk.peek(`${folder}/updates-${day}.log`))
      await back.unlink(`${folder}/promise.bin`)
      const again = (await openInMemory(back)).storage
      expect(Buffer.concat((await again.load('a')).updates).toString()).toBe(words)
      await again.close()
    }
  })

  it('is removed after seven days, so that there are never more than eight', async () => {
    const { clock, dated, compact } = await fourWords()
    for (let day = 22; day < 36; day += 1) {
      await compact(String(day % 10))
      clock.now += dayMs
    }
    const snapshots = dated().filter(name => name.startsWith('snapshot'))
    expect(snapshots).toHaveLength(8)
    expect(snapshots[0]).toBe('snapshot-2026-11-28.bin')
  })

  it('is removed also when nobody writes any more', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const { clock, storage, dated, compact, text } = await fourWords()
    await compact('4')
    clock.now += 7 * dayMs
    vi.advanceTimersByTime(3_600_000)
    await text()
    expect(dated()).toHaveLength(2)
    clock.now += dayMs
    vi.advanceTimersByTime(3_600_000)
    await new Promise(setImmediate)
    await text()
    expect(dated()).toEqual([])
    await storage.close()
  })

  it('is looked at by a check, every byte of it', async () => {
    const { disk, dated, compact } = await fourWords()
    await compact('4')
    const problems = async () => (await checkFolder(disk, '/data')).documents[0]?.problems
    expect(await problems()).toEqual([])
    for (const name of dated()) {
      const path = `${folder}/${name}`
      const sound = disk.peek(path)
      for (let at = 0; at < sound.length; at += 1) {
        const changed = Buffer.from(sound)
        changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
        disk.poke(path, changed)
        expect((await problems())?.join(), `${path}, byte ${at}`).toContain(path)
      }
      disk.poke(path, sound)
    }
  })
})
