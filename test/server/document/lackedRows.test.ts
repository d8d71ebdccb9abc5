import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { Applications } from '../../../server/document/Applications.ts'
import { diskRecords } from '../../../server/document/diskRecords.ts'
import { program } from '../../../server/document/documentRecords.ts'
import { keptGraves } from '../../../server/document/keptGraves.ts'
import { lackedRows } from '../../../server/document/lackedRows.ts'
import { liveApplications } from '../../../server/document/liveApplications.ts'
import { newDocument } from '../../../server/document/newDocument.ts'
import { DiskFault } from '../../../server/storage/diskFault.ts'
import { guardDefaults } from '../../../server/sync/guard/limits.ts'
import { Room } from '../../../server/sync/Room.ts'
import { SyncTally } from '../../../server/sync/SyncTally.ts'
import { unwrittenBudget } from '../../../shared/budget/seedBudget.ts'
import { readDocument } from '../../../shared/document/readDocument.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'
import { forms } from '../../../shared/form/forms.ts'
import { fault, MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { openInMemory } from '../storage/memoryFolder.ts'

const folderOf = (id: string) => `/data/documents/${id}`
const withoutBudget = (form: typeof form2024) => ({
  ...form,
  sections: form.sections.filter(({ kind }) => kind !== 'budget'),
})

/** A program that starts on a disk, and can open the rooms of its ansökningar. */
async function started(disk: MemoryFileSystem) {
  const { storage } = await openInMemory(disk)
  const applications = new Applications(storage, diskRecords(folderOf, disk), Date.now, () => {}, 100)
  await applications.load()
  const nothing = () => {}
  const live = liveApplications({
    ...{ applications, access: { mayRead: () => true, writable: () => new Map() } as never },
    ...{ wrote: nothing, textChanged: nothing, opened: nothing, came: nothing, left: nothing },
  })
  const openRoom = async (id: string) =>
    await Room.open({
      ...(await live.open(id)),
      ...{ id, storage, graves: keptGraves(`${folderOf(id)}/graves.json`, disk), tally: new SyncTally() },
      limits: { guard: guardDefaults, idleDocumentMs: 30_000, maxDocumentBytes: 8 * 1024 * 1024 },
      broken: nothing,
    })
  return { applications, storage, openRoom }
}

async function withOlder(): Promise<{ disk: MemoryFileSystem; id: string }> {
  const disk = new MemoryFileSystem()
  const { applications, storage } = await started(disk)
  const id = await applications.create(withoutBudget(form2024), 'anna@heby', {})
  await applications.close()
  await storage.close()
  return { disk, id }
}

const ends: Record<string, (disk: MemoryFileSystem) => MemoryFileSystem> = {
  'is killed': disk => disk.afterKill(),
  'loses power': disk => disk.afterPowerCut(),
}

it.each(Object.entries(ends))(
  'A program that %s at any call of the disk while it gives an older ansökan its rows has given them once in the end',
  async (_name, end) => {
    let stopped = 0
    for (let last = 0; ; last += 1) {
      const { disk, id } = await withOlder()
      const first = await started(disk)
      let calls = 0
      disk.before = ({ name, path }) => {
        calls += 1
        if (calls > last) throw fault(name === 'write' ? 'ENOSPC' : 'EIO', path)
      }
      const isDone = await first.openRoom(id).then(
        () => true,
        why => {
          expect(why).toBeInstanceOf(DiskFault)
          return false
        },
      )
      for (const found of [end(disk), end(end(disk))]) {
        const next = await started(found)
        const room = await next.openRoom(id)
        const doc = new Y.Doc()
        Y.applyUpdate(doc, await room.state())
        const where = `stopped after call ${last}`
        expect(readDocument(doc, form2024).sections.budget, where).toEqual(rowsOf('2024'))
        expect((await next.storage.load(id)).sequence, where).toBe(1)
        const owners = Object.values(next.applications.find(id)?.records.clientIds.data.owners ?? {})
        expect(new Set(owners), where).toEqual(new Set([program]))
      }
      if (isDone) break
      stopped += 1
    }
    expect(stopped).toBeGreaterThan(1)
  },
)

it('Whether an ansökan lacks its rows is seen in each form, also when what it says is in several updates', () => {
  for (const form of forms) {
    const older = newDocument(withoutBudget(form), { name: { kind: 'text', value: 'Min budget' } })
    const write = lackedRows(form, [older.update])
    expect(write, form.id).not.toBeNull()
    const updates = [older.update]
    older.doc.on('update', update => updates.push(update))
    write?.(older.doc)
    older.doc.getMap('name').set('value', 'budget')
    expect(readDocument(older.doc, form).sections.budget).toEqual(rowsOf(form.id))
    expect(lackedRows(form, updates), form.id).toBeNull()
    expect(lackedRows(form, [Y.encodeStateAsUpdate(older.doc)]), form.id).toBeNull()
  }
})

function rowsOf(formId: string) {
  const section = forms.find(({ id }) => id === formId)?.sections.find(({ kind }) => kind === 'budget')
  return section?.kind === 'budget' ? unwrittenBudget(section.budget) : null
}
