import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import type { AnswerRemark, Stance } from '../../../../shared/http/replies.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { Visitor } from '../../../harness/rawClient.ts'
import { Answering, refusalOf, remark, sum, take } from '../reply/Answering.ts'
import { RoundsOf } from '../roundsOf.ts'
import { Owning } from './Owning.ts'

let server: DemoServer
let anna: Visitor
let elin: Visitor
let karim: Visitor
let id: string

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  elin = await server.enter('elin')
  karim = await server.enter('karim')
})
afterAll(async () => await server.dispose())
beforeEach(async () => {
  id = await anna.newApplication()
  await anna.put(`/api/applications/${id}/members/elin`, { role: 'partyLead' })
  await anna.put(`/api/applications/${id}/members/karim`, { role: 'partyLead' })
  await new RoundsOf(anna, id).send({ repliesAreSeen: 'whenSent' })
})

/** Försäkringskassan answers with one remark, of which the key is given. */
async function replied(
  stance: Stance = 'endorsesWithRemarks',
  text = 'Målgruppen är för bred.',
): Promise<string> {
  const byElin = new Answering(elin, id)
  const draft = await byElin.join()
  await draft.write(doc => {
    take(doc, stance)
    sum(doc, 'Sammanfattning.')
  })
  let key = ''
  await draft.write(doc => {
    key = remark(doc, { text, section: 'background' })
  })
  await draft.close()
  await byElin.send()
  return key
}

const met: AnswerRemark = { reply: 1, answer: { verdict: 'met', reason: '', changedSection: 'background' } }
const notMet = (reason: string): AnswerRemark => ({
  reply: 1,
  answer: { verdict: 'notMet', reason, changedSection: null },
})

describe('an answer to a remark', () => {
  it('is given by whoever holds the round, and seen by others when it is published', async () => {
    const key = await replied()
    const reply = await new Owning(anna, id).answer('fk', key, met)
    expect(reply.answers[key]).toMatchObject({
      ...{ verdict: 'met', changedSection: 'background', by: { personId: 'anna' } },
    })
    const seen = async (visitor: Visitor) =>
      Object.keys((await new Answering(visitor, id).replies())[0]?.answers ?? {})
    expect(await seen(anna)).toEqual([key])
    expect(await seen(elin)).toEqual([])
    await new RoundsOf(anna, id).change(1, { is: 'publish' })
    expect(await seen(elin)).toEqual([key])
    expect(await seen(karim)).toEqual([key])
  })

  it('is taken back, and the answer of the party is as it was', async () => {
    const key = await replied()
    const owning = new Owning(anna, id)
    await owning.answer('fk', key, met)
    expect((await owning.answer('fk', key, { reply: 1, answer: null })).answers).toEqual({})
    expect((await owning.answer('fk', key, { reply: 1, answer: null })).answers).toEqual({})
  })

  it('says why, when the remark is not met or only in part', async () => {
    const key = await replied()
    const owning = new Owning(anna, id)
    expect(await refusalOf(owning.answer('fk', key, notMet(' \n')))).toBe('malformedRequest answer.reason')
    expect(await refusalOf(owning.answer('fk', key, notMet('Det ryms inte.')))).toBe('done')
  })

  it('is to the answer that was read, and to a remark and a section that are there', async () => {
    const key = await replied()
    const owning = new Owning(anna, id)
    const elsewhere = { verdict: 'met', reason: '', changedSection: 'nowhere' } as const
    expect(await refusalOf(owning.answer('fk', 'constructor', met))).toBe('unknownRemark')
    expect(await refusalOf(owning.answer('af', key, met))).toBe('unknownReply')
    expect(await refusalOf(owning.answer('fk', key, { reply: 1, answer: elsewhere }))).toBe(
      'unknownSection answer.changedSection',
    )
    expect(await refusalOf(new Owning(anna, id, 2).answer('fk', key, met))).toBe('unknownRound')
    const byElin = new Answering(elin, id)
    await byElin.reopen()
    await byElin.send(1)
    expect(await refusalOf(owning.answer('fk', key, met))).toBe('replyChanged')
    expect(await refusalOf(owning.answer('fk', key, { ...met, reply: 2 }))).toBe('done')
  })

  it('stands when the party sends another answer that says the same of it, and only then', async () => {
    const key = await replied()
    await new Owning(anna, id).answer('fk', key, met)
    const byElin = new Answering(elin, id)
    const answers = async () => (await new Answering(anna, id).replies()).at(-1)?.answers ?? {}
    await byElin.reopen()
    const draft = await byElin.join()
    await draft.write(doc => sum(doc, ' Mer.'))
    await byElin.send(1)
    expect(Object.keys(await answers())).toEqual([key])
    await byElin.reopen()
    await draft.write(doc => {
      const item = doc.getMap<Y.Map<Y.Text>>('remarks').get(key)
      item?.get('text')?.insert(0, 'Inte: ')
    })
    await draft.close()
    await byElin.send(2)
    expect(await answers()).toEqual({})
  })

  it('is not given by anybody else', async () => {
    const key = await replied()
    for (const visitor of [elin, karim, await server.enter('sofia')]) {
      expect(await refusalOf(new Owning(visitor, id).answer('fk', key, met))).toBe('mayNot')
      expect(await refusalOf(new Owning(visitor, id).record('fk', 'Står fast.'))).toBe('mayNot')
    }
    const per = await server.enter('per')
    expect(await refusalOf(new Owning(per, id).answer('fk', key, met))).toBe('unknownApplication')
  })

  it('is told to those who are in the ansökan, and noted', async () => {
    const key = await replied()
    const line = await anna.join(id)
    const before = line.all('notice').length
    await new Owning(anna, id).answer('fk', key, met)
    await line.until(() => line.all('notice').length > before)
    await line.close()
    const log = await (await anna.get(`/api/applications/${id}/log`)).json()
    expect(log.entries[0]).toMatchObject({
      act: 'remarkAnswered',
      details: { round: '1', party: 'FK', what: 'met' },
    })
  })
})

describe('an avstyrker', () => {
  it('is recorded once, by whoever holds the round', async () => {
    await replied('opposes')
    const owning = new Owning(anna, id)
    expect((await new RoundsOf(anna, id).get(1)).recipients[1]).toMatchObject({ opposesStill: true })
    const reply = await owning.record('fk', 'Parten står fast vid detta.')
    expect(reply.opposition).toMatchObject({ is: 'recorded', reason: 'Parten står fast vid detta.' })
    expect((await owning.record('fk', 'En gång till.')).opposition).toEqual(reply.opposition)
    expect((await new RoundsOf(anna, id).get(1)).recipients[1]).toMatchObject({ opposesStill: false })
  })

  it('is not recorded when it has been lifted, or there was none', async () => {
    await replied('opposes')
    await new Answering(elin, id).lift('Vi har fått svar.')
    expect(await refusalOf(new Owning(anna, id).record('fk', 'Står.'))).toBe('replyChanged')
    expect(await refusalOf(new Owning(anna, id).record('af', 'Står.'))).toBe('unknownReply')
  })

  it('is lifted or recorded when both come at once, and never both', async () => {
    await replied('opposes')
    const [lifted, recorded] = await Promise.all([
      refusalOf(new Answering(elin, id).lift('Vi har fått svar.')),
      refusalOf(new Owning(anna, id).record('fk', 'Står.')),
    ])
    const [reply] = await new Answering(anna, id).replies()
    const isLifted = reply?.opposition?.is === 'lifted'
    expect([lifted, recorded]).toEqual(isLifted ? ['done', 'replyChanged'] : ['replyChanged', 'done'])
  })
})
