import { describe, expect, it, vi } from 'vitest'
import { checkFolder } from '../../../server/commands/checkFolder.ts'
import { copyFolder } from '../../../server/commands/copyFolder.ts'
import { CommandRefused } from '../../../server/commands/run.ts'
import { fault, MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { openInMemory } from '../storage/memoryFolder.ts'
import { idA, idB, pictureHash, recordsOf, twoDocuments } from './smallFolder.ts'

vi.setConfig({ testTimeout: 60_000 })

/** The data folder of a program that was killed: its updates stand in the write-ahead log. */
async function killed(): Promise<MemoryFileSystem> {
  const disk = new MemoryFileSystem()
  await twoDocuments(disk)
  for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate)
  return disk.afterKill()
}

async function atRest(): Promise<MemoryFileSystem> {
  const disk = await killed()
  await (await openInMemory(disk)).storage.close()
  return disk
}

async function backup(): Promise<MemoryFileSystem> {
  const disk = await killed()
  await copyFolder(disk, '/data', '/backup', { madeAt: '2026-11-22T08:00:00.000Z' })
  return disk
}

const isRecord = (path: string) => path.endsWith('.json')

describe('a check', () => {
  it.each([
    ['the folder of a killed program', killed, '/data'],
    ['a folder at rest', atRest, '/data'],
    ['a backup', backup, '/backup'],
  ])('finds nothing wrong with %s, and changes nothing', async (_what, make, root) => {
    const disk = await make()
    const files = new Map(disk.files().map(path => [path, Buffer.from(disk.peek(path))]))
    const { documents, problems } = await checkFolder(disk, root)
    expect(problems).toEqual([])
    expect(documents).toEqual([
      { id: idA, name: `Namn ${idA}`, updates: 3, attachments: 1, problems: [] },
      { id: idB, name: `Namn ${idB}`, updates: 3, attachments: 0, problems: [] },
    ])
    expect(new Map(disk.files().map(path => [path, disk.peek(path)]))).toEqual(files)
    expect(disk.openFiles).toBe(0)
  })

  it.each([
    ['the folder of a killed program', killed, '/data'],
    ['a folder at rest', atRest, '/data'],
    ['a backup', backup, '/backup'],
  ])(
    'names the file, and the document whose it is, whichever byte of %s is changed',
    async (_what, make, root) => {
      const disk = await make()
      for (const path of disk.files().filter(file => file.startsWith(`${root}/`))) {
        // A record has no checksum where it is used: only a backup knows every byte of it.
        if (isRecord(path) && root === '/data') continue
        const sound = disk.peek(path)
        for (let at = 0; at < sound.length; at += 1) {
          const changed = Buffer.from(sound)
          changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
          disk.poke(path, changed)
          const { documents, problems } = await checkFolder(disk, root)
          const all = [...problems, ...documents.flatMap(document => document.problems)]
          expect(all.join('\n'), `byte ${at}`).toContain(path)
          const id = path.split('/')[3]
          const whose = documents
            .filter(document => document.problems.length > 0)
            .map(document => document.id)
          if (path.includes('/documents/')) expect(whose, `${path}, byte ${at}`).toEqual([id])
          else if (whose.length === 0 && path.includes('/wal/')) expect(all.join('\n')).toContain(idA)
        }
        disk.poke(path, sound)
      }
    },
  )

  it('names what is missing from a backup, and what has been added', async () => {
    const disk = await backup()
    const document = `/backup/documents/${idA}`
    await disk.unlink(`${document}/attachments/${pictureHash}`)
    await disk.unlink('/backup/sessions.json')
    disk.poke(`${document}/extra.json`, Buffer.from('{}'))
    const { documents, problems } = await checkFolder(disk, '/backup')
    expect(problems).toEqual(['Filen /backup/sessions.json saknas.'])
    expect(documents[0]?.problems).toEqual([
      `Filen ${document}/extra.json har lagts till efteråt.`,
      `Filen ${document}/attachments/${pictureHash} saknas.`,
    ])
  })

  it('tells a half-written end from damage', async () => {
    const disk = await killed()
    const path = '/data/wal/00000001.log'
    const log = disk.peek(path)
    disk.poke(path, Buffer.concat([log, log.subarray(16, 60)]))
    const { documents, problems, notes } = await checkFolder(disk, '/data')
    expect([...problems, ...documents.flatMap(document => document.problems)]).toEqual([])
    expect(notes).toEqual([`Filen ${path} slutar med en halvskriven post (byte ${log.length}).`])
  })

  it('says of a record that is not as it should be what is wrong', async () => {
    const disk = await atRest()
    disk.poke(`/data/documents/${idA}/clientIds.json`, Buffer.from('{"owners": 7}'))
    const records = recordsOf(idB)
    const otherForm = Buffer.from(String(Buffer.from(records['record.json'] ?? [])).replace('2024', '2031'))
    disk.poke(`/data/documents/${idB}/record.json`, otherForm)
    disk.poke('/data/sessions.json', Buffer.from('{'))
    const { documents, problems } = await checkFolder(disk, '/data')
    expect(problems.join()).toContain('sessions.json går inte att läsa: Den är inte hel JSON.')
    expect(documents[0]?.problems.join()).toContain('Innehållet är inte det väntade (vid owners).')
    expect(documents[1]?.problems.join()).toContain('Blanketten "2031" är okänd.')
  })

  it('goes on past what the disk does not give back', async () => {
    const disk = await atRest()
    disk.before = ({ name, path }) => {
      if (name === 'read' && path.includes(idA)) throw fault('EIO', path)
    }
    const { documents } = await checkFolder(disk, '/data')
    expect(documents.map(({ problems }) => problems.length > 0)).toEqual([true, false])
    expect(documents[0]?.problems[0]).toContain('går inte att läsa från disken')
  })

  it('is refused where there is no data folder', async () => {
    const disk = new MemoryFileSystem()
    await disk.makeFolder('/other')
    await expect(checkFolder(disk, '/other')).rejects.toThrow(CommandRefused)
    await expect(checkFolder(disk, '/nowhere')).rejects.toThrow('/nowhere är ingen datamapp')
  })
})
