import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SendRound } from '../../../shared/http/consultation.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { asked, RoundsOf } from './roundsOf.ts'

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
})

const byAnna = () => new RoundsOf(anna, id)
const byKarim = () => new RoundsOf(karim, id)
const toAf = [{ partyId: 'af', personIds: ['karim'] }]

/** What the log of the ansökan says has been done, newest first, less the beginning. */
async function noted(): Promise<[string, Record<string, string>][]> {
  const { entries } = (await (await anna.get(`/api/applications/${id}/log`)).json()) as {
    entries: { act: string; details: Record<string, string> }[]
  }
  return entries
    .filter(({ act }) => /^round|^state|^compil/.test(act))
    .map(({ act, details }) => [act, details])
}

describe('a round that is sent', () => {
  it('is there for all who see rounds, with the version that was sent', async () => {
    const round = await byAnna().send({ message: 'Läs avsnitt 3.', closesOn: '2099-05-22' })
    expect(round).toMatchObject({
      ...{ number: 1, ordinal: 1, purpose: 'remarks', message: 'Läs avsnitt 3.', over: null },
      ...{ version: { number: 1, label: '1.0' }, versionBefore: null, mine: null, published: null },
      sentBy: { personId: 'anna', partyId: 'heby' },
      recipients: [
        {
          partyId: 'af',
          partyShortName: 'AF',
          persons: [{ personId: 'karim' }],
          state: 'sent',
          lacksLead: true,
        },
        { partyId: 'fk' },
        { partyId: 'region' },
      ],
    })
    expect(await byKarim().all()).toMatchObject([
      {
        number: 1,
        mine: { partyId: 'af', draftId: null, mayDraft: true, maySend: false, mayReplace: false },
      },
    ])
    expect(await byAnna().head()).toMatchObject({
      state: 'reviewRound',
      rounds: [{ number: 1, asked: 3, answered: 0, waitsFor: ['AF', 'FK', 'Regionen'], waitsForMine: false }],
    })
    expect((await byKarim().head()).rounds).toMatchObject([{ waitsForMine: true }])
    expect(await noted()).toEqual([
      ['stateChanged', { from: 'draft', to: 'reviewRound' }],
      ['roundSent', { round: '1', what: 'remarks', version: '1' }],
    ])
  })

  it('twice is sent once, and by somebody else under the same id not at all', async () => {
    const { id: round } = asked()
    const first = await byAnna().send({ id: round })
    expect(await byAnna().send({ id: round, message: 'Något annat.' })).toEqual(first)
    expect(await byAnna().all()).toHaveLength(1)
    await anna.put(`/api/applications/${id}/members/karim`, { role: 'ownerEditor' })
    await expect(byKarim().send({ id: round })).rejects.toThrow('malformedRequest id')
  })

  it('at the same moment as another gets the next number', async () => {
    const sent = await Promise.all([byAnna().send(), byAnna().send(), byAnna().send()])
    expect(sent.map(({ number }) => number).toSorted()).toEqual([1, 2, 3])
    expect(new Set(sent.map(({ version }) => version.label))).toEqual(new Set(['1.0', '2.0', '3.0']))
  })

  it('is told of to those who are there and see rounds', async () => {
    await anna.put(`/api/applications/${id}/members/elin`, { role: 'signatory' })
    const line = await karim.join(id)
    await byAnna().send({ recipients: toAf })
    await line.until(() => line.all('notice').some(({ topic }) => topic === 'rounds'))
    await line.close()
  })

  it.each<[string, Partial<SendRound>]>([
    ['unknownSection sections', { sections: ['finnsInte'] }],
    ['malformedRequest sections', { sections: ['background', 'background'] }],
    ['unknownOrganisation recipients', { recipients: [{ partyId: 'nej', personIds: ['karim'] }] }],
    ['unknownOrganisation recipients', { recipients: [{ partyId: 'forbund', personIds: ['per'] }] }],
    ['unknownMember recipients', { recipients: [{ partyId: 'fk', personIds: ['karim'] }] }],
    ['unknownMember recipients', { recipients: [{ partyId: 'heby', personIds: ['ingrid'] }] }],
    ['malformedRequest recipients', { recipients: [...toAf, ...toAf] }],
    ['malformedRequest recipients', { recipients: [{ partyId: 'af', personIds: ['karim', 'karim'] }] }],
    ['malformedRequest recipients', { recipients: [] }],
    ['malformedRequest recipients.0.personIds', { recipients: [{ partyId: 'af', personIds: [] }] }],
    ['malformedRequest closesOn', { closesOn: '2099-02-30' }],
    ['malformedRequest closesOn', { closesOn: '9999-12-31' }],
    ['malformedRequest message', { message: 'x'.repeat(5_001) }],
    ['dayPassed closesOn', { closesOn: '2024-05-24' }],
  ])('is refused as %s', async (kind, changes) => {
    await expect(byAnna().send(changes)).rejects.toThrow(kind)
    expect([await byAnna().all(), await byAnna().head()]).toMatchObject([[], { state: 'draft' }])
  })

  it('to an undertecknare, who sees no rounds, is refused', async () => {
    await anna.put(`/api/applications/${id}/members/karim`, { role: 'signatory' })
    await expect(byAnna().send({ recipients: toAf })).rejects.toThrow('unknownMember recipients')
  })

  it('is not sent, changed or reminded of by anybody but the owner, who is noted as having been refused', async () => {
    const ingrid = await server.enter('ingrid')
    await byAnna().send()
    await expect(byKarim().send()).rejects.toThrow('mayNot')
    await expect(byKarim().change(1, { is: 'close' })).rejects.toThrow('mayNot')
    await expect(byKarim().remind(1, 'fk')).rejects.toThrow('mayNot')
    const tried = async () => {
      const answer = await ingrid.get('/api/log?act=refused&person=karim')
      const { entries } = (await answer.json()) as { entries: { details: { what: string } }[] }
      return entries.slice(0, 3).map(({ details }) => details.what)
    }
    await expect
      .poll(tried)
      .toEqual([
        'POST /api/applications/:id/rounds/:number/reminders',
        'PUT /api/applications/:id/rounds/:number',
        'POST /api/applications/:id/rounds',
      ])
  })
})

describe('a round that goes on', () => {
  it('has been opened when somebody of the party has, which her own party and the owner see', async () => {
    await byAnna().send({ recipients: [...toAf, { partyId: 'fk', personIds: ['elin'] }] })
    await byKarim().opened(1)
    await byKarim().opened(1)
    await byAnna().opened(1)
    const seen = async (visitor: Visitor) =>
      (await new RoundsOf(visitor, id).get(1)).recipients.map(({ state, openedAt }) => [
        state,
        openedAt !== null,
      ])
    expect(await seen(anna)).toEqual([
      ['opened', true],
      ['sent', false],
    ])
    expect(await seen(karim)).toEqual(await seen(anna))
    expect(await seen(elin)).toEqual([
      ['sent', false],
      ['sent', false],
    ])
  })

  it('is given another day, or none, and says what it was', async () => {
    await byAnna().send({ closesOn: '2099-05-22' })
    await byAnna().change(1, { is: 'extend', closesOn: '2099-06-01' })
    const round = await byAnna().change(1, { is: 'extend', closesOn: null })
    expect(round).toMatchObject({
      ...{ closesOn: null, workingDaysLeft: null },
      extensions: [
        { from: '2099-05-22', by: { personId: 'anna' } },
        { from: '2099-06-01', by: { personId: 'anna' } },
      ],
    })
    await byAnna().change(1, { is: 'extend', closesOn: null })
    expect((await byAnna().get(1)).extensions).toHaveLength(2)
    for (const closesOn of ['2024-05-24', new Date().toISOString().slice(0, 10)]) {
      await expect(byAnna().change(1, { is: 'extend', closesOn })).rejects.toThrow('dayPassed closesOn')
    }
    expect((await noted()).slice(0, 2)).toEqual([
      ['roundChanged', { round: '1', what: 'closesOn', from: '2099-06-01', to: '' }],
      ['roundChanged', { round: '1', what: 'closesOn', from: '2099-05-22', to: '2099-06-01' }],
    ])
  })

  it('is closed, and nothing of it changes after that but that it is published', async () => {
    await byAnna().send()
    await expect(byAnna().change(1, { is: 'publish' })).rejects.toThrow('mayNot')
    expect(await byAnna().change(1, { is: 'close' })).toMatchObject({
      over: { why: 'closed', reason: '', by: { personId: 'anna' } },
    })
    expect(await byAnna().head()).toMatchObject({ state: 'draft', rounds: [] })
    for (const change of [
      { is: 'close' } as const,
      { is: 'callOff', reason: 'x' } as const,
      { is: 'extend', closesOn: '2099-01-07' } as const,
      { is: 'textIsOpen', textIsOpen: true } as const,
      { is: 'closesByItself', closesByItself: true } as const,
    ]) {
      await expect(byAnna().change(1, change), change.is).rejects.toThrow('roundOver')
    }
    await expect(byAnna().remind(1, 'af')).rejects.toThrow('roundOver')
    const published = await byAnna().change(1, { is: 'publish' })
    expect(published).toMatchObject({ published: { by: { personId: 'anna' } } })
    expect(await byAnna().change(1, { is: 'publish' })).toEqual(published)
    expect((await noted()).slice(0, 3)).toEqual([
      ['compilationPublished', { round: '1' }],
      ['stateChanged', { from: 'reviewRound', to: 'draft' }],
      ['roundOver', { round: '1', what: 'closed' }],
    ])
  })

  it('is called off with a reason, and never without', async () => {
    await byAnna().send()
    await expect(byAnna().change(1, { is: 'callOff', reason: ' ' })).rejects.toThrow(
      'malformedRequest reason',
    )
    expect(await byAnna().change(1, { is: 'callOff', reason: 'Fel bilaga.' })).toMatchObject({
      over: { why: 'calledOff', reason: 'Fel bilaga.' },
    })
  })

  it('is reminded of by hand to those who were asked, which only the owner sees', async () => {
    await byAnna().send()
    await byAnna().remind(1, 'af', 'af')
    const reminders = async (visitor: Visitor) =>
      (await new RoundsOf(visitor, id).get(1)).recipients.map(({ reminders }) => reminders.length)
    expect(await reminders(anna)).toEqual([1, 0, 0])
    expect(await reminders(karim)).toEqual([0, 0, 0])
    await expect(byAnna().remind(1, 'heby')).rejects.toThrow('unknownOrganisation partyIds')
    expect((await noted())[0]).toEqual(['roundReminded', { round: '1', what: 'af' }])
  })

  it('may go on beside others: remiss is the state while one of them does, then korrektur, then utkast', async () => {
    await byAnna().send({ purpose: 'proof' })
    expect((await byAnna().head()).state).toBe('proofreading')
    await byAnna().send()
    await byAnna().send({ purpose: 'information', closesOn: '2099-05-22' })
    const fourth = await byAnna().send()
    expect([fourth.number, fourth.ordinal]).toEqual([4, 2])
    const states: string[] = []
    for (const number of [2, 4, 1]) {
      await byAnna().change(number, { is: 'close' })
      states.push((await byAnna().head()).state)
    }
    expect(states).toEqual(['reviewRound', 'proofreading', 'draft'])
  })

  it('for kännedom waits for nobody, and is followed all the same', async () => {
    const sent = await byAnna().send({ purpose: 'information', closesOn: '2099-05-22', closesByItself: true })
    expect(sent).toMatchObject({ closesOn: null, over: { why: 'closed' }, closesByItself: false })
    expect(await byAnna().head()).toMatchObject({ state: 'draft', rounds: [] })
    await byKarim().opened(1)
    expect((await byAnna().get(1)).recipients.map(({ state }) => state)).toEqual(['opened', 'sent', 'sent'])
    expect((await byKarim().get(1)).mine).toMatchObject({ mayDraft: false, maySend: false })
    await expect(byAnna().remind(1, 'af')).rejects.toThrow('roundOver')
    await expect(byAnna().change(1, { is: 'publish' })).rejects.toThrow('mayNot')
  })

  it('says who can send the answer, and who lacks somebody who can', async () => {
    await anna.put(`/api/applications/${id}/members/karim`, { role: 'partyLead' })
    await byAnna().send()
    const { recipients } = await byAnna().get(1)
    expect(recipients.map(({ lacksLead }) => lacksLead)).toEqual([false, true, true])
    expect((await byKarim().get(1)).mine).toMatchObject({ mayDraft: true, maySend: true })
    expect((await new RoundsOf(elin, id).get(1)).mine).toMatchObject({ mayDraft: true, maySend: false })
  })
})
