import { describe, expect, it } from 'vitest'
import { copyFolder } from '../../../server/commands/copyFolder.ts'
import { restoreDocument } from '../../../server/commands/restoreDocument.ts'
import { CommandRefused } from '../../../server/commands/run.ts'
import { fault, MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { openInMemory } from '../storage/memoryFolder.ts'
import {
  access,
  comments,
  idA,
  idB,
  picture,
  pictureHash,
  rounds,
  textOf,
  twoDocuments,
} from './smallFolder.ts'

const day = '2026-11-22'

/** A data folder that a program is using, and a backup of how it was before something was written over. */
async function withBackup() {
  const disk = new MemoryFileSystem()
  const { storage, words } = await twoDocuments(disk)
  await copyFolder(disk, '/data', '/backup', { madeAt: '2026-11-22T08:00:00.000Z' })
  await words.write(idA, 'för mycket ')
  return { disk, storage }
}

const records = (disk: MemoryFileSystem, id: string, name: string): unknown =>
  JSON.parse(Buffer.from(disk.peek(`/data/documents/${id}/${name}`)).toString())

describe('a document restored beside a running program', () => {
  it('is a new one, as it was when the backup was made, and the other is as it is', async () => {
    const { disk, storage } = await withBackup()
    const { id, name } = await restoreDocument(disk, '/backup', '/data', idA, day)
    expect(name).toBe('(återställd 2026-11-22)')
    expect((await storage.list()).map(document => document.id).toSorted()).toEqual([idA, idB, id].toSorted())
    const restored = await storage.load(id)
    expect(textOf(restored.updates)).toBe('ett två tre ')
    expect(textOf((await storage.load(idA)).updates)).toBe('ett två tre för mycket ')
    expect(Buffer.from((await storage.getAttachment(id, pictureHash)) ?? [])).toEqual(picture)
    // It is a document like any other: it can be written to, and comes back after a stop.
    expect(await storage.append(id, new Uint8Array([0, 0]))).toBe(1)
    await storage.close()
    const again = (await openInMemory(disk.afterPowerCut())).storage
    expect(textOf((await again.load(id)).updates)).toBe('ett två tre ')
  })

  it('has the records of the old one, with its own id and name, and everybody her client ids', async () => {
    const { disk } = await withBackup()
    const { id, name } = await restoreDocument(disk, '/backup', '/data', idA, day)
    const old = records(disk, idA, 'record.json') as Record<string, unknown>
    expect(records(disk, id, 'record.json')).toEqual({ ...old, id, name, state: 'draft' })
    const { owners } = records(disk, id, 'clientIds.json') as { owners: Record<string, string> }
    expect(owners).toMatchObject({ '7': 'anna@heby' })
    expect(Object.values(owners).toSorted()).toEqual(['anna@heby', 'program@samskriv'])
    expect(records(disk, id, 'rescued.json')).toEqual(records(disk, idA, 'rescued.json'))
    // What was still to be told was of the old one.
    expect(records(disk, id, 'comments.json')).toEqual({ ...comments, due: [] })
  })

  it('has the rounds of the old one, and none that goes on, nor anything to be told of them', async () => {
    const { disk } = await withBackup()
    const { id } = await restoreDocument(disk, '/backup', '/data', idA, day)
    const over = { why: 'closed', reason: '', by: null, at: '2026-11-21T23:00:00.000Z' }
    expect(records(disk, id, 'rounds.json')).toEqual({ rounds: [{ ...rounds.rounds[0], over }], due: [] })
  })

  it('is open to those who had access, and not by a link, an invitation or advice of the old one', async () => {
    const { disk } = await withBackup()
    const { id } = await restoreDocument(disk, '/backup', '/data', idA, day)
    expect(records(disk, id, 'access.json')).toEqual({
      members: [access.members[0]],
      closings: access.closings,
      ...{ invitations: [], guestLinks: [], requests: [], advice: null },
    })
  })

  it('is not made of what is not there, or not whole', async () => {
    const { disk, storage } = await withBackup()
    const restore = (id: string) => restoreDocument(disk, '/backup', '/data', id, day)
    await expect(restore('cccccccccccc')).rejects.toThrow(CommandRefused)
    await expect(restore('../../data')).rejects.toThrow('finns ingen ansökan')
    const path = `/backup/documents/${idA}/snapshot.bin`
    disk.poke(path, disk.peek(path).subarray(0, 30))
    await expect(restore(idA)).rejects.toThrow(path)
    await expect(restoreDocument(disk, '/backup', '/nowhere', idB, day)).rejects.toThrow('är ingen datamapp')
    expect(await storage.list()).toHaveLength(2)
  })

  it('is there wholly or not at all, whichever call of the disk fails', async () => {
    const { disk } = await withBackup()
    const stopped = disk.afterKill()
    for (let last = 0, done = false; !done; last += 1) {
      const failing = stopped.afterKill()
      let calls = 0
      failing.before = ({ path }) => {
        calls += 1
        if (calls > last) throw fault('ENOSPC', path)
      }
      done = await restoreDocument(failing, '/backup', '/data', idA, day).then(
        () => true,
        () => false,
      )
      failing.before = () => {}
      for (const after of [failing, failing.afterPowerCut()]) {
        const { storage, events } = await openInMemory(after)
        for (const { id } of await storage.list()) {
          expect(textOf((await storage.load(id)).updates)).toMatch(/^ett två tre /)
        }
        expect(events).toEqual([])
        await storage.close()
      }
    }
  })
})
