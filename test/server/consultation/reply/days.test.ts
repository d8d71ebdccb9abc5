import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DemoServer } from '../../../harness/demoServer.ts'
import { HandClock } from '../../mail/HandClock.ts'
import { RoundsOf } from '../roundsOf.ts'
import { Answering, refusalOf, sum, take } from './Answering.ts'

let clock: HandClock
let server: DemoServer
let id: string

/** Friday 17 May 2024 at noon in Sweden. */
const sentAt = '2024-05-17T10:00:00Z'

/** Sessions end while days pass, so everybody comes again each time. */
const by = async (personId: string) => new Answering(await server.enter(personId), id)

beforeEach(async () => {
  clock = new HandClock(sentAt)
  server = await DemoServer.start({}, undefined, clock)
  const anna = await server.enter('anna')
  id = await anna.newApplication()
  await anna.put(`/api/applications/${id}/members/elin`, { role: 'partyLead' })
  await anna.put(`/api/applications/${id}/members/sofia`, { role: 'partyLead' })
  await new RoundsOf(anna, id).send({ closesOn: '2024-05-24', closesByItself: false })
})
afterEach(async () => await server.dispose())

async function write(personId: string, words: string) {
  const draft = await (await by(personId)).join()
  await draft.write(doc => {
    take(doc, 'endorses')
    sum(doc, words)
  })
  return draft
}

describe('when the day to answer has passed', () => {
  it('an answer is taken as long as the round is open, and one that is there stands', async () => {
    await write('elin', 'I tid.')
    await (await by('elin')).send()
    const late = await write('sofia', 'Sent')
    await late.close()
    clock.set('2024-05-24T21:59:00Z')
    await (await by('elin')).reopen()
    clock.set('2024-05-24T22:01:00Z')
    expect(await refusalOf((await by('elin')).send(1))).toBe('dayPassed')
    expect(await refusalOf((await by('elin')).reopen())).toBe('dayPassed')
    expect(await refusalOf((await by('elin')).begin())).toBe('dayPassed')
    await write('sofia', ', men ändå.')
    expect((await (await by('sofia')).send()).summary).toBe('Sent, men ändå.')
    expect(await refusalOf((await by('sofia')).reopen())).toBe('dayPassed')
    expect((await (await by('anna')).replies()).map(({ summary }) => summary)).toEqual([
      'I tid.',
      'Sent, men ändå.',
    ])
  })

  it('nothing is written any more over a line that was open before to what would replace an answer', async () => {
    await (await write('elin', 'I tid.')).close()
    await (await by('elin')).send()
    clock.set('2024-05-24T21:58:30Z')
    await (await by('elin')).reopen()
    const draft = await (await by('elin')).join()
    await draft.write(doc => sum(doc, ' Mer.'))
    clock.set('2024-05-24T22:00:30Z')
    draft.doc.transact(() => sum(draft.doc, ' För sent.'))
    expect((await draft.closed).reason).toBe('updateRefused')
  })

  it('and is extended, an answer can be replaced again', async () => {
    await write('elin', 'Ett')
    await (await by('elin')).send()
    clock.set('2024-05-25T10:00:00Z')
    expect(await refusalOf((await by('elin')).reopen())).toBe('dayPassed')
    const anna = await server.enter('anna')
    await new RoundsOf(anna, id).change(1, { is: 'extend', closesOn: '2024-05-31' })
    await (await by('elin')).reopen()
    await write('elin', ' och två')
    expect((await (await by('elin')).send(1)).number).toBe(2)
  })
})
