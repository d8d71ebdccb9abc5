import { describe, expect, it } from 'vitest'
import { newProgramIds } from '../../../server/commands/newProgramIds.ts'
import { clientIdsSchema } from '../../../server/document/applicationRecord.ts'
import { ClientIds } from '../../../server/document/clientIds.ts'
import { program } from '../../../server/document/documentRecords.ts'
import { jsonBytes, openJsonFile } from '../../../server/storage/jsonFile.ts'
import { writeNew } from '../../../server/storage/wholeFile.ts'
import { MemoryFileSystem } from '../storage/MemoryFileSystem.ts'

const path = '/data/documents/a1/clientIds.json'

describe('In a data folder that has been put back', () => {
  it('the program writes under a client id that it has never had, and the old ones stay its own', async () => {
    const disk = new MemoryFileSystem()
    for (const folder of ['/data', '/data/documents', '/data/documents/a1', '/data/documents/b2'])
      await disk.makeFolder(folder)
    await writeNew(disk, path, jsonBytes({ owners: { '7': program, '9': 'anna@heby' } }))
    await writeNew(disk, '/data/documents/b2/clientIds.json', Buffer.from('skadad'))
    await newProgramIds(disk, '/data')
    const file = await openJsonFile(path, clientIdsSchema, null, disk)
    const ids = new ClientIds(file, 10)
    const writesAs = ids.ofProgram ?? -1
    expect([7, 9].includes(writesAs)).toBe(false)
    expect([ids.ownerOf(7), ids.ownerOf(9), ids.ownerOf(writesAs)]).toEqual([program, 'anna@heby', program])
    await newProgramIds(disk, '/data')
    const again = new ClientIds(await openJsonFile(path, clientIdsSchema, null, disk), 10)
    expect(again.ofProgram).not.toBe(writesAs)
  })
})
