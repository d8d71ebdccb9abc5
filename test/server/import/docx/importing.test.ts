import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { imageType } from '../../../../server/document/cleanImage.ts'
import type { FilledForm } from '../../../../shared/document/filledForm.ts'
import { readDocument } from '../../../../shared/document/readDocument.ts'
import { formById } from '../../../../shared/form/forms.ts'
import { type Application, applicationSchema } from '../../../../shared/http/application.ts'
import { auditLogSchema } from '../../../../shared/http/auditLog.ts'
import { type ReadWord, readWordSchema } from '../../../../shared/http/formImport.ts'
import { problemSchema } from '../../../../shared/http/problem.ts'
import { placed } from '../../../../shared/import/placing.ts'
import type { Placements } from '../../../../shared/import/ReadForm.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import { FailingDisk } from '../../../harness/FailingDisk.ts'
import type { Visitor } from '../../../harness/rawClient.ts'
import { guestOf } from '../../consultation/guestOf.ts'
import { type Sent, sendParts } from './sendParts.ts'

let disk: FailingDisk
let server: DemoServer
let anna: Visitor
/** The demo's ansökan of 2024 as a Word file; it has a figure. */
let file: Uint8Array<ArrayBuffer>
/** What is told of it. */
let told: ReadWord

beforeAll(async () => {
  disk = new FailingDisk()
  server = await DemoServer.start()
  anna = await server.enter('anna')
  const demo = (await anna.applications()).find(({ formId }) => formId === '2024')
  const answer = await anna.get(`/api/applications/${demo?.id}/application.docx`)
  file = new Uint8Array(await answer.arrayBuffer())
  told = readWordSchema.parse(await (await ask(file)).json())
})
afterAll(async () => {
  await server.dispose()
  disk.restore()
})
beforeEach(() => {
  disk.failing = null
})

async function ask(body: Uint8Array<ArrayBuffer> | string, by = anna, query = ''): Promise<Response> {
  const { origin, headers } = by
  return await fetch(`${origin}/api/applications/word/read${query}`, { method: 'POST', headers, body })
}

/** What somebody who reads the report could decide: everything left over last in the appendix. */
function allPlaced({ read }: ReadWord): Placements {
  return Object.fromEntries(read.leftOvers.map(({ id }) => [id, { section: 'appendix' }]))
}

async function create(sent: Sent, by = anna): Promise<Response> {
  return await sendParts(`${by.origin}/api/applications/word`, by.headers, sent)
}

async function kindOf(answer: Response): Promise<string> {
  return problemSchema.parse(await answer.json()).kind
}

async function created(answer: Response): Promise<Application> {
  expect(answer.status).toBe(201)
  return applicationSchema.parse(await answer.json())
}

async function saidBy(id: string): Promise<FilledForm> {
  const form = formById('2024')
  if (!form) throw new Error('There is no form of 2024.')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await anna.state(id))
  return readDocument(doc, form)
}

function figuresIn({ sections }: FilledForm) {
  return Object.values(sections).flatMap(content =>
    content.kind === 'rich' ? content.blocks.filter(block => block.type === 'figure') : [],
  )
}

describe('a Word file', () => {
  it('is told what stands in it, and nothing comes of that', async () => {
    const before = (await anna.applications()).length
    const told = readWordSchema.parse(await (await ask(file)).json())
    expect([told.read.form.formId, told.forms[0]?.formId, told.isSure]).toEqual(['2024', '2024', true])
    expect(told.read.sections.find(({ section }) => section === 'background')?.is).toBe('read')
    expect(await anna.applications()).toHaveLength(before)
  })

  it('is read as another form when somebody says so', async () => {
    const answer = await ask(file, anna, '?form=2016')
    expect(readWordSchema.parse(await answer.json()).read.form.formId).toBe('2016')
    expect(await kindOf(await ask(file, anna, '?form=1999'))).toBe('unknownForm')
    expect(await kindOf(await ask(file, anna, '?from=2016'))).toBe('malformedRequest')
  })

  it('becomes an ansökan that says what was told, and opens', async () => {
    const placements = allPlaced(told)
    const made = await created(await create({ file, choices: { formId: '2024', placements } }))
    expect(made).toMatchObject({ formId: '2024', state: 'draft', standing: { role: 'ownerEditor' } })
    const form = formById('2024')
    const is = await saidBy(made.id)
    expect(is).toEqual(form && placed(form, told.read, placements))
    const line = await anna.join(made.id)
    await line.write(doc => doc.getMap('name').set('value', 'Nytt namn'))
    await line.close()
  })

  it('brings its pictures, which are shown and have been cleaned', async () => {
    const made = await created(
      await create({ file, choices: { formId: '2024', placements: allPlaced(told) } }),
    )
    const [figure, ...others] = figuresIn(await saidBy(made.id))
    expect([figure !== undefined, others]).toEqual([true, []])
    const shown = await anna.get(`/api/applications/${made.id}/images/${figure?.image}`)
    expect([shown.status, imageType(new Uint8Array(await shown.arrayBuffer()))]).toEqual([200, 'image/png'])
  })

  it('says who owns it; where it does not, that is the organisation of whoever starts it', async () => {
    const byKarim = await server.enter('karim')
    const choices = { formId: '2024', placements: allPlaced(told) }
    expect((await created(await create({ file, choices }, byKarim))).ownerOrganisation).toBe('Heby kommun')
    const blank = await byKarim.newApplicationAlone('2024', 'Utan ägare')
    const line = await byKarim.join(blank)
    await line.write(doc => doc.getMap('owner').delete('organisation'))
    await line.close()
    const without = new Uint8Array(
      await (await byKarim.get(`/api/applications/${blank}/application.docx`)).arrayBuffer(),
    )
    const asked = readWordSchema.parse(await (await ask(without, byKarim)).json())
    const made = await create(
      { file: without, choices: { formId: '2024', placements: allPlaced(asked) } },
      byKarim,
    )
    expect(await created(made)).toMatchObject({
      name: 'Utan ägare',
      ownerOrganisation: 'Arbetsförmedlingen',
    })
  })

  it('is noted as what the ansökan was made of', async () => {
    const choices = { formId: '2024', placements: allPlaced(told) }
    const { id } = await created(await create({ file, choices }))
    const log = auditLogSchema.parse(await (await anna.get(`/api/applications/${id}/log`)).json())
    expect(log.entries.map(({ act, details }) => [act, details])).toEqual([
      ['created', { form: '2024', what: 'word' }],
    ])
  })
})

describe('it is refused', () => {
  it('when it is no Word file, whichever way it is sent', async () => {
    expect(await kindOf(await ask('x'))).toBe('notAWordFile')
    const choices = { formId: '2024', placements: {} }
    expect(await kindOf(await create({ file: new Uint8Array([120]), choices }))).toBe('notAWordFile')
  })

  it('when it is too large, before anybody reads it', async () => {
    const large = new Uint8Array(20 * 2 ** 20 + 1)
    expect(await kindOf(await ask(large))).toBe('tooLarge')
    expect(await kindOf(await create({ file: large, choices: { formId: '2024', placements: {} } }))).toBe(
      'tooLarge',
    )
    const choices = { formId: '2024', placements: { x: 'x'.repeat(2 ** 20) } }
    expect(await kindOf(await create({ file, choices }))).toBe('tooLarge')
  })

  it('on a form that there is not, or with choices that are none', async () => {
    const placements = allPlaced(told)
    expect(await kindOf(await create({ file, choices: { formId: '1999', placements } }))).toBe('unknownForm')
    for (const choices of [
      '',
      'null',
      '[]',
      '{',
      '{"formId":"2024"}',
      '{"formId":"2024","formId":"2024","placements":{}}',
    ]) {
      expect([choices, await kindOf(await create({ file, choices }))]).toEqual([choices, 'malformedRequest'])
    }
    const more = { formId: '2024', placements, role: 'ownerEditor' }
    expect(await kindOf(await create({ file, choices: more }))).toBe('malformedRequest')
  })

  it('when a part is missing, there twice or not asked for, or it is not sent in parts', async () => {
    const choices = { formId: '2024', placements: {} }
    expect(await kindOf(await create({ choices }))).toBe('malformedRequest')
    expect(await kindOf(await create({ file }))).toBe('malformedRequest')
    expect(await kindOf(await create({ file, choices, more: 'x' }))).toBe('malformedRequest')
    expect(await kindOf(await anna.post('/api/applications/word', choices))).toBe('malformedRequest')
  })

  it('when what is decided is of text that is not in it', async () => {
    const placements = { ...allPlaced(told), finnsinte: 'leaveOut' as const }
    expect(await kindOf(await create({ file, choices: { formId: '2024', placements } }))).toBe(
      'malformedRequest',
    )
  })

  it('while some of its text has no place: read as another form, it has text that nothing asks for', async () => {
    const asked = readWordSchema.parse(await (await ask(file, anna, '?form=2016')).json())
    expect(asked.read.leftOvers.length).toBeGreaterThan(0)
    const before = (await anna.applications()).length
    expect(await kindOf(await create({ file, choices: { formId: '2016', placements: {} } }))).toBe(
      'notAllPlaced',
    )
    expect(await anna.applications()).toHaveLength(before)
  })

  it('from the förbund and from guests, who start nothing', async () => {
    const guest = await guestOf(anna, await anna.newApplicationAlone(), 'af')
    const per = await server.enter('per')
    const choices = { formId: '2024', placements: {} }
    for (const { headers } of [per, guest]) {
      const address = `${server.origin}/api/applications/word`
      const asked = await fetch(`${address}/read`, { method: 'POST', headers, body: file })
      expect(await kindOf(asked)).toBe('mayNot')
      expect(await kindOf(await sendParts(address, headers, { file, choices }))).toBe('mayNot')
    }
  })
})

describe('when the disk refuses', () => {
  it.each([
    ['a picture', /attachments/],
    ['the log of what people do', /audit/],
    ['the records', /record\.json/],
  ])('%s, nothing is made, and it can be done afterwards', async (_what, failing) => {
    const choices = { formId: '2024', placements: allPlaced(told) }
    const before = (await anna.applications()).length
    disk.failing = failing
    expect(await kindOf(await create({ file, choices }))).toBe('diskFault')
    expect(await anna.applications()).toHaveLength(before)
    disk.failing = null
    await created(await create({ file, choices }))
    expect(await anna.applications()).toHaveLength(before + 1)
  })
})
