import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { Applications } from '../../../server/document/Applications.ts'
import { diskRecords } from '../../../server/document/diskRecords.ts'
import { madeDocument } from '../../../server/document/newDocument.ts'
import { Starting } from '../../../server/document/Starting.ts'
import { Attempts } from '../../../server/http/Attempts.ts'
import { Refused } from '../../../server/http/refuse.ts'
import { hashOf } from '../../../server/storage/attachments.ts'
import { DiskFault } from '../../../server/storage/diskFault.ts'
import type { Block } from '../../../shared/document/blockContent.ts'
import { readDocument } from '../../../shared/document/readDocument.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'
import { demoMe } from '../../harness/demoMe.ts'
import { fault, MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { openInMemory } from '../storage/memoryFolder.ts'

const folderOf = (id: string) => `/data/documents/${id}`
const picture = Buffer.from('a picture')
const figure: Block = {
  type: 'figure',
  image: hashOf(picture),
  width: 10,
  height: 10,
  alt: 'Teamet',
  caption: [],
}
const filled = { background: { kind: 'rich', blocks: [figure] } } as const
const karim = { personId: 'karim', partyId: 'af', role: 'reader', guestLinkId: null } as const
const beginning = () => ({
  document: madeDocument(form2024, filled),
  attachments: { [`attachments/${hashOf(picture)}`]: picture },
  members: [{ ...karim, since: '2026-01-01T00:00:00.000Z' }],
  what: 'word' as const,
})

/** A program that starts on a disk; what it notes in the log. */
async function started(disk: MemoryFileSystem, isGuest = false) {
  const { storage } = await openInMemory(disk)
  const applications = new Applications(storage, diskRecords(folderOf, disk), Date.now, () => {}, 100)
  await applications.load()
  const noted: string[] = []
  const note = async ({ act }: { readonly act: string }) => {
    noted.push(act)
  }
  const starting = new Starting({
    ...{ applications, audit: { note }, isGuest: () => isGuest, now: Date.now },
    attempts: new Attempts(2, 1000),
  })
  return { storage, applications, starting, noted }
}

const ends: Record<string, (disk: MemoryFileSystem) => MemoryFileSystem> = {
  'is killed': disk => disk.afterKill(),
  'loses power': disk => disk.afterPowerCut(),
}

it.each(Object.entries(ends))(
  'A program that %s at any call of the disk while somebody starts an ansökan has all of it in the end, or nothing',
  async (_name, end) => {
    let stopped = 0
    for (let last = 0; ; last += 1) {
      const disk = new MemoryFileSystem()
      const { starting, applications } = await started(disk)
      let calls = 0
      disk.before = ({ name, path }) => {
        calls += 1
        if (calls > last) throw fault(name === 'write' ? 'ENOSPC' : 'EIO', path)
      }
      const id = await starting.start(demoMe('anna'), form2024, beginning()).catch((why: unknown) => {
        expect(why).toBeInstanceOf(DiskFault)
        return null
      })
      const where = `stopped after call ${last}`
      if (id === null) expect(applications.ids(), where).toEqual([])
      const next = await started(end(disk))
      for (const found of next.applications.ids()) {
        expect(next.applications.isDamaged(found), where).toBe(false)
        const doc = new Y.Doc()
        for (const update of (await next.storage.load(found)).updates) Y.applyUpdate(doc, update)
        expect(readDocument(doc, form2024).sections.background, where).toEqual(filled.background)
        expect(await next.storage.getAttachment(found, hashOf(picture)), where).not.toBeNull()
        const members = next.applications.find(found)?.access.kept.members.map(({ personId }) => personId)
        expect(members, where).toEqual(['anna', 'karim'])
      }
      if (id !== null) {
        expect(next.applications.ids(), where).toEqual([id])
        break
      }
      stopped += 1
    }
    expect(stopped).toBeGreaterThan(3)
  },
)

it('is noted, with everybody who is let in, before it is there', async () => {
  const { starting, applications, noted } = await started(new MemoryFileSystem())
  let before: string[] = ['x']
  await starting.start(demoMe('anna'), form2024, {
    ...beginning(),
    first: async () => {
      before = applications.ids()
    },
  })
  expect(before).toEqual([])
  expect(noted).toEqual(['created', 'memberAdded'])
})

it('is not there when what is to be done first could not be', async () => {
  const { starting, applications, noted } = await started(new MemoryFileSystem())
  const first = async () => {
    throw new Error('no')
  }
  await expect(starting.start(demoMe('anna'), form2024, { ...beginning(), first })).rejects.toThrow('no')
  expect([applications.ids(), noted]).toEqual([[], []])
})

it('is for those who apply, and not for the förbund or guests', async () => {
  const { starting } = await started(new MemoryFileSystem())
  expect(() => starting.require(demoMe('anna'))).not.toThrow()
  expect(() => starting.require(demoMe('per'))).toThrow(new Refused('mayNot'))
  const { starting: forGuests } = await started(new MemoryFileSystem(), true)
  expect(() => forGuests.require(demoMe('anna'))).toThrow(new Refused('mayNot'))
})

it('is not done more often than it may', async () => {
  const { starting } = await started(new MemoryFileSystem())
  starting.take(demoMe('anna'))
  starting.take(demoMe('anna'))
  expect(() => starting.take(demoMe('anna'))).toThrow('tooManyAttempts')
  expect(() => starting.take(demoMe('karim'))).not.toThrow()
})
