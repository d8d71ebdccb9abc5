import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { Visitor } from '../../../harness/rawClient.ts'
import { RoundsOf } from '../roundsOf.ts'
import { Answering, refusalOf, remark, sum, take } from './Answering.ts'

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
  const lead = await anna.put(`/api/applications/${id}/members/elin`, { role: 'partyLead' })
  expect(lead.status).toBe(200)
})

describe('the answer of a party', () => {
  it('is written in a live document of its own, and is then a record', async () => {
    await new RoundsOf(anna, id).send()
    const byElin = new Answering(elin, id)
    const draft = await byElin.join()
    await draft.write(doc => {
      take(doc, 'endorsesWithRemarks')
      sum(doc, 'Vi ser positivt på insatsen.')
    })
    await draft.write(doc => void remark(doc, { text: 'Målgruppen är för bred.', section: 'background' }))
    const reply = await byElin.send()
    expect(reply).toMatchObject({
      ...{ partyId: 'fk', number: 1, stance: 'endorsesWithRemarks', replacedAt: null, opposition: null },
      summary: 'Vi ser positivt på insatsen.',
      sentBy: { personId: 'elin' },
      remarks: [{ text: 'Målgruppen är för bred.', section: 'background', threadId: null, quote: '' }],
    })
    expect(await byElin.replies()).toEqual([reply])
    expect(await new Answering(anna, id).replies()).toEqual([reply])
    expect(await new Answering(karim, id).replies()).toEqual([])
    expect(await new RoundsOf(anna, id).get(1)).toMatchObject({
      recipients: [{ partyId: 'af', state: 'sent' }, { partyId: 'fk', state: 'answered' }, {}],
    })
  })

  it('is begun once, also when two press at once', async () => {
    await new RoundsOf(anna, id).send()
    const byElin = new Answering(elin, id)
    const [one, other] = await Promise.all([byElin.begin(), byElin.begin()])
    expect(one).toBe(other)
    expect(await byElin.begin()).toBe(one)
    expect(one).toMatch(/^r[0-9a-f]{19}$/)
  })

  it('needs a stance, and remarks where the stance promises them', async () => {
    await new RoundsOf(anna, id).send()
    const byElin = new Answering(elin, id)
    expect(await refusalOf(byElin.send())).toBe('replyLacks stance')
    const draft = await byElin.join()
    expect(await refusalOf(byElin.send())).toBe('replyLacks stance')
    await draft.write(doc => take(doc, 'endorsesWithRemarks'))
    expect(await refusalOf(byElin.send())).toBe('replyLacks remarks')
    await draft.write(doc => take(doc, 'abstains'))
    expect((await byElin.send()).stance).toBe('abstains')
  })
})
