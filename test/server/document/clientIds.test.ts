import { expect, it } from 'vitest'
import { clientIdsSchema } from '../../../server/document/applicationRecord.ts'
import { ClientIds } from '../../../server/document/clientIds.ts'
import { openJsonFile } from '../../../server/storage/jsonFile.ts'
import { MemoryFileSystem } from '../storage/MemoryFileSystem.ts'

const anna = 'anna@heby'
const karim = 'karim@af'

async function threeEach(disk = new MemoryFileSystem()): Promise<ClientIds> {
  await disk.makeFolder('/data')
  return new ClientIds(await openJsonFile('/data/clientIds.json', clientIdsSchema, { owners: {} }, disk), 3)
}

it('gives one person as many client ids of a document as she may have, and no more', async () => {
  const ids = await threeEach()
  await ids.claim([1, 2], anna)
  expect([ids.hasRoomFor([3], anna), ids.hasRoomFor([3, 4], anna)]).toEqual([true, false])
  await ids.claim([3], anna)
  expect([ids.hasRoomFor([4], anna), ids.hasRoomFor([4], karim)]).toEqual([false, true])
})

it('lets her go on under those that she has', async () => {
  const ids = await threeEach()
  await ids.claim([1, 2, 3], anna)
  expect([ids.hasRoomFor([2], anna), ids.mayUse(2, anna), ids.mayUse(2, karim)]).toEqual([true, true, false])
})

it('counts a claim that is on its way to the disk, and waits for it before anything is written under it', async () => {
  const ids = await threeEach()
  const claimed = ids.claim([1, 2, 3], anna)
  expect([ids.hasRoomFor([4], anna), ids.unclaimed([1, 4])]).toEqual([false, [1, 4]])
  await claimed
  expect(ids.unclaimed([1, 4])).toEqual([4])
})

it('does not count a claim that the disk has refused', async () => {
  const disk = new MemoryFileSystem()
  const ids = await threeEach(disk)
  expect(ids.hasRoomFor([1, 2, 3], anna)).toBe(true)
  disk.before = () => {
    throw new Error('EIO')
  }
  await expect(ids.claim([1, 2], anna)).rejects.toThrow()
  disk.before = () => {}
  expect([ids.hasRoomFor([1, 2, 3], anna), ids.hasRoomFor([1, 2, 3, 4], anna)]).toEqual([true, false])
})

it('counts an id that is claimed twice once', async () => {
  const ids = await threeEach()
  expect(ids.hasRoomFor([1], anna)).toBe(true)
  await Promise.all([ids.claim([1, 1], anna), ids.claim([1, 2], anna)])
  expect([ids.hasRoomFor([3], anna), ids.hasRoomFor([3, 4], anna)]).toEqual([true, false])
})
