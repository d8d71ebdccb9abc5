import { describe, expect, it } from 'vitest'
import { auditFileName, entriesPerFile } from '../../../server/audit/auditScan.ts'
import { DiskFault } from '../../../server/storage/diskFault.ts'
import { fault, MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import {
  anna,
  bo,
  everything,
  firstFile,
  folder,
  headFile,
  noon,
  noteMany,
  openAudit,
} from './auditOnDisk.ts'

describe('the audit log', () => {
  it('keeps who, for which party, when, what and where, by ids', async () => {
    const { audit } = await openAudit(new MemoryFileSystem())
    await audit.note({
      act: 'created',
      me: anna,
      applicationId: 'x',
      state: 'draft',
      details: { form: '2024' },
    })
    await audit.note({ act: 'signInRefused', me: null })
    const [created, refused] = await everything(audit)
    expect(created).toMatchObject({
      number: 1,
      at: '2026-11-22T12:00:01.000Z',
      act: 'created',
      personId: 'anna',
      partyId: 'heby',
      applicationId: 'x',
      state: 'draft',
      details: { form: '2024' },
    })
    expect(refused).toMatchObject({
      number: 2,
      personId: null,
      partyId: null,
      applicationId: null,
      details: {},
    })
    expect(JSON.stringify([created, refused])).not.toContain('Anna')
  })

  it('is the same after a start, goes on where it was, and is whole', async () => {
    const disk = new MemoryFileSystem()
    const { audit } = await openAudit(disk)
    await noteMany(audit, 3)
    const before = await everything(audit)
    await audit.close()
    const next = await openAudit(disk)
    await noteMany(next.audit, 2)
    await next.audit.close()
    const { audit: last, events } = await openAudit(disk)
    const after = await everything(last)
    expect(after.slice(0, 3)).toEqual(before)
    expect(after.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
    expect(new Set(after.map(({ previous }) => previous)).size).toBe(5)
    expect(events).toEqual([])
  })

  it('escapes what ends a line, moves a cursor or turns the direction of text', async () => {
    const disk = new MemoryFileSystem()
    const { audit } = await openAudit(disk)
    const label = '\r\n{"number":2}\u001b[31m\u009b\u202e\u2028slut "citat" \u{1F600}'
    await audit.note({ act: 'guestLinkMade', me: anna, details: { label } })
    const text = disk.peek(firstFile).toString()
    expect(text.split('\n')).toHaveLength(2)
    expect(text.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
    expect((await everything(audit))[0]?.details.label).toBe(label)
  })

  it('cuts what is too long, and half a character', async () => {
    const { audit } = await openAudit(new MemoryFileSystem())
    await audit.note({
      act: 'refused',
      me: null,
      applicationId: 'x'.repeat(9999),
      details: { what: '😀'.repeat(400), label: `${'a'.repeat(299)}😀` },
    })
    const [entry] = await everything(audit)
    expect(entry?.applicationId).toHaveLength(300)
    expect(entry?.details.what).toHaveLength(300)
    expect(entry?.details.label).toBe(`${'a'.repeat(299)}\uFFFD`)
  })

  it('gives what is noted in one turn one write and one sync', async () => {
    const disk = new MemoryFileSystem()
    const { audit } = await openAudit(disk)
    await noteMany(audit, 1)
    const calls: string[] = []
    disk.before = ({ name, path }) => {
      if (path === firstFile && ['write', 'syncData'].includes(name)) calls.push(name)
    }
    await Promise.all(Array.from({ length: 50 }, () => audit.note({ act: 'opened', me: bo })))
    expect(calls).toEqual(['write', 'syncData'])
    expect(await everything(audit)).toHaveLength(51)
  })

  it('is on disk when it is said to be: what was noted is there after a power cut at any moment', async () => {
    const disk = new MemoryFileSystem()
    const { audit } = await openAudit(disk)
    for (let count = 1; count <= 5; count += 1) {
      await noteMany(audit, 1)
      const { audit: after, events } = await openAudit(disk.afterPowerCut())
      expect(await everything(after)).toHaveLength(count)
      expect(events).toEqual([])
    }
  })

  it('begins a new file after ten thousand entries, and reads through both', async () => {
    const disk = new MemoryFileSystem()
    // The disk in memory copies a file for every write of it: a few large ones, then.
    const { audit } = await openAudit(disk)
    await Promise.all(
      Array.from({ length: entriesPerFile + 5 }, (_, at) =>
        audit.note({ act: at % 1000 === 0 ? 'created' : 'opened', me: anna }),
      ),
    )
    await audit.close()
    expect(disk.files().filter(path => path.endsWith('.jsonl'))).toEqual([
      firstFile,
      `${folder}/${auditFileName(entriesPerFile + 1)}`,
    ])
    const { audit: next, events } = await openAudit(disk)
    expect(events).toEqual([])
    const { entries, next: older } = await next.read({ act: 'created' }, null, 3)
    expect(entries.map(({ number }) => number)).toEqual([10_001, 9001, 8001])
    expect(older).toBe(8001)
    expect((await next.read({}, 10_003, 4)).entries.map(({ number }) => number)).toEqual([
      10_002, 10_001, 10_000, 9999,
    ])
  })

  it('finds by ansökan, act, person and time, newest first', async () => {
    const { audit } = await openAudit(new MemoryFileSystem())
    await audit.note({ act: 'opened', me: anna, applicationId: 'x' })
    await audit.note({ act: 'opened', me: bo, applicationId: 'y' })
    await audit.note({ act: 'roleChanged', me: anna, applicationId: 'x' })
    await audit.note({ act: 'signedIn', me: bo })
    const numbers = async (filter: Parameters<typeof audit.read>[0]) =>
      (await audit.read(filter, null, 10)).entries.map(({ number }) => number)
    expect(await numbers({})).toEqual([4, 3, 2, 1])
    expect(await numbers({ applicationId: 'x' })).toEqual([3, 1])
    expect(await numbers({ applicationId: 'z' })).toEqual([])
    expect(await numbers({ personId: 'bo' })).toEqual([4, 2])
    expect(await numbers({ act: 'opened', personId: 'anna' })).toEqual([1])
    expect(await numbers({ fromMs: noon + 2000, untilMs: noon + 4000 })).toEqual([3, 2])
    expect(audit.people('x')).toEqual([{ personId: 'anna', partyId: 'heby' }])
    expect(audit.people().map(({ personId }) => personId)).toEqual(['anna', 'bo'])
  })

  it('finds what was done to a person or to an address, also after a start', async () => {
    const disk = new MemoryFileSystem()
    const { audit } = await openAudit(disk)
    for (const details of [{ person: 'bo' }, { address: 'bo@af.example' }, { person: 'boel' }, {}]) {
      await audit.note({ act: 'memberRemoved', me: anna, details })
    }
    await audit.note({ act: 'personChanged', me: bo, details: { person: 'bo', address: 'x@af.example' } })
    await audit.close()
    const { audit: next } = await openAudit(disk)
    for (const log of [audit, next]) {
      const { entries } = await log.read({ subjects: new Set(['bo', 'bo@af.example']) }, null, 9)
      expect(entries.map(({ number }) => number)).toEqual([5, 2, 1])
      expect((await log.read({ subjects: new Set() }, null, 9)).entries).toEqual([])
    }
  })

  it('says so when the disk takes nothing, keeps nothing of it, and goes on when it does', async () => {
    for (const name of ['write', 'syncData'] as const) {
      const disk = new MemoryFileSystem()
      const { audit } = await openAudit(disk)
      await noteMany(audit, 2)
      disk.before = call => {
        if (call.path === firstFile && call.name === name) throw fault('ENOSPC', call.path)
      }
      await expect(audit.note({ act: 'created', me: anna })).rejects.toThrow(DiskFault)
      disk.before = () => {}
      await audit.note({ act: 'signedOut', me: anna })
      await audit.close()
      const { audit: next, events } = await openAudit(disk)
      expect((await everything(next)).map(({ act }) => act)).toEqual(['opened', 'opened', 'signedOut'])
      expect(events).toEqual([])
    }
  })

  it('is there when only its head cannot be written, which is written the next time', async () => {
    const disk = new MemoryFileSystem()
    const { audit, events } = await openAudit(disk)
    disk.before = call => {
      if (call.path.startsWith(headFile)) throw fault('EIO', call.path)
    }
    await noteMany(audit, 1)
    await new Promise(setImmediate)
    disk.before = () => {}
    await noteMany(audit, 1)
    await audit.close()
    expect(events.map(event => event.kind)).toEqual(['diskFault'])
    expect(JSON.parse(disk.peek(headFile).toString())).toMatchObject({ number: 2 })
  })

  it('takes nothing more when it is closed', async () => {
    const { audit } = await openAudit(new MemoryFileSystem())
    const noted = audit.note({ act: 'opened', me: anna })
    await audit.close()
    await noted
    await expect(audit.note({ act: 'opened', me: anna })).rejects.toThrow()
    expect(audit.head.number).toBe(1)
  })
})

describe('after a stop at any call of the disk', () => {
  it('has everything that was said to be noted, in order, and at most what was under way besides', async () => {
    for (const cut of ['kill', 'power'] as const) {
      for (let stopAt = 0; ; stopAt += 1) {
        const disk = new MemoryFileSystem()
        let calls = 0
        let left: MemoryFileSystem | null = null
        const opening = await openAudit(disk)
        disk.before = () => {
          if (calls === stopAt) left = cut === 'kill' ? disk.afterKill() : disk.afterPowerCut(halfOf)
          calls += 1
        }
        let noted = 0
        for (let index = 0; index < 4 && left === null; index += 1) {
          await Promise.all([noteMany(opening.audit, 1), noteMany(opening.audit, 1)])
          if (left === null) noted += 2
        }
        if (left === null) break
        const { audit, events } = await openAudit(left)
        const numbers = (await everything(audit)).map(({ number }) => number)
        expect(numbers.length, `${cut} at call ${stopAt}`).toBeGreaterThanOrEqual(noted)
        expect(numbers).toEqual(numbers.map((_, index) => index + 1))
        expect(events.map(({ kind }) => kind).filter(kind => kind !== 'tailCut')).toEqual([])
        await noteMany(audit, 1)
        await audit.close()
        const again = await openAudit(left)
        expect(again.events).toEqual([])
        expect(await everything(again.audit)).toHaveLength(numbers.length + 1)
      }
    }
  })
})

/** As a disk that got to some of what had been written since its last sync. */
function halfOf(written: Buffer, synced: Buffer): Buffer {
  return written.subarray(0, synced.length + Math.floor((written.length - synced.length) / 2))
}
