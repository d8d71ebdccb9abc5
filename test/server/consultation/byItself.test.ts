import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SendRound } from '../../../shared/http/consultation.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { HandClock } from '../mail/HandClock.ts'
import { RoundsOf } from './roundsOf.ts'

let clock: HandClock
let server: DemoServer
let anna: Visitor
let id: string

/** Friday 17 May 2024 at noon in Sweden. */
const sentAt = '2024-05-17T10:00:00Z'

beforeEach(async () => {
  clock = new HandClock(sentAt)
  server = await DemoServer.start({}, undefined, clock)
  anna = await server.enter('anna')
  id = await anna.newApplication()
})
afterEach(async () => await server.dispose())

/** She comes again each time: sessions end while days pass. */
async function byAnna(): Promise<RoundsOf> {
  anna = await server.enter('anna')
  return new RoundsOf(anna, id)
}

async function send(changes: Partial<SendRound> = {}): Promise<void> {
  await (await byAnna()).send({ closesOn: '2024-05-24', ...changes })
}

/** When the first party asked has been reminded by itself. */
async function reminded(number = 1): Promise<string[]> {
  const { recipients } = await (await byAnna()).get(number)
  return (recipients[0]?.reminders ?? []).map(({ at, by }) => `${at.slice(0, 16)}${by ? ' by hand' : ''}`)
}

/** Looks again until it is so: what is done by itself takes its time. */
const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 20_000 })

async function over(number = 1): Promise<unknown> {
  const { over } = await (await byAnna()).get(number)
  return over && [over.why, over.at.slice(0, 16), over.by]
}

describe('reminders', () => {
  it('go three working days before, on the day and the day after, each once', async () => {
    await send()
    const times = ['2024-05-21T06:00', '2024-05-24T06:00', '2024-05-25T06:00']
    for (const [place, time] of times.entries()) {
      clock.set(`${time}:00Z`)
      await eventually(() => reminded()).toEqual(times.slice(0, place + 1))
      clock.pass(3_600_000)
      expect(await reminded()).toHaveLength(place + 1)
    }
    expect((await (await byAnna()).get(1)).recipients.map(({ state }) => state)).toEqual([
      'late',
      'late',
      'late',
    ])
    expect(await (await byAnna()).head()).toMatchObject({
      state: 'reviewRound',
      rounds: [{ workingDaysLeft: -1, waitsFor: ['AF', 'FK', 'Regionen'] }],
    })
  })

  it('are not sent again when the clock is set back', async () => {
    await send()
    clock.set('2024-05-21T06:00:00Z')
    await eventually(() => reminded()).toHaveLength(1)
    clock.set('2024-05-20T06:00:00Z')
    clock.set('2024-05-21T07:00:00Z')
    await (await byAnna()).remind(1, 'af')
    expect(await reminded()).toEqual(['2024-05-21T06:00', '2024-05-21T07:00 by hand'])
  })

  it('that came due while the program was not running leave the newest to be sent, once, at the start', async () => {
    await send()
    await server.stop()
    clock.set('2024-05-24T12:00:00Z')
    await server.restart()
    await eventually(() => reminded()).toEqual(['2024-05-24T12:00'])
    await server.restart()
    clock.set('2024-05-24T13:00:00Z')
    expect(await reminded()).toHaveLength(1)
  })

  it('begin anew with another day', async () => {
    await send()
    clock.set('2024-05-24T06:00:00Z')
    await eventually(() => reminded()).toHaveLength(1)
    await (await byAnna()).change(1, { is: 'extend', closesOn: '2024-06-03' })
    clock.set('2024-05-29T06:00:00Z')
    await eventually(() => reminded()).toEqual(['2024-05-24T06:00', '2024-05-29T06:00'])
  })

  it('do not go when it has been called off', async () => {
    await send()
    await send({ purpose: 'proof' })
    await (await byAnna()).change(1, { is: 'callOff', reason: 'Fel bilaga.' })
    clock.set('2024-05-21T06:00:00Z')
    await eventually(() => reminded(2)).toHaveLength(1)
    expect(await reminded()).toEqual([])
  })
})

describe('a round that closes by itself', () => {
  it('does when its last day is over in Sweden', async () => {
    await send({ closesByItself: true })
    clock.set('2024-05-24T21:59:59Z')
    expect(await over()).toBeNull()
    clock.set('2024-05-24T22:01:00Z')
    await eventually(() => over()).toEqual(['dayPassed', '2024-05-24T22:01', null])
    expect(await (await byAnna()).head()).toMatchObject({ state: 'draft', rounds: [] })
    clock.set('2024-05-25T06:00:00Z')
    expect(await reminded()).toEqual(['2024-05-24T21:59'])
    const { entries } = (await (await anna.get(`/api/applications/${id}/log`)).json()) as {
      entries: { act: string; person: unknown; details: Record<string, string> }[]
    }
    expect(
      entries.filter(({ act }) => act === 'roundOver' || act === 'stateChanged').slice(0, 2),
    ).toMatchObject([
      { act: 'stateChanged', person: null, details: { from: 'reviewRound', to: 'draft' } },
      { act: 'roundOver', person: null, details: { round: '1', what: 'dayPassed' } },
    ])
  })

  it('does at the start when the program was not running, and stays closed when the clock is set back', async () => {
    await send({ closesByItself: true })
    await server.stop()
    clock.set('2024-05-27T08:00:00Z')
    await server.restart()
    await eventually(() => over()).toEqual(['dayPassed', '2024-05-27T08:00', null])
    clock.set('2024-05-20T08:00:00Z')
    await server.restart()
    expect([await over(), await reminded()]).toEqual([['dayPassed', '2024-05-27T08:00', null], []])
  })

  it('stays open instead when the owner says so in time', async () => {
    await send({ closesByItself: true })
    await (await byAnna()).change(1, { is: 'closesByItself', closesByItself: false })
    clock.set('2024-05-25T06:00:00Z')
    await eventually(() => reminded()).toEqual(['2024-05-25T06:00'])
    expect(await over()).toBeNull()
    await (await byAnna()).change(1, { is: 'closesByItself', closesByItself: true })
    clock.pass(60_000)
    await eventually(() => over()).toEqual(['dayPassed', '2024-05-25T06:01', null])
  })

  it('closes in both nights in which the clocks are changed when the day is over on the wall', async () => {
    clock.set('2024-03-28T10:00:00Z')
    await server.restart()
    await send({ closesByItself: true, closesOn: '2024-03-31' })
    clock.set('2024-03-31T21:59:59Z')
    expect(await over()).toBeNull()
    clock.set('2024-03-31T22:01:00Z')
    await eventually(() => over()).toEqual(['dayPassed', '2024-03-31T22:01', null])
    clock.set('2024-10-25T10:00:00Z')
    await send({ closesByItself: true, closesOn: '2024-10-27' })
    clock.set('2024-10-27T22:59:59Z')
    expect(await over(2)).toBeNull()
    clock.set('2024-10-27T23:01:00Z')
    await eventually(() => over(2)).toEqual(['dayPassed', '2024-10-27T23:01', null])
  })
})
