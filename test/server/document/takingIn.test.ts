import { describe, expect, it } from 'vitest'
import { restoreDocument } from '../../../server/commands/restoreDocument.ts'
import { Applications } from '../../../server/document/Applications.ts'
import { diskRecords } from '../../../server/document/diskRecords.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'
import { idA, idB, twoDocuments } from '../commands/smallFolder.ts'
import { fault, MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { openInMemory } from '../storage/memoryFolder.ts'

/** The ansökningar of a program that starts on a disk. */
async function started(disk: MemoryFileSystem) {
  const { storage } = await openInMemory(disk)
  const said: string[] = []
  const records = diskRecords(id => `/data/documents/${id}`, disk)
  const applications = new Applications(storage, records, Date.now, event => said.push(event.kind), 100)
  await applications.load()
  return { applications, storage, said }
}

async function stopped({ applications, storage }: Awaited<ReturnType<typeof started>>): Promise<void> {
  await applications.close()
  await storage.close()
}

describe('a start', () => {
  it('knows the first hundred to be whole, and finds out about the others while people work', async () => {
    const disk = new MemoryFileSystem()
    const first = await started(disk)
    for (let made = 0; made < 130; made += 1) await first.applications.create(form2024, 'anna@heby', {})
    await stopped(first)
    const ids = first.applications.ids().sort()
    const [early = '', late = ''] = [ids[3], ids[110]]
    for (const id of [early, late]) {
      const path = `/data/documents/${id}/snapshot.bin`
      disk.poke(path, disk.peek(path).subarray(0, 50))
    }
    let reads = 0
    disk.before = ({ name, path }) => {
      if (name === 'read' && path.endsWith('snapshot.bin')) reads += 1
    }
    const next = await started(disk)
    expect(reads).toBeLessThanOrEqual(101)
    expect(next.applications.list(() => true)).toHaveLength(130)
    expect(next.applications.isDamaged(early)).toBe(true)
    while (!next.applications.isDamaged(late)) await new Promise(setImmediate)
    await stopped(next)
    expect(next.applications.list(() => true).filter(({ damaged }) => damaged)).toHaveLength(2)
  })

  it('is not held up by one document that the disk does not give back', async () => {
    const disk = new MemoryFileSystem()
    const { storage } = await twoDocuments(disk)
    await storage.close()
    disk.before = ({ name, path }) => {
      if (name === 'read' && path.includes(`${idA}/snapshot`)) throw fault('EIO', path)
    }
    const { applications, said } = await started(disk)
    expect(said).toContain('lookFault')
    expect(applications.find(idB)).not.toBeNull()
  })
})

describe('a new ansökan', () => {
  it('is there wholly or not at all, whichever call of the disk was the last', async () => {
    for (let last = 0, done = false; !done; last += 1) {
      const disk = new MemoryFileSystem()
      const { applications } = await started(disk)
      let calls = 0
      disk.before = ({ path }) => {
        calls += 1
        if (calls > last) throw fault('EIO', path)
      }
      done = await applications.create(form2024, 'anna@heby', {}).then(
        () => true,
        () => false,
      )
      for (const after of [disk.afterKill(), disk.afterPowerCut()]) {
        const next = await started(after)
        expect(next.applications.list(() => true).filter(({ damaged }) => damaged)).toEqual([])
        if (done) expect(next.applications.list(() => true)).toHaveLength(1)
        await stopped(next)
      }
    }
  })
})

describe('a document that is put into the data folder of a running program', () => {
  it('is taken in when somebody asks for the list, once', async () => {
    const disk = new MemoryFileSystem()
    const { storage } = await twoDocuments(disk)
    await storage.close()
    const { applications } = await started(disk)
    const { id } = await restoreDocument(disk, '/data', '/data', idA, '2026-11-22')
    expect(applications.has(id)).toBe(false)
    await Promise.all([applications.takeInNew(), applications.takeInNew()])
    const open = applications.find(id)
    expect(open?.clientIds.ownerOf(7)).toBe('anna@heby')
    await applications.takeInNew()
    expect(applications.find(id)).toBe(open)
    expect(applications.list(() => true)).toHaveLength(3)
  })

  it('does no harm to one that is just being made', async () => {
    const disk = new MemoryFileSystem()
    const { applications } = await started(disk)
    const making = applications.create(form2024, 'anna@heby', {})
    let isMade = false
    void making.then(() => {
      isMade = true
    })
    while (!isMade) await applications.takeInNew()
    const open = applications.find(await making)
    await applications.takeInNew()
    expect(applications.find(await making)).toBe(open)
    expect(applications.list(() => true)).toHaveLength(1)
  })
})
