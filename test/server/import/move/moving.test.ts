import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { hashOf } from '../../../../server/storage/attachments.ts'
import type { FilledForm } from '../../../../shared/document/filledForm.ts'
import { readDocument } from '../../../../shared/document/readDocument.ts'
import { formById } from '../../../../shared/form/forms.ts'
import { accessSchema } from '../../../../shared/http/access.ts'
import { type Application, applicationSchema } from '../../../../shared/http/application.ts'
import { auditLogSchema } from '../../../../shared/http/auditLog.ts'
import { type ReadMove, readMoveSchema } from '../../../../shared/http/formImport.ts'
import { imageSchema } from '../../../../shared/http/image.ts'
import { problemSchema } from '../../../../shared/http/problem.ts'
import { placed } from '../../../../shared/import/placing.ts'
import type { Placements, Target } from '../../../../shared/import/ReadForm.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import { FailingDisk } from '../../../harness/FailingDisk.ts'
import type { Visitor } from '../../../harness/rawClient.ts'
import { guestOf } from '../../consultation/guestOf.ts'

const sentPicture = await readFile(new URL('../../../../server/demo/samverkansteamet.png', import.meta.url))

let disk: FailingDisk
let server: DemoServer
let anna: Visitor
/** Anna's ansökan on the form of 2022, with methods, a goal that 2024 does not ask for, and a figure. */
let id: string
/** Hash of its picture. */
let picture: string

beforeAll(async () => {
  disk = new FailingDisk()
  server = await DemoServer.start()
  anna = await server.enter('anna')
})
afterAll(async () => {
  await server.dispose()
  disk.restore()
})

beforeEach(async () => {
  disk.failing = null
  id = await anna.newApplication('2022', 'Stöd på väg')
  picture = await upload()
  const line = await anna.join(id)
  await line.write(doc => {
    const methods = doc.getXmlFragment('methods')
    methods.delete(0, methods.length)
    methods.insert(0, [paragraph('Vi samverkar.'), paragraph('Vi stöder.'), figure(picture)])
    const goal = new Y.Map()
    goal.set('order', 'a0')
    goal.set('level', 'overall')
    goal.set('text', new Y.Text('Fler i arbete'))
    doc.getMap('goals').set('goal1', goal)
  })
  await line.close()
})

async function upload(): Promise<string> {
  const { origin, headers } = anna
  const address = `${origin}/api/applications/${id}/images`
  const answer = await fetch(address, { method: 'POST', headers, body: sentPicture })
  return imageSchema.parse(await answer.json()).hash
}

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  return element
}

function figure(image: string): Y.XmlElement {
  const element = new Y.XmlElement<Record<string, string | number>>('figure')
  for (const [key, value] of Object.entries({ image, width: 300, height: 200, alt: 'Teamet' }))
    element.setAttribute(key, value)
  element.insert(0, [new Y.XmlText('Figur 1')])
  return element as Y.XmlElement
}

const at = (rest: string) => `/api/applications/${id}${rest}`

async function read(to = '2024'): Promise<ReadMove> {
  return readMoveSchema.parse(await (await anna.get(at(`/move?to=${to}`))).json())
}

/** Everything left over in one place. */
function allIn({ read }: ReadMove, target: Target | 'leaveOut'): Placements {
  return Object.fromEntries(read.leftOvers.map(({ id }) => [id, target]))
}

async function kindOf(answer: Response): Promise<string> {
  return problemSchema.parse(await answer.json()).kind
}

async function moved(answer: Response): Promise<Application> {
  expect(answer.status).toBe(201)
  return applicationSchema.parse(await answer.json())
}

async function saidBy(of: string, formId: string): Promise<FilledForm> {
  const form = formById(formId)
  if (!form) throw new Error(`There is no form ${formId}.`)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await anna.state(of))
  return readDocument(doc, form)
}

describe('an ansökan that is moved to a newer form', () => {
  it('is told of first, and nothing comes of it', async () => {
    const before = (await anna.applications()).length
    const { read: told } = await read()
    expect(told.form.formId).toBe('2024')
    expect(told.leftOvers.map(({ why }) => why)).toEqual([
      'notAsked',
      'mustBeSplit',
      'mustBeSplit',
      'mustBeSplit',
    ])
    expect(await anna.applications()).toHaveLength(before)
  })

  it('is a new one that says what was told, and the old one is as it was', async () => {
    const was = await saidBy(id, '2022')
    const told = await read()
    const placements = allIn(told, { section: 'individualMethods' })
    const made = await moved(await anna.post(at('/move'), { to: '2024', hash: told.hash, placements }))
    expect(made).toMatchObject({ formId: '2024', name: 'Stöd på väg', state: 'draft' })
    const form = formById('2024')
    const is = await saidBy(made.id, '2024')
    expect(is).toEqual(form && placed(form, told.read, placements))
    expect(await saidBy(id, '2022')).toEqual(was)
  })

  it('shows the same pictures, which are its own', async () => {
    const told = await read()
    const placements = allIn(told, { section: 'individualMethods' })
    const made = await moved(await anna.post(at('/move'), { to: '2024', hash: told.hash, placements }))
    const shown = await anna.get(`/api/applications/${made.id}/images/${picture}`)
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(hashOf(new Uint8Array(await shown.arrayBuffer()))).toBe(picture)
  })

  it('has the people of the old one, each with her role, but no guests and no invitations', async () => {
    await anna.put(at('/members/sofia'), { role: 'partyLead' })
    await anna.post(at('/invitations'), { addresses: ['x@af.example'], role: 'reader', message: '' })
    await guestOf(anna, id, 'af')
    const told = await read()
    const placements = allIn(told, 'leaveOut')
    const made = await moved(await anna.post(at('/move'), { to: '2024', hash: told.hash, placements }))
    const access = accessSchema.parse(await (await anna.get(`/api/applications/${made.id}/access`)).json())
    const roles = Object.fromEntries(access.members.map(({ personId, role }) => [personId, role]))
    expect(roles).toEqual({
      anna: 'ownerEditor',
      karim: 'partyEditor',
      elin: 'partyEditor',
      sofia: 'partyLead',
    })
    expect([access.invitations, access.guestLinks]).toEqual([[], []])
    const karim = await server.enter('karim')
    expect((await karim.get(`/api/applications/${made.id}`)).status).toBe(200)
  })

  it('is noted in the log of both', async () => {
    const told = await read()
    const placements = allIn(told, 'leaveOut')
    const made = await moved(await anna.post(at('/move'), { to: '2024', hash: told.hash, placements }))
    const log = async (of: string) =>
      auditLogSchema.parse(await (await anna.get(`/api/applications/${of}/log`)).json()).entries
    expect((await log(id))[0]).toMatchObject({ act: 'movedToForm', details: { form: '2024' } })
    const begun = await log(made.id)
    expect(begun.map(({ act }) => act).toSorted()).toEqual([
      'created',
      'memberAdded',
      'memberAdded',
      'memberAdded',
    ])
    expect(begun.find(({ act }) => act === 'created')?.details).toEqual({ form: '2024', what: 'moved' })
  })
})

describe('it is refused', () => {
  it('when something has been written since it was told of', async () => {
    const told = await read()
    const line = await anna.join(id)
    await line.write(doc => doc.getXmlFragment('purpose').insert(0, [paragraph('Nytt')]))
    await line.close()
    const before = (await anna.applications()).length
    const sent = { to: '2024', hash: told.hash, placements: allIn(told, 'leaveOut') }
    expect(await kindOf(await anna.post(at('/move'), sent))).toBe('changedSince')
    expect(await anna.applications()).toHaveLength(before)
  })

  it('while a left-over text has no place, or one that cannot hold it', async () => {
    const told = await read()
    const { hash } = told
    const [first = '', ...rest] = told.read.leftOvers.map(({ id }) => id)
    const leaveOut = Object.fromEntries(rest.map(id => [id, 'leaveOut']))
    for (const placements of [
      {},
      leaveOut,
      { ...leaveOut, [first]: { section: 'agreement' } },
      { ...leaveOut, [first]: { section: 'goals', level: 'overall' } },
      { ...leaveOut, [first]: { section: 'finnsinte' } },
    ]) {
      expect(await kindOf(await anna.post(at('/move'), { to: '2024', hash, placements }))).toBe(
        'notAllPlaced',
      )
    }
  })

  it('when what is decided is of text that is not there', async () => {
    const told = await read()
    const placements = { ...allIn(told, 'leaveOut'), 'methods-99': 'leaveOut' }
    const answer = await anna.post(at('/move'), { to: '2024', hash: told.hash, placements })
    expect(await kindOf(answer)).toBe('malformedRequest')
  })

  it.each([
    ['2022', 'notNewerForm'],
    ['2016', 'notNewerForm'],
    ['1999', 'unknownForm'],
  ])('on the form of %s', async (to, kind) => {
    expect(await kindOf(await anna.get(at(`/move?to=${to}`)))).toBe(kind)
    const sent = { to, hash: '0'.repeat(64), placements: {} }
    expect(await kindOf(await anna.post(at('/move'), sent))).toBe(kind)
  })

  it('without saying which form', async () => {
    expect(await kindOf(await anna.get(at('/move')))).toBe('malformedRequest')
  })
})

describe('when the disk refuses', () => {
  it.each([
    ['a picture', /attachments/],
    ['the log of what people do', /audit/],
    ['the records', /access\.json/],
  ])('%s, nothing is made, and it can be done afterwards', async (_what, failing) => {
    const told = await read()
    const sent = {
      to: '2024',
      hash: told.hash,
      placements: allIn(told, { section: 'individualMethods' }),
    }
    const before = (await anna.applications()).length
    disk.failing = failing
    expect(await kindOf(await anna.post(at('/move'), sent))).toBe('diskFault')
    expect(await anna.applications()).toHaveLength(before)
    disk.failing = null
    const made = await moved(await anna.post(at('/move'), sent))
    expect(await anna.applications()).toHaveLength(before + 1)
    const line = await anna.join(made.id)
    await line.close()
  })
})
