import { beforeEach, describe, expect, it } from 'vitest'
import { openSignInFile } from '../../../server/people/openSignInFile.ts'
import { type SessionFile, sessionFileSchema } from '../../../server/people/sessions.ts'
import { linksFileSchema } from '../../../server/people/ways/mailLink/Links.ts'
import { DamagedFile } from '../../../server/storage/damage.ts'
import type { DataFolder } from '../../../server/storage/dataFolder.ts'
import { MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { memoryFolder } from '../storage/memoryFolder.ts'

let disk: MemoryFileSystem
let folder: DataFolder
beforeEach(async () => {
  disk = new MemoryFileSystem()
  folder = await memoryFolder(disk)
})

const nobody: SessionFile = { sessions: {} }

describe('a damaged file of those who are in, or on their way in', () => {
  it.each([
    ['sessions.json', () => openSignInFile(folder, 'sessions.json', sessionFileSchema, nobody)],
    ['links.json', () => openSignInFile(folder, 'links.json', linksFileSchema, { links: {} })],
  ])('(%s) is said to be one that may be taken away, and can be', async (name, open) => {
    const path = folder.file(name)
    disk.poke(path, Buffer.from('{"half'))
    const fault = await open().catch((fault: unknown) => fault)
    expect(fault).toBeInstanceOf(DamagedFile)
    expect((fault as Error).message).toBe(
      `Filen ${path} går inte att läsa: Den är inte hel JSON. Den har inte ändrats. ` +
        'Ta bort den och starta om: alla får gå in på nytt, men inget annat går förlorat.',
    )
    expect(String(disk.peek(path))).toBe('{"half')
    await disk.unlink(path)
    await expect(open()).resolves.toBeDefined()
  })
})
