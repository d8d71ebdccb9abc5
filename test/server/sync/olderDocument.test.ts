import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { program } from '../../../server/document/documentRecords.ts'
import { newDocument } from '../../../server/document/newDocument.ts'
import { DiskFault } from '../../../server/storage/diskFault.ts'
import type { Room } from '../../../server/sync/Room.ts'
import { unwrittenBudget } from '../../../shared/budget/seedBudget.ts'
import type { FilledForm } from '../../../shared/document/filledForm.ts'
import { readDocument } from '../../../shared/document/readDocument.ts'
import { budget2024 } from '../../../shared/form/forms/2024/budget.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'
import { RoomUnderTest, turns } from './roomUnderTest.ts'

/** The form as it was when the document was made: without a budget. */
const before = { ...form2024, sections: form2024.sections.filter(({ kind }) => kind !== 'budget') }

/** An ansökan that was made before there was a budget, with an amount that somebody has typed. */
async function olderRoom(): Promise<RoomUnderTest> {
  return await RoomUnderTest.make(
    newDocument(before, {
      name: { kind: 'text', value: 'Individstöd' },
      budgetAmount: { kind: 'amount', total: 1_540_400, note: 'Se bilaga.', perYear: {} },
    }),
  )
}

async function onDisk({ storage }: RoomUnderTest): Promise<FilledForm> {
  const doc = new Y.Doc()
  for (const update of (await storage.load('prov')).updates) Y.applyUpdate(doc, update)
  return readDocument(doc, form2024)
}

async function updatesOnDisk({ storage }: RoomUnderTest): Promise<number> {
  return (await storage.load('prov')).sequence
}

const rows = unwrittenBudget(budget2024)

describe('an ansökan that was made before there was a budget', () => {
  it('has the rows of its form on disk before anybody is let in', async () => {
    const under = await olderRoom()
    let opened: Room | null = null
    const opening = under.open().then(room => {
      opened = room
      return room
    })
    await turns()
    expect([opened, under.storage.held.length]).toEqual([null, 1])
    under.storage.held[0]?.release()
    const room = await opening
    expect((await onDisk(under)).sections.budget).toEqual(rows)
    const anna = under.sit(room, 'anna')
    anna.say({ kind: 'syncStep1', stateVector: Y.encodeStateVector(new Y.Doc()) })
    await turns()
    const [answer] = anna.frames.flatMap(frame => (frame.kind === 'syncStep2' ? [frame.update] : []))
    const doc = new Y.Doc()
    if (answer) Y.applyUpdate(doc, answer)
    expect(readDocument(doc, form2024).sections.budget).toEqual(rows)
  })

  it('says all else that it said, the amount that somebody has typed too', async () => {
    const under = await olderRoom()
    under.storage.holds = false
    const { budget: _, ...said } = (await onDisk(under)).sections
    await under.open()
    expect((await onDisk(under)).sections).toEqual({ ...said, budget: rows })
    expect(said.budgetAmount).toEqual({ kind: 'amount', total: 1_540_400, note: 'Se bilaga.', perYear: {} })
  })

  it('has been changed by nobody', async () => {
    const under = await olderRoom()
    under.storage.holds = false
    await under.seededBy(program)
    await under.open()
    expect(under.changes).toEqual([])
    expect(new Set(Object.values((await under.clientIds()).owners))).toEqual(new Set([program]))
  })

  it('gets its rows once, whether or not it has been compacted since', async () => {
    const under = await olderRoom()
    under.storage.holds = false
    const first = await under.open()
    const snapshot = await first.state()
    await under.open()
    expect(await updatesOnDisk(under)).toBe(1)
    await under.storage.compact('prov', snapshot, 1)
    const room = await under.open()
    expect([await updatesOnDisk(under), room.isAwake]).toEqual([1, false])
  })

  it('keeps rows that people have emptied and removed as they are', async () => {
    const under = await olderRoom()
    under.storage.holds = false
    const room = await under.open()
    await room.write(null, doc => {
      for (const row of doc.getMap('budget').values()) if (row instanceof Y.Map) row.set('removed', true)
    })
    await room.state()
    await under.open()
    expect((await onDisk(under)).sections.budget).toEqual({ kind: 'budget', lines: [], otherYears: {} })
  })

  it('is not opened when the disk refuses the rows, and has them when it is opened the next time', async () => {
    const under = await olderRoom()
    const opening = under.open()
    opening.catch(() => {})
    await turns()
    under.storage.held[0]?.fail(new DiskFault(Object.assign(new Error('full'), { code: 'ENOSPC' })))
    await expect(opening).rejects.toThrow(DiskFault)
    expect([under.broken.length, await updatesOnDisk(under)]).toEqual([1, 0])
    under.storage.holds = false
    under.restart()
    await under.open()
    expect([await updatesOnDisk(under), (await onDisk(under)).sections.budget]).toEqual([1, rows])
  })

  it('has them once when the program was killed, before they were on disk and after', async () => {
    const under = await olderRoom()
    // Killed before: what was on its way never comes.
    void under.open()
    await turns()
    under.restart()
    under.storage.holds = false
    await under.open()
    // Killed after.
    under.restart()
    await under.open()
    expect([await updatesOnDisk(under), (await onDisk(under)).sections.budget]).toEqual([1, rows])
  })
})

describe('an ansökan that has its rows', () => {
  it('is opened without being woken, and nothing is written', async () => {
    const under = await RoomUnderTest.make()
    const room = await under.open()
    expect([room.isAwake, under.storage.held.length, await updatesOnDisk(under)]).toEqual([false, 0, 0])
  })

  it('is not given others, though its rows are none of those that a budget begins with', async () => {
    const lines = rows.lines.slice(0, 1).map(line => ({ ...line, label: 'Processledare' }))
    const budget = { kind: 'budget', lines, otherYears: {} } as const
    const under = await RoomUnderTest.make(newDocument(form2024, { budget }))
    under.storage.holds = false
    await under.open()
    expect((await onDisk(under)).sections.budget).toEqual(budget)
  })
})
