import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { DemoServer } from '../../harness/demoServer.ts'
import type { RawClient, Visitor } from '../../harness/rawClient.ts'

let server: DemoServer
let anna: Visitor
let karim: Visitor
let id: string

beforeAll(async () => {
  server = await DemoServer.start()
  ;[anna, karim] = await Promise.all([server.enter('anna'), server.enter('karim')])
})
beforeEach(async () => {
  id = await anna.newApplication()
})
afterAll(async () => await server.dispose())

const clientMade = 'abcdef0123456789'

function paragraphs(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment('background')
}

/** The text of a paragraph, as the editor's binding keeps it: an element with one text in it. */
function textAt(doc: Y.Doc, index: number): Y.XmlText {
  return (paragraphs(doc).get(index) as Y.XmlElement).get(0) as Y.XmlText
}

/** Anna and Karim in an ansökan of two paragraphs; what Karim does stays with him until it is sent. */
async function together(): Promise<{ one: RawClient; other: RawClient }> {
  const one = await anna.join(id)
  await one.write(doc => {
    for (const text of ['Första stycket.', 'Andra stycket.']) {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(text)])
      paragraphs(doc).push([paragraph])
    }
  })
  return { one, other: await karim.join(id) }
}

/** What Karim types in a paragraph without having seen what Anna does meanwhile: an update for each key. */
function typedUnseen(other: RawClient, index: number, text: string): Uint8Array[] {
  const updates: Uint8Array[] = []
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.doc))
  doc.clientID = other.doc.clientID
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const typed = textAt(doc, index)
  for (const key of text) typed.insert(typed.length, key)
  return updates
}

describe('text typed in a paragraph that somebody else deletes meanwhile', () => {
  it('is kept for its author when the deletion came first, and she is told', async () => {
    const { one, other } = await together()
    const typed = typedUnseen(other, 2, ' Mitt tillägg.')
    await one.write(doc => paragraphs(doc).delete(2, 1))
    for (const update of typed) other.sendUpdate(update)
    await other.saved()
    expect(await karim.rescued(id)).toMatchObject([
      { section: 'background', text: ' Mitt tillägg.', reason: 'replaced' },
    ])
    expect(await anna.rescued(id)).toEqual([])
    expect(other.all('notice')).toContainEqual({ kind: 'notice', topic: 'rescued' })
    expect(one.all('notice')).toEqual([])
    await Promise.all([one.close(), other.close()])
  })

  it('is kept for its author when the deletion came after it, unseen', async () => {
    const { one, other } = await together()
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(one.doc))
    doc.clientID = one.doc.clientID + 1
    const before = Y.encodeStateVector(doc)
    paragraphs(doc).delete(2, 1)
    const deletion = Y.encodeStateAsUpdate(doc, before)
    await other.write(shared => textAt(shared, 2).insert(14, ' Mitt tillägg.'))
    one.sendUpdate(deletion)
    await one.saved()
    await other.until(() => other.all('notice').length > 0)
    expect(await karim.rescued(id)).toMatchObject([{ section: 'background', text: ' Mitt tillägg.' }])
    expect(await anna.rescued(id)).toEqual([])
    await Promise.all([one.close(), other.close()])
  })

  it('is not kept when whoever deleted it had read it', async () => {
    const { one, other } = await together()
    await other.write(doc => textAt(doc, 2).insert(14, ' Läst.'))
    await one.until(() => textAt(one.doc, 2).toString().includes('Läst'))
    await one.write(doc => paragraphs(doc).delete(2, 1))
    expect([await anna.rescued(id), await karim.rescued(id)]).toEqual([[], []])
    await Promise.all([one.close(), other.close()])
  })

  it('is kept with its section when she comes with it after a restart', async () => {
    const { one, other } = await together()
    const typed = typedUnseen(other, 2, ' Sent.')
    await one.write(doc => paragraphs(doc).delete(2, 1))
    await server.restart()
    ;[anna, karim] = [anna.at(server.origin), karim.at(server.origin)]
    const back = await karim.join(id)
    for (const update of typed) back.sendUpdate(update)
    await back.saved()
    expect(await karim.rescued(id)).toMatchObject([{ section: 'background', text: ' Sent.' }])
    await back.close()
  })

  it('is there after a restart, until its author has removed it', async () => {
    const { one, other } = await together()
    const typed = typedUnseen(other, 1, ' Kvar.')
    await one.write(doc => paragraphs(doc).delete(1, 1))
    for (const update of typed) other.sendUpdate(update)
    await other.saved()
    const [kept] = await karim.rescued(id)
    await server.restart()
    ;[anna, karim] = [anna.at(server.origin), karim.at(server.origin)]
    expect(await karim.rescued(id)).toEqual([kept])
    const address = `/api/applications/${id}/rescued/${kept?.id}`
    expect((await anna.delete(address)).status).toBe(404)
    expect((await karim.delete(address)).status).toBe(204)
    expect(await karim.rescued(id)).toEqual([])
    expect((await karim.delete(address)).status).toBe(404)
  })
})

describe('text that its author hands in because it was refused', () => {
  it('is kept once, however often it is sent', async () => {
    const body = { id: clientMade, section: 'background', text: 'Fick inte plats' }
    const answers = await Promise.all(
      [1, 2, 3].map(() => karim.post(`/api/applications/${id}/rescued`, body)),
    )
    expect(answers.map(answer => answer.status)).toEqual([201, 201, 201])
    expect(await karim.rescued(id)).toMatchObject([{ ...body, reason: 'refused' }])
    expect(await anna.rescued(id)).toEqual([])
  })

  it('may belong to no section that is known any more', async () => {
    const body = { id: clientMade, section: null, text: 'Någonstans' }
    expect((await karim.post(`/api/applications/${id}/rescued`, body)).status).toBe(201)
    expect(await karim.rescued(id)).toMatchObject([{ section: null, text: 'Någonstans' }])
  })

  it.each<[string, unknown, string[]]>([
    ['without an id', { section: null, text: 'x' }, ['id']],
    ['with an id that is a path', { id: '../../../../etc', section: null, text: 'x' }, ['id']],
    ['without words', { id: clientMade, section: null, text: '' }, ['text']],
    ['longer than anybody types', { id: clientMade, section: null, text: 'x'.repeat(200_001) }, ['text']],
    ['for somebody else', { id: clientMade, section: null, text: 'x', owner: 'anna@heby' }, ['owner']],
  ])('%s is refused, and the field is named', async (_what, body, fields) => {
    const answer = await karim.post(`/api/applications/${id}/rescued`, body)
    expect(await answer.json()).toEqual({ kind: 'malformedRequest', status: 400, fields })
    expect(await karim.rescued(id)).toEqual([])
  })
})
