import { describe, expect, it } from 'vitest'
import { DamagedVersion } from '../../../server/version/VersionContents.ts'
import type { MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { KeptByHand } from './KeptByHand.ts'

/** A document with two versions, the second of a longer text. */
async function twoVersions(): Promise<KeptByHand> {
  const kept = await KeptByHand.begin()
  await kept.byHand('Ett')
  kept.writes('anna', 'Mer text.')
  await kept.byHand('Två')
  return kept
}

function attachmentOf(hash: string): string {
  return `/data/documents/prov/attachments/${hash}`
}

describe('a version on disk', () => {
  it('is there wholly or not at all when the program is killed at any call, or the power is cut', async () => {
    const ends = {
      killed: (disk: MemoryFileSystem) => disk.afterKill(),
      'without power': (disk: MemoryFileSystem) => disk.afterPowerCut(),
    }
    for (const [end, next] of Object.entries(ends)) {
      let calls = 0
      for (let last = 0, isOver = false; !isOver; last += 1) {
        const kept = await KeptByHand.begin()
        await kept.byHand('Ett')
        kept.writes('anna', 'Mer text.')
        await kept.versions.settle()
        calls = 0
        kept.disk.before = () => {
          calls += 1
          if (calls > last) throw new Error('The machine is off')
        }
        const second = await kept.byHand('Två').catch(() => null)
        isOver = calls <= last
        const found = await KeptByHand.on(next(kept.disk), kept.doc)
        const versions = await found.versions.list('prov')
        const where = `${end} after call ${last}`
        expect(versions.length, where).toBeGreaterThanOrEqual(second ? 2 : 1)
        for (const { number } of versions)
          expect(await found.versions.read('prov', number), where).not.toBeNull()
        // Whoever wrote is in the version, or in the next.
        const told = [...versions.map(({ writers }) => writers), found.versions.since('prov').writers]
        expect(JSON.stringify(told), where).toContain('anna@heby')
      }
      expect(calls).toBeGreaterThan(10)
    }
  })

  it('is refused by a full disk, and made when there is room, with all who have written', async () => {
    const kept = await KeptByHand.begin()
    kept.writes('anna', 'Ett.')
    await kept.versions.settle()
    for (let failing = 1; failing <= 8; failing += 1) {
      let calls = 0
      kept.disk.before = ({ path }) => {
        if (path.includes('since')) return
        calls += 1
        if (calls >= failing) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' })
      }
      await expect(kept.byHand('Nej'), `call ${failing}`).rejects.toThrow()
      kept.disk.before = () => {}
      expect(await kept.list(), `call ${failing}`).toEqual([])
      kept.writes('karim', 'Mer.', 'targetGroup')
    }
    expect(await kept.byHand('Ja')).toMatchObject({
      number: 1,
      writers: { background: ['anna@heby'], targetGroup: ['karim@heby'] },
    })
  })

  it('that has been changed is said to be damaged, by its number, and is left as it is', async () => {
    const kept = await twoVersions()
    const [one, two] = await kept.versions.list('prov')
    if (!one || !two) throw new Error('They were not made')
    for (const hash of [two.content, two.threads]) {
      const whole = Buffer.from(kept.disk.peek(attachmentOf(hash)))
      for (let byte = 0; byte < whole.length; byte += 7) {
        const changed = Buffer.from(whole)
        changed[byte] = (changed[byte] ?? 0) ^ 1
        kept.disk.poke(attachmentOf(hash), changed)
        const fault = await kept.versions.read('prov', 2).catch(fault => fault)
        expect(fault, `byte ${byte}`).toBeInstanceOf(DamagedVersion)
        expect(fault.number).toBe(2)
        expect(kept.disk.peek(attachmentOf(hash)).equals(changed)).toBe(true)
      }
      kept.disk.poke(attachmentOf(hash), whole)
    }
    expect((await kept.versions.read('prov', 2))?.version).toEqual(two)
    await kept.disk.unlink(attachmentOf(two.content))
    await expect(kept.versions.read('prov', 2)).rejects.toThrow(DamagedVersion)
    expect(await kept.versions.read('prov', 1)).not.toBeNull()
  })

  it('whose line in the list has been changed is said to be damaged', async () => {
    const kept = await twoVersions()
    const file = '/data/documents/prov/versions.json'
    const list = JSON.parse(kept.disk.peek(file).toString())
    const [one, two] = list.versions
    const changes = {
      'another hash': { ...two, hash: one.hash },
      'the text of another': { ...two, content: one.content },
      'something else than a text': { ...two, content: two.threads },
      'something else than threads': { ...two, threads: two.content },
    }
    for (const [what, changed] of Object.entries(changes)) {
      kept.disk.poke(file, Buffer.from(JSON.stringify({ versions: [one, changed] })))
      const again = await KeptByHand.on(kept.disk, kept.doc)
      await expect(again.versions.read('prov', 2), what).rejects.toThrow(DamagedVersion)
      expect(await again.versions.read('prov', 1), what).not.toBeNull()
    }
  })

  it('cannot be listed when the list is damaged, and nothing is made upon it', async () => {
    const kept = await twoVersions()
    const file = '/data/documents/prov/versions.json'
    const broken = kept.disk.peek(file).subarray(0, 100)
    kept.disk.poke(file, broken)
    const again = await KeptByHand.on(kept.disk, kept.doc)
    await expect(again.versions.list('prov')).rejects.toThrow(DamagedVersion)
    await expect(again.byHand('Tre')).rejects.toThrow(DamagedVersion)
    expect(kept.disk.peek(file).equals(broken)).toBe(true)
  })
})
