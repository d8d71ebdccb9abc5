import { watch } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { FilledForm } from '../../../shared/document/filledForm.ts'
import { readDocument } from '../../../shared/document/readDocument.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'
import { type ReadWord, readWordSchema } from '../../../shared/http/formImport.ts'
import { placed } from '../../../shared/import/placing.ts'
import { Visitor } from '../../harness/rawClient.ts'
import { type ServerProcess, startServerProcess } from '../../harness/serverProcess.ts'
import { sendParts } from './docx/sendParts.ts'

let server: ServerProcess
let anna: Visitor
/** The demo's ansökan of 2024 as a Word file, and what is told of it. */
let file: Uint8Array<ArrayBuffer>
let told: ReadWord

beforeAll(async () => {
  server = await startServerProcess()
  anna = await Visitor.enter(server.origin, 'anna')
  const demo = (await anna.applications()).find(({ formId }) => formId === '2024')
  const answer = await anna.get(`/api/applications/${demo?.id}/application.docx`)
  file = new Uint8Array(await answer.arrayBuffer())
  const { origin, headers } = anna
  const asked = await fetch(`${origin}/api/applications/word/read`, { method: 'POST', headers, body: file })
  told = readWordSchema.parse(await asked.json())
})
afterAll(async () => await server.dispose())

function ids(): Promise<string[]> {
  return anna.applications().then(all => all.map(({ id }) => id))
}

async function saidBy(id: string): Promise<FilledForm> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await anna.state(id))
  return readDocument(doc, form2024)
}

/** Resolves when so many things have been seen to happen in a folder. */
async function seen(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  await new Promise<void>(resolve => {
    let left = count
    const watcher = watch(folder, { recursive: true, persistent: false }, () => {
      left -= 1
      if (left > 0) return
      watcher.close()
      resolve()
    })
  })
}

it.each([1, 4, 12])(
  'A program killed at sight number %i of an ansökan that is made of a Word file has all of it, or nothing',
  async sights => {
    const before = await ids()
    const placements = Object.fromEntries(
      told.read.leftOvers.map(({ id }) => [id, { section: 'appendix' }] as const),
    )
    const sight = seen(join(server.dataDir, 'documents'), sights)
    const choices = { formId: '2024', placements }
    const sending = sendParts(`${anna.origin}/api/applications/word`, anna.headers, { file, choices })
    const answered = await Promise.race([
      sight.then(() => false),
      sending.then(
        () => true,
        () => false,
      ),
    ])
    await server.kill()
    await sending.catch(() => {})
    await server.restart()
    const made = (await ids()).filter(id => !before.includes(id))
    expect(made.length).toBeLessThanOrEqual(1)
    if (answered) expect(made).toHaveLength(1)
    for (const id of made) {
      const is = await saidBy(id)
      expect(is).toEqual(placed(form2024, told.read, placements))
      const figures = Object.values(is.sections).flatMap(content =>
        content.kind === 'rich' ? content.blocks.filter(block => block.type === 'figure') : [],
      )
      expect(figures).toHaveLength(1)
      for (const { image } of figures) {
        expect((await anna.get(`/api/applications/${id}/images/${image}`)).status).toBe(200)
      }
    }
  },
  30_000,
)
