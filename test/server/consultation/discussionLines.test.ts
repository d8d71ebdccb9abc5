import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { form2019 } from '../../../shared/form/forms/2019/form.ts'
import { keptReply } from './keptRound.ts'
import { RoundHouse } from './RoundHouse.ts'

/** The list as it stood in the middle of May 2024, which its writers have not put in order. */
const before = [
  { on: '2024-04-05', text: 'Ansökan till parterna.' },
  { on: '2024-W19/W20', text: 'Dialog och möten.' },
  { on: '2024-04-29', text: 'Information på rådet.' },
  { on: '2024-05-20', text: 'Styrgruppen.' },
]
const asText = before.map(({ on, text }) => `${on} ${text}`)

async function withList(items = before): Promise<RoundHouse> {
  return await RoundHouse.begin({ discussions: { kind: 'log', items } })
}

/** Waits until what follows a change has been written. */
async function lines(house: RoundHouse): Promise<string[]> {
  await house.written()
  return await house.lines()
}

describe('the list of how the ansökan was discussed', () => {
  it('gets a line for each round, in the words of those who write them', async () => {
    const house = await withList([])
    await house.send()
    house.clock.set('2024-05-18T10:00:00Z')
    await house.send({ closesOn: '2024-05-24' })
    house.clock.set('2024-06-10T10:00:00Z')
    await house.send({ purpose: 'proof', closesOn: '2024-06-14' })
    await house.send({ purpose: 'information' })
    expect(await lines(house)).toEqual([
      '2024-05-17 Ansökan skickas ut till parter på remiss.',
      '2024-05-18 Ansökan skickas på nytt ut till parterna på remiss för synpunkter till 240524.',
      '2024-06-10 Ansökan skickas ut till parterna för korrekturläsning.',
      '2024-06-10 Ansökan skickas ut till parterna för kännedom.',
    ])
  })

  it('reads after a spring of rounds and meetings as those who held them would have written it', async () => {
    const meetings = [
      { on: '2024-03-15', text: 'Frågor till regionen.' },
      { on: '2024-W19/W20', text: 'Dialog och möten efter återkoppling.' },
      { on: '2024-05-10', text: 'Dialog om målgruppen.' },
    ]
    const house = await withList(meetings)
    for (const [at, changes] of [
      ['2024-04-05', {}],
      ['2024-05-15', {}],
      ['2024-05-17', { closesOn: '2024-05-24', closesByItself: true }],
      ['2024-06-10', { purpose: 'proof' }],
    ] as const) {
      house.clock.set(`${at}T10:00:00Z`)
      await house.send(changes)
    }
    expect(await lines(house)).toEqual([
      '2024-03-15 Frågor till regionen.',
      '2024-04-05 Ansökan skickas ut till parter på remiss.',
      '2024-W19/W20 Dialog och möten efter återkoppling.',
      '2024-05-10 Dialog om målgruppen.',
      '2024-05-15 Ansökan skickas på nytt ut till parterna på remiss.',
      '2024-05-17 Ansökan skickas på nytt ut till parterna på remiss för synpunkter till 240524.',
      '2024-06-10 Ansökan skickas ut till parterna för korrekturläsning.',
    ])
  })

  it('has it among the others by its day, and leaves these as they are', async () => {
    const house = await withList()
    await house.send({ closesOn: '2024-05-24' })
    const sent = '2024-05-17 Ansökan skickas ut till parter på remiss för synpunkter till 240524.'
    expect(await lines(house)).toEqual([...asText.slice(0, 3), sent, ...asText.slice(3)])
  })

  it('has it first when all the others are later, and last when none has a day', async () => {
    const later = [{ on: '2024-06-01', text: 'Möte.' }]
    const first = await withList(later)
    await first.send()
    expect((await lines(first))[0]).toMatch(/^2024-05-17/)
    const undated = await RoundHouse.begin({
      discussions: { kind: 'log', items: [{ on: null, text: 'Möte.' }] },
    })
    await undated.send()
    expect((await lines(undated)).at(-1)).toMatch(/^2024-05-17/)
  })

  it('says the day in Sweden', async () => {
    const house = await withList([])
    house.clock.set('2024-05-17T22:30:00Z')
    await house.send()
    expect(await lines(house)).toEqual(['2024-05-18 Ansökan skickas ut till parter på remiss.'])
  })

  it('follows the day of answer while its words are as the program wrote them', async () => {
    const house = await withList([])
    await house.send()
    for (const closesOn of ['2024-05-24', '2024-06-03', null]) {
      await house.change(1, { is: 'extend', closesOn })
    }
    expect(await lines(house)).toEqual(['2024-05-17 Ansökan skickas ut till parter på remiss.'])
    await house.change(1, { is: 'extend', closesOn: '2024-06-04' })
    expect(await lines(house)).toEqual([
      '2024-05-17 Ansökan skickas ut till parter på remiss för synpunkter till 240604.',
    ])
  })

  it.each<[string, (line: Y.Map<unknown>) => void, string[]]>([
    [
      'its words',
      line => (line.get('text') as Y.Text).insert(0, 'Enkät. '),
      ['2024-05-17 Enkät. Ansökan skickas ut'],
    ],
    ['its day', line => line.set('on', '2024-05-16'), ['2024-05-16 Ansökan skickas ut']],
    ['that it is there', line => line.set('removed', true), []],
  ])('is never written over where somebody has changed %s', async (_what, change, expected) => {
    const house = await withList([])
    await house.send()
    await house.written()
    await house.writes(doc => change(RoundHouse.lineOf(doc, 'round1')))
    await house.change(1, { is: 'extend', closesOn: '2024-06-03' })
    await house.change(1, { is: 'close' })
    const found = await lines(house)
    expect(found.map(line => line.slice(0, expected[0]?.length))).toEqual(expected)
    expect(found.join()).not.toContain('240603')
    await house.stop()
    const again = await RoundHouse.on(house.disk, house.clock)
    expect(await again.lines()).toEqual(found)
  })

  it('gets a line for each answer, with what it says as soon as those asked may see it', async () => {
    const house = await withList([])
    await house.send({ repliesAreSeen: 'whenOver' })
    house.clock.set('2024-05-22T10:00:00Z')
    await house.alter(1, round => void round.replies.push(keptReply('fk')))
    expect((await lines(house)).slice(1)).toEqual(['2024-05-22 Remissvar från Försäkringskassan.'])
    await house.change(1, { is: 'close' })
    expect((await lines(house)).slice(1)).toEqual([
      '2024-05-22 Remissvar från Försäkringskassan: tillstyrker med synpunkter.',
    ])
  })

  it('says of an answer that was replaced what holds, on its day', async () => {
    const house = await withList([{ on: '2024-05-23', text: 'Möte.' }])
    await house.send({ repliesAreSeen: 'whenSent' })
    await house.alter(1, round => void round.replies.push(keptReply('af', { stance: 'opposes' })))
    expect((await lines(house)).slice(1)).toEqual([
      '2024-05-22 Remissvar från Arbetsförmedlingen: avstyrker.',
      '2024-05-23 Möte.',
    ])
    const sentAt = '2024-05-24T10:00:00.000Z'
    await house.alter(1, round => {
      for (const reply of round.replies) reply.replacedAt = sentAt
      round.replies.push(keptReply('af', { number: 2, stance: 'endorses', sentAt }))
    })
    expect((await lines(house)).slice(1)).toEqual([
      '2024-05-23 Möte.',
      '2024-05-24 Remissvar från Arbetsförmedlingen: tillstyrker.',
    ])
  })

  it('is not written where the form has none', async () => {
    const house = await RoundHouse.begin({}, form2019)
    await house.send()
    await house.written()
    expect(house.log).toEqual([])
    expect(house.kept[0]?.lines).toEqual({})
  })
})
