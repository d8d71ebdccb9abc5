import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { RoundsOf } from './roundsOf.ts'

let server: DemoServer
let anna: Visitor
let karim: Visitor
let elin: Visitor
let id: string

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  karim = await server.enter('karim')
  elin = await server.enter('elin')
})
afterAll(async () => await server.dispose())
beforeEach(async () => {
  id = await anna.newApplication()
  await anna.put(`/api/applications/${id}/members/elin`, { role: 'reviewer' })
})

const byAnna = () => new RoundsOf(anna, id)

/** Writes over a line that is opened now: in the text of a section, and in a field. */
async function writes(visitor: Visitor): Promise<[text: string, fields: string]> {
  const outcomes: string[] = []
  for (const write of [
    (doc: Y.Doc) => doc.getXmlFragment('background').push([new Y.XmlElement('paragraph')]),
    (doc: Y.Doc) => doc.getMap('budgetAmount').set('total', doc.clientID % 1000),
  ]) {
    const line = await visitor.join(id)
    const outcome = line.write(write).then(
      () => 'saved',
      () => line.all('refused')[0]?.refusal ?? 'lost',
    )
    outcomes.push(await outcome)
    await line.close()
  }
  return [outcomes[0] ?? '', outcomes[1] ?? '']
}

const may: [string, string] = ['saved', 'saved']
const mayNot: [string, string] = ['mayNotWrite', 'mayNotWrite']

describe('while a remiss goes on', () => {
  it('that closes the text, nobody writes; when it is over they do', async () => {
    await byAnna().send()
    for (const visitor of [anna, karim, elin]) expect(await writes(visitor)).toEqual(mayNot)
    await byAnna().change(1, { is: 'close' })
    expect([await writes(anna), await writes(karim), await writes(elin)]).toEqual([may, may, mayNot])
  })

  it('that leaves the text open, its authors write, and nobody else', async () => {
    await byAnna().send({ textIsOpen: true })
    expect((await byAnna().head()).textIsOpen).toBe(true)
    expect([await writes(anna), await writes(karim), await writes(elin)]).toEqual([may, may, mayNot])
  })

  it('a line that is open loses and regains the right at once, and is told', async () => {
    await byAnna().send({ textIsOpen: true })
    const line = await karim.join(id)
    const type = (value: string) => line.write(doc => doc.getMap('name').set('value', value))
    await type('Ett')
    await byAnna().change(1, { is: 'textIsOpen', textIsOpen: false })
    await line.until(() => line.all('notice').some(({ topic }) => topic === 'record'))
    await expect(type('Två')).rejects.toThrow()
    expect(line.all('refused')).toMatchObject([{ refusal: 'mayNotWrite' }])
    const other = await karim.join(id)
    await byAnna().change(1, { is: 'textIsOpen', textIsOpen: true })
    await other.write(doc => doc.getMap('name').set('value', 'Tre'))
    await other.close()
  })

  it('one of several that closes the text closes it', async () => {
    await byAnna().send({ textIsOpen: true })
    await byAnna().send({ textIsOpen: false })
    expect([await writes(anna), await writes(karim)]).toEqual([mayNot, mayNot])
    await byAnna().change(2, { is: 'close' })
    expect([await writes(anna), await writes(karim)]).toEqual([may, may])
  })
})

describe('while a proof-reading goes on', () => {
  it('only the owner corrects, and only the text', async () => {
    expect((await byAnna().send({ purpose: 'proof', textIsOpen: true })).textIsOpen).toBe(false)
    expect(await writes(anna)).toEqual(['saved', 'mayNotWrite'])
    expect(await writes(karim)).toEqual(mayNot)
    await expect(byAnna().change(1, { is: 'textIsOpen', textIsOpen: true })).rejects.toThrow(
      'malformedRequest textIsOpen',
    )
  })
})

describe('what is sent to be known', () => {
  it('changes nothing of who writes', async () => {
    await byAnna().send({ purpose: 'information', textIsOpen: false })
    expect([await writes(anna), await writes(karim), await writes(elin)]).toEqual([may, may, mayNot])
  })
})
