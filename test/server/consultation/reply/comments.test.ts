import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readBlocks } from '../../../../shared/document/blocks.ts'
import { wholeVersionSchema } from '../../../../shared/http/versions.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { RawClient, Visitor } from '../../../harness/rawClient.ts'
import { Said, selectionOf, typed } from '../../comment/said.ts'
import { RoundsOf } from '../roundsOf.ts'
import { Answering, refusalOf, remark, take } from './Answering.ts'

let server: DemoServer
let anna: Visitor
let elin: Visitor
let sofia: Visitor
let karim: Visitor
let id: string
/** Anna's line to the ansökan, in which the text stands open. */
let text: RawClient

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  elin = await server.enter('elin')
  sofia = await server.enter('sofia')
  karim = await server.enter('karim')
})
afterAll(async () => await server.dispose())
beforeEach(async () => {
  id = await anna.newApplication()
  await anna.put(`/api/applications/${id}/members/elin`, { role: 'partyLead' })
  text = await typed(anna, id, 'Sedan 2019 har många unga i länet stått utan arbete.')
})

const sent = (quote: string) =>
  ({ is: 'sentText', section: 'background', quote, before: 'Sedan 2019 har ', after: ' i länet' }) as const

async function send(repliesAreSeen: 'whenSent' | 'whenOver'): Promise<void> {
  const recipients = [
    { partyId: 'fk', personIds: ['elin'] },
    { partyId: 'region', personIds: ['sofia'] },
  ]
  await new RoundsOf(anna, id).send({ recipients, repliesAreSeen, textIsOpen: true })
}

/** Words of the background that have a mark, with the threads. */
async function marked(): Promise<[string, readonly string[]][]> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await anna.state(id))
  return readBlocks(doc.getXmlFragment('background'))
    .flatMap(block => (block.type === 'paragraph' ? block.content : []))
    .flatMap(run => (run.type === 'text' && run.comments ? [[run.text, run.comments] as const] : []))
    .map(([text, threads]) => [text, threads])
}

/** Answers as Försäkringskassan with remarks made of these threads. */
async function answerWith(...threads: string[]) {
  const draft = await new Answering(elin, id).join()
  await draft.write(doc => {
    take(doc, 'endorsesWithRemarks')
    for (const thread of threads) remark(doc, { text: 'Hur många?', thread, quote: 'något annat' })
  })
  return await new Answering(elin, id).send()
}

describe('a comment on the version that was sent', () => {
  it('is its party’s alone, and stands on what was sent, whatever is written since', async () => {
    await send('whenOver')
    const thread = await new Said(elin, id).start({ place: sent('många unga'), round: 1 })
    expect(thread).toMatchObject({ internalTo: 'fk', round: 1, place: { is: 'text', quote: 'många unga' } })
    expect(await new Said(anna, id).threads()).toEqual([])
    expect(await new Said(sofia, id).threads()).toEqual([])
    expect(await marked()).toEqual([])
    await text.write(doc => {
      const paragraph = doc.getXmlFragment('background').get(1) as Y.XmlElement
      ;(paragraph.get(0) as Y.XmlText).insert(16, 'väldigt ')
    })
    const version = async (visitor: Visitor) => {
      const answer = await visitor.get(`/api/applications/${id}/rounds/1/version`)
      return wholeVersionSchema.parse(await answer.json()).threads
    }
    expect(await version(elin)).toMatchObject([{ id: thread.id, place: { quote: 'många unga' } }])
    expect(await version(anna)).toEqual([])
  })

  it('is kept with its quote where the words were never in what was sent', async () => {
    await send('whenOver')
    const place = { ...sent('något helt annat'), before: '', after: '' }
    const thread = await new Said(elin, id).start({ place, round: 1 })
    expect(thread.place).toMatchObject({ is: 'text', quote: 'något helt annat' })
  })

  it('is for those who work on the answer, while the round is open', async () => {
    const start = (visitor: Visitor, round: number | null = 1) =>
      refusalOf(new Said(visitor, id).start({ place: sent('många unga'), round }))
    expect(await start(elin)).toBe('mayNot')
    await send('whenOver')
    expect(await start(elin, 2)).toBe('unknownRound')
    expect(await start(elin, null)).toBe('malformedRequest')
    expect(await start(karim)).toBe('notAsked')
    expect(await start(anna)).toBe('notAsked')
    expect(await start(sofia)).toBe('done')
    const words = selectionOf(text.doc, 'många unga')
    expect(await refusalOf(new Said(elin, id).start({ place: words, round: 1 }))).toBe('malformedRequest')
    await new RoundsOf(anna, id).change(1, { is: 'close' })
    expect(await start(elin)).toBe('roundOver')
  })

  it('is said once, however often it is sent', async () => {
    await send('whenOver')
    const asked = { id: 'abcdefabcdef01', postId: 'abcdefabcdef02', place: sent('många unga'), round: 1 }
    const first = await new Said(elin, id).start(asked)
    await new RoundsOf(anna, id).change(1, { is: 'close' })
    expect(await new Said(elin, id).start(asked)).toEqual(first)
  })
})

describe('the comments that remarks were made of', () => {
  it('are handed over when the answer is sent, where others see it then; the rest stay the party’s own', async () => {
    await send('whenSent')
    const chosen = await new Said(elin, id).start({ place: sent('många unga'), round: 1 })
    const left = await new Said(elin, id).start({ place: sent('många'), round: 1 })
    const reply = await answerWith(chosen.id)
    expect(reply.remarks).toMatchObject([
      { threadId: chosen.id, section: 'background', quote: 'många unga', text: 'Hur många?' },
    ])
    await expect.poll(async () => (await new Said(anna, id).threads()).length).toBe(1)
    expect(await new Said(anna, id).threads()).toMatchObject([
      { id: chosen.id, internalTo: null, round: 1, released: { by: { personId: 'elin' } } },
    ])
    await expect.poll(marked).toEqual([['många unga', [chosen.id]]])
    expect((await new Said(elin, id).thread(left.id)).internalTo).toBe('fk')
  })

  it('are the party’s own until the round is over, where others see the answers then', async () => {
    await send('whenOver')
    const chosen = await new Said(elin, id).start({ place: sent('många unga'), round: 1 })
    await answerWith(chosen.id)
    expect(await new Said(anna, id).threads()).toEqual([])
    await new RoundsOf(anna, id).change(1, { is: 'close' })
    await expect.poll(async () => (await new Said(anna, id).threads()).length).toBe(1)
    await expect.poll(marked).toEqual([['många unga', [chosen.id]]])
  })

  it('keep their quote where their words are gone from today’s text', async () => {
    await send('whenSent')
    const chosen = await new Said(elin, id).start({ place: sent('många unga'), round: 1 })
    await text.write(doc => doc.getXmlFragment('background').delete(1, 1))
    const reply = await answerWith(chosen.id)
    expect(reply.remarks).toMatchObject([{ quote: 'många unga' }])
    await expect
      .poll(async () => (await new Said(anna, id).threads())[0]?.place)
      .toMatchObject({
        quote: 'många unga',
      })
    expect(await marked()).toEqual([])
  })

  it('lend no words to the answer that did not stand in what was sent', async () => {
    await text.write(doc => doc.getMap('name').set('value', 'Ungas väg'))
    await send('whenSent')
    const forged = { ...sent('något helt annat'), before: '', after: '' }
    const never = await new Said(elin, id).start({ place: forged, round: 1 })
    const about = { is: 'field', section: 'name', field: 'value' } as const
    const before = await new Said(elin, id).start({ place: about, round: 1 })
    await text.write(doc => doc.getMap('name').set('value', 'Nytt namn'))
    const since = await new Said(elin, id).start({ place: about, round: 1 })
    const { remarks } = await answerWith(never.id, before.id, since.id)
    expect(remarks.map(({ threadId, quote }) => [threadId, quote])).toEqual([
      [never.id, ''],
      [before.id, 'Ungas väg'],
      [since.id, ''],
    ])
  })

  it('are none of another party, whose threads nobody hands over by naming them', async () => {
    await send('whenSent')
    const theirs = await new Said(sofia, id).start({ place: sent('många unga'), round: 1 })
    const beside = await new Said(elin, id).start({
      place: selectionOf(text.doc, 'många unga'),
      isInternal: true,
    })
    const reply = await answerWith(theirs.id, beside.id, 'f'.repeat(20))
    expect(reply.remarks.map(({ threadId, quote }) => [threadId, quote])).toEqual([
      [null, ''],
      [null, ''],
      [null, ''],
    ])
    await new RoundsOf(anna, id).change(1, { is: 'close' })
    expect(await new Said(anna, id).threads()).toEqual([])
    expect((await new Said(sofia, id).thread(theirs.id)).internalTo).toBe('region')
  })
})
