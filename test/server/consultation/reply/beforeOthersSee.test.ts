import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AuditLogAnswer } from '../../../../shared/http/auditLog.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { Visitor } from '../../../harness/rawClient.ts'
import { Said } from '../../comment/said.ts'
import { Owning } from '../compilation/Owning.ts'
import { RoundsOf } from '../roundsOf.ts'
import { Answering, leaveDrafts, remark, take } from './Answering.ts'

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
afterEach(leaveDrafts)
beforeEach(async () => {
  id = await anna.newApplication()
  for (const lead of ['elin', 'karim']) {
    await anna.put(`/api/applications/${id}/members/${lead}`, { role: 'partyLead' })
  }
  await new RoundsOf(anna, id).send({ repliesAreSeen: 'whenOver' })
})

/** Försäkringskassan opposes, with a remark made of a comment. */
async function oppose(thread = ''): Promise<string> {
  let key = ''
  const draft = await new Answering(elin, id).join()
  await draft.write(doc => {
    take(doc, 'opposes')
    key = remark(doc, { text: 'Målgruppen är för bred.', section: 'background', thread })
  })
  await new Answering(elin, id).send()
  return key
}

describe('while another authority may not see an answer', () => {
  it('its lead reads in the log neither that it opposes nor what the owner makes of it', async () => {
    const key = await oppose()
    const owning = new Owning(anna, id)
    const answer = { verdict: 'notMet', reason: 'Nej.', changedSection: null } as const
    await owning.answer('fk', key, { reply: 1, answer })
    await owning.record('fk', 'Det står kvar.')
    await new RoundsOf(anna, id).remind(1, 'af')
    await new Answering(elin, id).reopen()
    const hidden = ['remarkAnswered', 'oppositionRecorded', 'roundReminded', 'replyReopened']
    const actsFor = async (visitor: Visitor, query = '') => {
      const said = await visitor.get(`/api/applications/${id}/log${query}`)
      return ((await said.json()) as AuditLogAnswer).entries.map(({ act }) => act)
    }
    expect(await actsFor(anna)).toEqual(expect.arrayContaining(hidden))
    const seen = await actsFor(karim)
    expect(seen).toContain('replySent')
    expect(seen.filter(act => hidden.includes(act))).toEqual([])
    expect(await actsFor(karim, '?act=oppositionRecorded')).toEqual([])
    const csv = await (await karim.get(`/api/applications/${id}/log.csv`)).text()
    expect(csv).not.toContain('vstyrk')
    expect(await (await anna.get(`/api/applications/${id}/log.csv`)).text()).toContain('vstyrk')
  })

  it('it is not told when that one opens the round, nor when the owner answers its remarks', async () => {
    const byKarim = await karim.join(id)
    const byAnna = await anna.join(id)
    const heard = (line: typeof byKarim) =>
      line.all('notice').filter(({ topic }) => topic === 'rounds').length
    await new RoundsOf(elin, id).opened(1)
    await byAnna.until(() => heard(byAnna) > 0)
    const key = await oppose()
    await byKarim.until(() => heard(byKarim) > 0)
    const [before, owners] = [heard(byKarim), heard(byAnna)]
    const answer = { verdict: 'met', reason: '', changedSection: null } as const
    await new Owning(anna, id).answer('fk', key, { reply: 1, answer })
    await byAnna.until(() => heard(byAnna) > owners)
    await byKarim.load()
    // One for the answer that was sent, and none before it.
    expect([before, heard(byKarim)]).toEqual([1, 1])
    await byKarim.close()
    await byAnna.close()
  })
})

describe('a comment that a remark was made of', () => {
  const start = async () =>
    await new Said(elin, id).start({ place: { is: 'section', section: 'background' }, round: 1 })

  it('is not handed over by itself when more has been said in it since the answer was sent', async () => {
    const [quiet, discussed, edited] = [await start(), await start(), await start()]
    const draft = await new Answering(elin, id).join()
    await draft.write(doc => {
      take(doc, 'endorsesWithRemarks')
      for (const { id } of [quiet, discussed, edited]) remark(doc, { text: 'Hur många?', thread: id })
    })
    await new Answering(elin, id).send()
    await new Said(elin, id).answer(discussed.id, 'Säg inte detta till någon.')
    await new Said(elin, id).edit(edited.id, edited.posts[0]?.id ?? '', 'Inte detta heller.')
    await new RoundsOf(anna, id).change(1, { is: 'close' })
    await expect
      .poll(async () => (await new Said(anna, id).threads()).map(({ id }) => id))
      .toEqual([quiet.id])
    expect((await new Said(elin, id).thread(discussed.id)).internalTo).toBe('fk')
    expect((await new Said(elin, id).thread(edited.id)).internalTo).toBe('fk')
  })

  it('is handed over with what was said in it before another answer was sent instead', async () => {
    const thread = await start()
    await oppose(thread.id)
    await new Said(elin, id).answer(thread.id, 'Det kan vi säga.')
    await new Answering(elin, id).reopen()
    await new Answering(elin, id).send(1)
    await new RoundsOf(anna, id).change(1, { is: 'close' })
    await expect
      .poll(async () => (await new Said(anna, id).threads()).map(({ id }) => id))
      .toEqual([thread.id])
  })
})
