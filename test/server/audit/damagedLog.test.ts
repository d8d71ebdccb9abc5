import { hash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { scanAudit } from '../../../server/audit/auditScan.ts'
import { fault, MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { damagesIn, everything, firstFile, folder, headFile, noteMany, openAudit } from './auditOnDisk.ts'

/** A disk with a log of six entries, at rest. */
async function sixEntries(): Promise<MemoryFileSystem> {
  const disk = new MemoryFileSystem()
  const { audit } = await openAudit(disk)
  await noteMany(audit, 6)
  await audit.close()
  return disk
}

function linesOf(disk: MemoryFileSystem): string[] {
  return disk.peek(firstFile).toString().trimEnd().split('\n')
}

function putLines(disk: MemoryFileSystem, lines: readonly string[]): void {
  disk.poke(firstFile, Buffer.from(lines.map(line => `${line}\n`).join('')))
}

/** The line with other words in it and a hash that fits them, as somebody would make it who knows how. */
function forged(line: string, from: string, to: string): string {
  const hashed = line.replace(from, to).replace(/,"hash":"[0-9a-f]{64}"}$/, '')
  return `${hashed},"hash":"${hash('sha256', hashed, 'hex')}"}`
}

/** What a start says of the log. The next says it again, unless only the head record was wrong, which is new by then. */
async function saidOf(disk: MemoryFileSystem, isHeadAlone = false): Promise<string[]> {
  const before = disk.peek(firstFile)
  const { audit, events } = await openAudit(disk)
  const entries = await everything(audit)
  await audit.close()
  const said = damagesIn(events)
  const told = entries
    .filter(({ act }) => act === 'logBroken')
    .map(({ details }) => `${details.reason} ${details.number}`)
  expect(told).toEqual(said)
  // What is damaged is not written to.
  if (!isHeadAlone) expect(disk.peek(firstFile)).toEqual(before)
  const again = await openAudit(disk)
  const later = await everything(again.audit)
  expect(damagesIn(again.events)).toEqual(isHeadAlone ? [] : said)
  expect(later.filter(({ act }) => act === 'logBroken')).toHaveLength(told.length)
  await noteMany(again.audit, 1)
  expect((await everything(again.audit)).length).toBe(later.length + 1)
  return said
}

describe('a log that is not as it was written is named at the start, and goes on', () => {
  it('when an entry is taken out', async () => {
    for (let taken = 0; taken < 6; taken += 1) {
      const disk = await sixEntries()
      putLines(
        disk,
        linesOf(disk).filter((_, at) => at !== taken),
      )
      expect(await saidOf(disk)).toEqual([`missing ${taken + 1}`])
    }
  })

  it('when an entry is changed', async () => {
    for (let changed = 0; changed < 6; changed += 1) {
      const disk = await sixEntries()
      putLines(
        disk,
        linesOf(disk).map((line, at) => (at === changed ? line.replace('anna', 'otto') : line)),
      )
      expect(await saidOf(disk)).toEqual([`changed ${changed + 1}`])
    }
  })

  it('when an entry is changed and given a hash that fits', async () => {
    for (let changed = 0; changed < 6; changed += 1) {
      const disk = await sixEntries()
      putLines(
        disk,
        linesOf(disk).map((line, at) => (at === changed ? forged(line, 'anna', 'otto') : line)),
      )
      expect(await saidOf(disk)).toEqual([`replaced ${changed + 1}`])
    }
  })

  it('when two entries change places', async () => {
    for (let first = 0; first < 5; first += 1) {
      const disk = await sixEntries()
      const lines = linesOf(disk)
      lines.splice(first, 2, lines[first + 1] ?? '', lines[first] ?? '')
      putLines(disk, lines)
      expect(await saidOf(disk)).toEqual([`missing ${first + 1}`, `moved ${first + 1}`])
    }
  })

  it('when an entry stands there twice, or one is put in that nobody noted', async () => {
    const twice = await sixEntries()
    putLines(twice, [...linesOf(twice).slice(0, 3), ...linesOf(twice).slice(2)])
    expect(await saidOf(twice)).toEqual(['moved 3'])
    const added = await sixEntries()
    const [last = ''] = linesOf(added).slice(-1)
    const previous = JSON.parse(last).hash as string
    const extra = forged(last, '"number":6', '"number":7').replace(
      /"previous":"[0-9a-f]{64}"/,
      `"previous":"${previous}"`,
    )
    putLines(added, [...linesOf(added), forged(extra, '"number":9', '"number":9'), 'x'])
    // Beyond the head record nobody can tell it from what was under way when the machine stopped; the rest is torn.
    const { events } = await openAudit(added)
    expect(events.map(({ kind }) => kind)).toEqual(['tailCut'])
  })

  it('when entries are cut off at the end, whole or in part, by its head', async () => {
    const whole = await sixEntries()
    const bytes = whole.peek(firstFile)
    const lastLine = bytes.lastIndexOf(10, bytes.length - 2) + 1
    for (let end = lastLine; end < bytes.length; end += 1) {
      const disk = await sixEntries()
      disk.poke(firstFile, bytes.subarray(0, end))
      const { events, audit } = await openAudit(disk)
      expect(damagesIn(events), `cut at byte ${end}`).toEqual([end === lastLine ? 'missing 6' : 'changed 6'])
      expect((await everything(audit)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 7])
      await audit.close()
    }
    const short = await sixEntries()
    putLines(short, linesOf(short).slice(0, 3))
    expect(await saidOf(short)).toEqual(['missing 4'])
    const none = await sixEntries()
    await none.unlink(firstFile)
    const { events } = await openAudit(none)
    expect(damagesIn(events)).toEqual(['missing 1'])
  })

  it('when the last line is half written and its head has not come so far, as a stop leaves it: cut and kept', async () => {
    const disk = await sixEntries()
    const bytes = disk.peek(firstFile)
    const lastLine = bytes.lastIndexOf(10, bytes.length - 2) + 1
    const fifth = JSON.parse(linesOf(disk)[4] ?? '') as { hash: string }
    const head = Buffer.from(`${JSON.stringify({ number: 5, hash: fifth.hash })}\n`)
    for (let end = lastLine + 1; end < bytes.length; end += 1) {
      const torn = await sixEntries()
      torn.poke(firstFile, bytes.subarray(0, end))
      torn.poke(headFile, head)
      const { audit, events } = await openAudit(torn)
      expect(events).toMatchObject([{ kind: 'tailCut', byte: lastLine, sizeBytes: end - lastLine }])
      expect(await everything(audit)).toHaveLength(5)
      await noteMany(audit, 1)
      await audit.close()
      expect((await openAudit(torn)).events).toEqual([])
    }
  })

  it('when any byte of it is another', async () => {
    const disk = await sixEntries()
    const bytes = Buffer.from(disk.peek(firstFile))
    const head = Buffer.from(disk.peek(headFile))
    for (const [path, whole] of [
      [firstFile, bytes],
      [headFile, head],
    ] as const) {
      for (let at = 0; at < whole.length; at += 1) {
        const flipped = Buffer.from(whole)
        flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
        disk.poke(firstFile, bytes)
        disk.poke(headFile, head)
        disk.poke(path, flipped)
        const { damages } = await scanAudit(disk, folder)
        expect(damages.length, `byte ${at} of ${path}`).toBeGreaterThan(0)
        const line = whole.subarray(0, at).filter(byte => byte === 10).length + 1
        if (path === firstFile) expect(damages[0]?.number, `byte ${at}`).toBe(line)
      }
    }
  })

  it('when its head record is gone, changed, or of another log', async () => {
    for (const change of [
      (disk: MemoryFileSystem) => disk.unlink(headFile),
      async (disk: MemoryFileSystem) => disk.poke(headFile, Buffer.from('{"number":2}')),
    ]) {
      const disk = await sixEntries()
      await change(disk)
      expect(await saidOf(disk, true)).toEqual(['head 6'])
    }
    const other = await sixEntries()
    other.poke(headFile, Buffer.from(`${JSON.stringify({ number: 4, hash: 'b'.repeat(64) })}\n`))
    expect(await saidOf(other, true)).toEqual(['replaced 4'])
    const ahead = await sixEntries()
    ahead.poke(headFile, Buffer.from(`${JSON.stringify({ number: 9, hash: 'b'.repeat(64) })}\n`))
    expect(await saidOf(ahead)).toEqual(['missing 7'])
    const { audit } = await openAudit(ahead)
    expect((await everything(audit)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 10, 11])
  })

  it('when the disk does not give a file back', async () => {
    const disk = await sixEntries()
    disk.before = ({ name, path }) => {
      if (name === 'read' && path === firstFile) throw fault('EIO', path)
    }
    const { audit, events } = await openAudit(disk)
    expect(damagesIn(events)).toEqual(['unreadable 0'])
    await noteMany(audit, 1)
    disk.before = () => {}
    expect(linesOf(disk)).toHaveLength(6)
    await audit.close()
    const later = await openAudit(disk)
    expect(later.events).toEqual([])
    expect((await everything(later.audit)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('until the file is put back from a backup', async () => {
    const disk = await sixEntries()
    const backup = Buffer.from(disk.peek(firstFile))
    putLines(disk, linesOf(disk).slice(0, 4))
    const { audit } = await openAudit(disk)
    await noteMany(audit, 2)
    await audit.close()
    disk.poke(firstFile, backup)
    const { audit: mended, events } = await openAudit(disk)
    expect(events).toEqual([])
    expect((await everything(mended)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('in an earlier file, or when a whole file is gone', async () => {
    const disk = await sixEntries()
    // A second file begins after a break.
    putLines(disk, linesOf(disk).slice(0, 5))
    await openAudit(disk).then(({ audit }) => audit.close())
    expect(disk.files().filter(path => path.endsWith('.jsonl'))).toHaveLength(2)
    putLines(
      disk,
      linesOf(disk).map((line, at) => (at === 1 ? line.replace('anna', 'otto') : line)),
    )
    const { audit, events } = await openAudit(disk)
    expect(damagesIn(events)).toEqual(['changed 2', 'missing 6'])
    expect((await everything(audit)).map(({ number, act }) => `${number} ${act}`)).toEqual([
      '1 opened',
      '3 opened',
      '4 opened',
      '5 opened',
      '7 logBroken',
      '8 logBroken',
    ])
    await audit.close()
    await disk.unlink(firstFile)
    const without = await openAudit(disk)
    expect(damagesIn(without.events)).toEqual(['missing 1'])
  })

  it('when it is changed while the program runs: that entry is left out and named', async () => {
    const disk = await sixEntries()
    const { audit, events } = await openAudit(disk)
    putLines(
      disk,
      linesOf(disk).map((line, at) => (at === 2 ? line.replace('anna', 'otto') : line)),
    )
    expect((await everything(audit)).map(({ number }) => number)).toEqual([1, 2, 4, 5, 6])
    expect(damagesIn(events)).toEqual(['changed 3'])
  })

  it('starts all the same when the disk is full as well', async () => {
    const disk = await sixEntries()
    putLines(disk, linesOf(disk).slice(1))
    disk.before = ({ name, path }) => {
      if (name === 'write') throw fault('ENOSPC', path)
    }
    const { audit, events } = await openAudit(disk)
    expect(events.map(({ kind }) => kind)).toContain('diskFault')
    expect(await everything(audit)).toHaveLength(5)
  })
})
