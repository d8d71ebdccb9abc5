import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DamagedDocument } from '../../server/storage/damage.ts'
import {
  DocumentExists,
  SnapshotDiffers,
  type Storage,
  UnknownDocument,
} from '../../server/storage/Storage.ts'
import { randomFrom } from '../server/storage/random.ts'

/** A place where documents can be kept, for one test. Its snapshots are sound when they are the updates joined. */
export interface StoragePlace {
  /** Opens the storage that the place has; one at a time. */
  open(): Promise<Storage>
  /** Damages a document behind the back of the storage. */
  damage(id: string): Promise<void>
  /** Removes all traces. */
  remove(): Promise<void>
}

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (update: Uint8Array) => new TextDecoder().decode(update)

async function texts(storage: Storage, id: string): Promise<string[]> {
  return (await storage.load(id)).updates.map(text)
}

/** What every storage promises (the comment on `Storage`). */
export function storageContract(name: string, makePlace: () => Promise<StoragePlace>): void {
  describe(name, () => {
    let place: StoragePlace
    let storage: Storage

    const reopen = async () => {
      await storage.close()
      storage = await place.open()
    }

    beforeEach(async () => {
      place = await makePlace()
      storage = await place.open()
    })

    afterEach(async () => {
      await storage.close()
      await place.remove()
    })

    it('gives back the snapshot that a document was made with', async () => {
      await storage.create('ansokan-1', bytes('first'))
      expect(await plain(storage, 'ansokan-1')).toEqual({ updates: [bytes('first')], sequence: 0 })
      await reopen()
      expect(await texts(storage, 'ansokan-1')).toEqual(['first'])
    })

    it('makes a document once, and leaves it alone the second time', async () => {
      await storage.create('ansokan-1', bytes('first'))
      await storage.append('ansokan-1', bytes('a'))
      await expect(storage.create('ansokan-1', bytes('second'))).rejects.toThrow(DocumentExists)
      expect(await texts(storage, 'ansokan-1')).toEqual(['first', 'a'])
      await reopen()
      await expect(storage.create('ansokan-1', bytes('second'))).rejects.toThrow(DocumentExists)
      expect(await texts(storage, 'ansokan-1')).toEqual(['first', 'a'])
    })

    it('lists documents by id, and only those that exist', async () => {
      expect(await storage.list()).toEqual([])
      await storage.create('b', bytes(''))
      await storage.create('a', bytes(''))
      await expect(storage.load('c')).rejects.toThrow(UnknownDocument)
      const both = [
        { id: 'a', damage: null },
        { id: 'b', damage: null },
      ]
      expect(await storage.list()).toEqual(both)
      await reopen()
      expect(await storage.list()).toEqual(both)
    })

    it.each(['', '..', 'a/b', 'a\\b', '.new-a', 'Å', 'A', 'x'.repeat(64)])(
      'has no document called %j',
      async id => {
        await expect(storage.create(id, bytes(''))).rejects.toThrow()
        await expect(storage.load(id)).rejects.toThrow(UnknownDocument)
        await expect(storage.getAttachment(id, 'a'.repeat(64))).rejects.toThrow(UnknownDocument)
      },
    )

    it('keeps updates in the order they were appended, and numbers them', async () => {
      await storage.create('a', bytes('snapshot'))
      const numbers = Array.from({ length: 300 }, (_, index) => index + 1)
      const resolved: number[] = []
      const appended = numbers.map(async number => {
        const sequence = await storage.append('a', bytes(String(number)))
        resolved.push(sequence)
        return sequence
      })
      expect(await Promise.all(appended)).toEqual(numbers)
      expect(resolved).toEqual(numbers)
      const expected = { updates: ['snapshot', ...numbers.map(String)].map(bytes), sequence: 300 }
      expect(await plain(storage, 'a')).toEqual(expected)
      await reopen()
      expect(await plain(storage, 'a')).toEqual(expected)
      expect(await storage.append('a', bytes('301'))).toBe(301)
    })

    it('keeps the updates of different documents apart', async () => {
      const ids = ['a', 'b', 'c', 'd']
      for (const id of ids) await storage.create(id, bytes(id))
      await Promise.all(
        Array.from({ length: 200 }, (_, index) =>
          storage.append(ids[index % 4] ?? 'a', bytes(String(index))),
        ),
      )
      const expectAll = async () => {
        for (const [place, id] of ids.entries()) {
          const own = Array.from({ length: 50 }, (_, round) => String(4 * round + place))
          expect(await texts(storage, id)).toEqual([id, ...own])
        }
      }
      await expectAll()
      await reopen()
      await expectAll()
    })

    it('keeps bytes of every kind and size', async () => {
      const random = randomFrom(20261122)
      const updates = [0, 1, 40, 70_000, 2_500_000].map(size =>
        Uint8Array.from({ length: size }, () => random(256)),
      )
      await storage.create('a', new Uint8Array(0))
      for (const update of updates) await storage.append('a', update)
      const expectAll = async () => {
        const loaded = (await storage.load('a')).updates.slice(1)
        expect(loaded.length).toBe(updates.length)
        for (const [index, update] of updates.entries()) {
          expect(Buffer.from(loaded[index] ?? []).equals(Buffer.from(update)), `size ${update.length}`).toBe(
            true,
          )
        }
      }
      await expectAll()
      await reopen()
      await expectAll()
    })

    it('writes to no document that has not been loaded or made', async () => {
      await storage.create('a', bytes(''))
      await reopen()
      await expect(storage.append('a', bytes('1'))).rejects.toThrow()
      await expect(storage.compact('a', bytes('1'), 0)).rejects.toThrow()
      await storage.load('a')
      expect(await storage.append('a', bytes('1'))).toBe(1)
    })

    it('puts a snapshot in place of the updates that are in it', async () => {
      await storage.create('a', bytes('0'))
      for (const update of ['1', '2', '3']) await storage.append('a', bytes(update))
      await storage.compact('a', bytes('0123'), 3)
      expect(await texts(storage, 'a')).toEqual(['0123'])
      expect(await storage.append('a', bytes('4'))).toBe(4)
      expect(await texts(storage, 'a')).toEqual(['0123', '4'])
      await reopen()
      expect(await texts(storage, 'a')).toEqual(['0123', '4'])
      await storage.compact('a', bytes('01234'), 4)
      await reopen()
      expect(await plain(storage, 'a')).toEqual({ updates: [bytes('01234')], sequence: 4 })
    })

    it('takes no snapshot that does not hold what it is to replace', async () => {
      await storage.create('a', bytes('0'))
      for (const update of ['1', '2', '3']) await storage.append('a', bytes(update))
      for (const wrong of ['012', '0124', '', '01234']) {
        await expect(storage.compact('a', bytes(wrong), 3)).rejects.toThrow(SnapshotDiffers)
        expect(await texts(storage, 'a')).toEqual(['0', '1', '2', '3'])
      }
      await reopen()
      expect(await texts(storage, 'a')).toEqual(['0', '1', '2', '3'])
      await storage.compact('a', bytes('0123'), 3)
      expect(await texts(storage, 'a')).toEqual(['0123'])
    })

    it('keeps the updates that are not in the snapshot', async () => {
      await storage.create('a', bytes('0'))
      for (const update of ['1', '2', '3']) await storage.append('a', bytes(update))
      await storage.compact('a', bytes('01'), 1)
      expect(await texts(storage, 'a')).toEqual(['01', '2', '3'])
      await reopen()
      await storage.load('a')
      await storage.compact('a', bytes('012'), 2)
      expect(await texts(storage, 'a')).toEqual(['012', '3'])
      await reopen()
      expect(await texts(storage, 'a')).toEqual(['012', '3'])
    })

    it('takes no snapshot of updates that do not exist, and no older one than it has', async () => {
      await storage.create('a', bytes('0'))
      for (const update of ['1', '2']) await storage.append('a', bytes(update))
      await expect(storage.compact('a', bytes('0123'), 3)).rejects.toThrow(RangeError)
      await storage.compact('a', bytes('012'), 2)
      await storage.compact('a', bytes('01'), 1)
      expect(await texts(storage, 'a')).toEqual(['012'])
    })

    it.each([1, 2, 3, 4])(
      'loses nothing when appending, compacting and loading race (seed %i)',
      async seed => {
        const random = randomFrom(seed)
        const ids = ['a', 'b']
        for (const id of ids) await storage.create(id, bytes(''))
        let appended = 0
        const acknowledged = new Map(ids.map(id => [id, [] as string[]]))
        const running: Promise<unknown>[] = []
        for (let step = 0; step < 150; step += 1) {
          const id = ids[random(2)] ?? 'a'
          const act = random(10)
          if (act < 7) {
            appended += 1
            const update = `${appended} `
            running.push(storage.append(id, bytes(update)).then(() => acknowledged.get(id)?.push(update)))
          } else if (act < 9) {
            running.push(
              storage.load(id).then(async ({ updates, sequence }) => {
                const snapshot = updates.map(text).join('')
                // Time for others to come between.
                await storage.load(id)
                await storage.compact(id, bytes(snapshot), sequence)
              }),
            )
          } else if (random(3) === 0) {
            await Promise.all(running.splice(0))
            await reopen()
            for (const each of ids) await storage.load(each)
          }
        }
        await Promise.all(running)
        const expectAll = async () => {
          for (const id of ids) {
            expect((await texts(storage, id)).join(''), `seed ${seed}`).toBe(acknowledged.get(id)?.join(''))
          }
        }
        await expectAll()
        await reopen()
        await expectAll()
      },
    )

    it('makes a document with its attachments in one step', async () => {
      const picture = bytes('a picture')
      const hash = createHash('sha256').update(picture).digest('hex')
      await storage.create('a', bytes(''), { [`attachments/${hash}`]: picture })
      expect(Buffer.from((await storage.getAttachment('a', hash)) ?? [])).toEqual(Buffer.from(picture))
      await reopen()
      expect(Buffer.from((await storage.getAttachment('a', hash)) ?? [])).toEqual(Buffer.from(picture))
    })

    it('keeps attachments by their hash', async () => {
      const picture = bytes('a picture')
      const hash = createHash('sha256').update(picture).digest('hex')
      await storage.create('a', bytes(''))
      await storage.create('b', bytes(''))
      expect(await storage.getAttachment('a', hash)).toBeNull()
      await Promise.all([
        storage.putAttachment('a', hash, picture),
        storage.putAttachment('a', hash, picture),
      ])
      await reopen()
      expect(Buffer.from((await storage.getAttachment('a', hash)) ?? [])).toEqual(Buffer.from(picture))
      expect(await storage.getAttachment('b', hash)).toBeNull()
      await expect(storage.putAttachment('a', hash, bytes('another'))).rejects.toThrow()
      await expect(storage.putAttachment('c', hash, picture)).rejects.toThrow(UnknownDocument)
      expect(await storage.getAttachment('a', '../snapshot.bin')).toBeNull()
    })

    it('closes a damaged document alone', async () => {
      for (const id of ['a', 'b', 'c']) {
        await storage.create(id, bytes(`text of ${id}`))
        await storage.append(id, bytes(`more of ${id}`))
      }
      await storage.close()
      await place.damage('b')
      storage = await place.open()
      const expectClosed = async () => {
        for (const id of ['a', 'c']) await storage.load(id)
        await expect(storage.load('b')).rejects.toThrow(DamagedDocument)
        const listed = await storage.list()
        expect(listed.map(({ id, damage }) => [id, damage === null])).toEqual([
          ['a', true],
          ['b', false],
          ['c', true],
        ])
        await expect(storage.append('b', bytes('lost'))).rejects.toThrow(DamagedDocument)
        await expect(storage.compact('b', bytes('lost'), 0)).rejects.toThrow(DamagedDocument)
        await expect(storage.create('b', bytes('lost'))).rejects.toThrow(DocumentExists)
      }
      await expectClosed()
      for (const id of ['a', 'c']) {
        await storage.append(id, bytes('and more'))
        expect(await texts(storage, id)).toEqual([`text of ${id}`, `more of ${id}`, 'and more'])
      }
      await reopen()
      await expectClosed()
      expect(await texts(storage, 'a')).toEqual(['text of a', 'more of a', 'and more'])
    })

    it('takes nothing more after it is closed', async () => {
      await storage.create('a', bytes(''))
      const appended = storage.append('a', bytes('1'))
      await storage.close()
      expect(await appended).toBe(1)
      await expect(storage.append('a', bytes('2'))).rejects.toThrow()
      storage = await place.open()
      expect(await texts(storage, 'a')).toEqual(['', '1'])
    })
  })
}

/** As plain arrays, whatever view the storage gives. */
async function plain(storage: Storage, id: string): Promise<{ updates: Uint8Array[]; sequence: number }> {
  const { updates, sequence } = await storage.load(id)
  return { updates: updates.map(update => Uint8Array.from(update)), sequence }
}
