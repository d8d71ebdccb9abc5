import { mkdtemp, readdir, rm, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkFolder } from '../../../server/commands/checkFolder.ts'
import { copyFolder } from '../../../server/commands/copyFolder.ts'
import { newProgramIds } from '../../../server/commands/newProgramIds.ts'
import { restoreDocument } from '../../../server/commands/restoreDocument.ts'
import { sayCheck } from '../../../server/commands/sayCheck.ts'
import { nodeFileSystem } from '../../../server/storage/nodeFileSystem.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import { Answering, attachment, sum, take } from '../consultation/reply/Answering.ts'
import { RoundsOf } from '../consultation/roundsOf.ts'

let server: DemoServer
let folder: string
let backup: string
let id: string
let draftId: string
let file: { hash: string; name: string; sizeBytes: number }

beforeAll(async () => {
  server = await DemoServer.start()
  folder = await mkdtemp(join(tmpdir(), 'samskriv-copies-'))
  backup = join(folder, 'backup')
  const anna = await server.enter('anna')
  const elin = await server.enter('elin')
  id = await anna.newApplication()
  await anna.put(`/api/applications/${id}/members/elin`, { role: 'partyLead' })
  await new RoundsOf(anna, id).send({ recipients: [{ partyId: 'fk', personIds: ['elin'] }] })
  const byElin = new Answering(elin, id)
  const draft = await byElin.join()
  draftId = await byElin.begin()
  file = await byElin.attach('Bedömning.pdf', Buffer.from('en bedömning'))
  await draft.write(doc => {
    take(doc, 'abstains')
    sum(doc, 'Vi avstår.')
    attachment(doc, file)
  })
  await byElin.send()
  await byElin.reopen()
  await byElin.send(1)
  // While the program is using it.
  await copyFolder(nodeFileSystem, server.dataDir, backup, { madeAt: '2026-11-22T08:00:00.000Z' })
})
afterAll(async () => {
  await server.dispose()
  await rm(folder, { recursive: true, force: true })
})

const copyTo = async (name: string): Promise<string> => {
  const to = join(folder, name)
  await copyFolder(nodeFileSystem, backup, to, { madeAt: null })
  return to
}

describe('a backup', () => {
  it('has the drafts of answers, and is found whole', async () => {
    const { lines, isFine } = sayCheck(await checkFolder(nodeFileSystem, backup), '')
    expect(isFine).toBe(true)
    expect(lines.join('\n')).toContain(`Remissvar ${draftId} (fk, ansökan ${id}): hel`)
    expect(lines.at(-1)).toMatch(/^Allt är helt: \d+ ansökningar och 1 remissvar\.$/)
  })

  it('is found wrong when a file of an answer that was sent is missing', async () => {
    const copy = await copyTo('missing')
    await unlink(join(copy, 'documents', draftId, 'attachments', file.hash))
    const { documents } = await checkFolder(nodeFileSystem, copy)
    const problems = documents.find(document => document.id === id)?.problems
    expect(problems?.join()).toContain('En bilaga till ett svar i runda 1 fattas')
  })

  it('that is put back whole has the draft to write on, and the answers', async () => {
    const copy = await copyTo('whole')
    await newProgramIds(nodeFileSystem, copy)
    const again = await DemoServer.start({}, copy)
    const byElin = new Answering(await again.enter('elin'), id)
    const draft = await byElin.join()
    expect(draft.doc.getMap('summary').get('text')?.toString()).toBe('Vi avstår.')
    expect(await byElin.replies()).toHaveLength(2)
    expect((await byElin.attached('fk', file.hash)).status).toBe(200)
    await byElin.reopen()
    await draft.write(doc => sum(doc, ' Fortfarande.'))
    expect((await byElin.send(2)).summary).toBe('Vi avstår. Fortfarande.')
    await again.dispose()
  })

  it('gives one ansökan back as another, with its answers and their files, and without drafts', async () => {
    const copy = await copyTo('one')
    const restored = await restoreDocument(nodeFileSystem, backup, copy, id, '2026-11-22')
    const before = (await readdir(join(copy, 'documents'))).filter(name => name.startsWith('r'))
    expect(before).toEqual([draftId])
    const again = await DemoServer.start({}, copy)
    const elin = await again.enter('elin')
    expect(await new Answering(elin, restored.id).replies()).toMatchObject([
      { number: 1, attachments: [file] },
      { number: 2, attachments: [file] },
    ])
    const answer = await new Answering(elin, restored.id).attached('fk', file.hash)
    expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe('en bedömning')
    const { lines, isFine } = sayCheck(await checkFolder(nodeFileSystem, copy), '')
    expect([isFine, lines.at(-1)]).toEqual([true, expect.stringContaining('1 remissvar')])
    await again.dispose()
  })

  it('gives no draft back as an ansökan', async () => {
    const copy = await copyTo('draft')
    await expect(restoreDocument(nodeFileSystem, backup, copy, draftId, '2026-11-22')).rejects.toThrow(
      `finns ingen ansökan ${draftId}`,
    )
  })
})
