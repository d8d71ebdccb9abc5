import { describe, expect, it } from 'vitest'
import { checkFolder } from '../../../server/commands/checkFolder.ts'
import { copyFolder } from '../../../server/commands/copyFolder.ts'
import { sayCheck } from '../../../server/commands/sayCheck.ts'
import { twoDocuments } from '../commands/smallFolder.ts'
import { MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { anna, everything, firstFile, noteMany, openAudit } from './auditOnDisk.ts'

/** A data folder at rest with two documents and a log of four entries. */
async function wholeFolder() {
  const disk = new MemoryFileSystem()
  const { storage } = await twoDocuments(disk)
  await storage.close()
  const { audit } = await openAudit(disk)
  await noteMany(audit, 4)
  return { disk, audit }
}

const madeAt = '2026-11-22T12:00:00.000Z'

describe('the audit log in a check and a backup', () => {
  it('is whole where it is, in the copy, and in what is restored from it', async () => {
    const { disk, audit } = await wholeFolder()
    expect((await checkFolder(disk, '/data')).problems).toEqual([])
    expect((await copyFolder(disk, '/data', '/copy', { madeAt })).problems).toEqual([])
    expect((await copyFolder(disk, '/copy', '/restored', { madeAt: null })).problems).toEqual([])
    for (const name of ['000000000001.jsonl', 'head.json']) {
      expect(disk.peek(`/restored/audit/${name}`)).toEqual(disk.peek(`/data/audit/${name}`))
    }
    await audit.close()
  })

  it('is in the copy as far as it had come, also when the program writes meanwhile', async () => {
    const { disk, audit } = await wholeFolder()
    const noted: Promise<void>[] = []
    disk.before = ({ name, path }) => {
      if (name === 'open' && path.startsWith('/data/') && noted.length < 200) {
        noted.push(audit.note({ act: 'opened', me: anna }))
      }
    }
    const { problems } = await copyFolder(disk, '/data', '/copy', { madeAt })
    expect(problems).toEqual([])
    disk.before = () => {}
    await Promise.all(noted)
    expect(noted.length).toBeGreaterThan(5)
    await audit.close()
  })

  it('is damaged when an entry is: the first is named, and the command says that something is wrong', async () => {
    const { disk, audit } = await wholeFolder()
    await audit.close()
    const lines = disk.peek(firstFile).toString().split('\n')
    disk.poke(firstFile, Buffer.from([lines[0], lines[3], lines[2], ''].join('\n')))
    const { lines: said, isFine } = sayCheck(await checkFolder(disk, '/data'), '')
    expect(isFine).toBe(false)
    expect(said.filter(line => line.startsWith('FEL'))).toEqual([
      `FEL: Loggen över vad som har gjorts är skadad: post 2 saknas (${firstFile}). Det är den första av 2 poster med fel.`,
    ])
  })

  it('is still wrong at every check when the program has told of it and gone on', async () => {
    const { disk, audit } = await wholeFolder()
    await audit.close()
    const bytes = disk.peek(firstFile)
    disk.poke(firstFile, bytes.subarray(0, bytes.length - 10))
    const next = await openAudit(disk)
    await noteMany(next.audit, 2)
    await next.audit.close()
    expect((await checkFolder(disk, '/data')).problems).toEqual([
      `Loggen över vad som har gjorts är skadad: post 4 är inte som den skrevs (${firstFile}).`,
    ])
    disk.poke(firstFile, bytes)
    expect((await checkFolder(disk, '/data')).problems).toEqual([])
    expect((await everything((await openAudit(disk)).audit)).map(({ act }) => act)).toContain('logBroken')
  })

  it('has every file of it in the manifest of a backup', async () => {
    const { disk, audit } = await wholeFolder()
    await audit.close()
    await copyFolder(disk, '/data', '/copy', { madeAt })
    await disk.removeFolder('/copy/audit')
    const { problems } = await checkFolder(disk, '/copy')
    expect(problems).toEqual([
      'Filen /copy/audit/000000000001.jsonl saknas.',
      'Filen /copy/audit/head.json saknas.',
    ])
  })
})
