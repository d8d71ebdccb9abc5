import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Task, tasksSchema } from '../../../shared/http/tasks.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { Said } from '../comment/said.ts'
import { Answering, remark, sum, take } from '../consultation/reply/Answering.ts'
import { RoundsOf } from '../consultation/roundsOf.ts'
import { HandClock } from '../mail/HandClock.ts'

/** Friday 17 May 2024 at noon in Sweden. */
const sentAt = '2024-05-17T10:00:00Z'

let clock: HandClock
let server: DemoServer
let anna: Visitor
let id: string

beforeAll(async () => {
  clock = new HandClock(sentAt)
  server = await DemoServer.start({}, undefined, clock)
  anna = await server.enter('anna')
})
afterAll(async () => await server.dispose())
beforeEach(async () => {
  id = await anna.newApplication('2024', 'Plattform')
})

const letBe = async (personId: string, role: string) => {
  expect((await anna.put(`/api/applications/${id}/members/${personId}`, { role })).status).toBe(200)
}

/** What waits for somebody in this ansökan. */
async function tasks(personId: string, of = [id]): Promise<Task[]> {
  const visitor = await server.enter(personId)
  const answer = tasksSchema.parse(await (await visitor.get('/api/tasks')).json())
  return answer.tasks.filter(({ applicationId }) => of.includes(applicationId))
}

const kinds = async (personId: string) => (await tasks(personId)).map(task => task.is)

const toAfAndFk = [
  { partyId: 'af', personIds: ['karim'] },
  { partyId: 'fk', personIds: ['elin'] },
]

const send = async (closesOn: string | null = '2024-05-24', of = id) =>
  await new RoundsOf(anna, of).send({ closesOn, recipients: toAfAndFk })

async function answer(personId: string, stance: string, remarks = 0): Promise<void> {
  await letBe(personId, 'partyLead')
  const answering = new Answering(await server.enter(personId), id)
  const line = await answering.join()
  await line.write(doc => {
    take(doc, stance)
    sum(doc, 'Så här tycker vi.')
    for (let number = 0; number < remarks; number += 1) remark(doc, { text: 'Det här bör ändras.' })
  })
  await line.saved()
  await answering.send()
  await line.close()
}

describe('an answer that is waited for', () => {
  it('waits for those of the parties asked who may write on it, and not for others', async () => {
    await letBe('karim', 'partyLead')
    await letBe('elin', 'reviewer')
    await send()
    const about = {
      ...{ is: 'reply', applicationId: id, applicationName: 'Plattform', round: 1, ordinal: 1 },
      ...{ purpose: 'remarks', closesOn: '2024-05-24', workingDaysLeft: 5, hasDraft: false },
    }
    expect(await tasks('karim')).toEqual([{ ...about, maySend: true }])
    expect(await tasks('elin')).toEqual([{ ...about, maySend: false }])
    await letBe('elin', 'reader')
    for (const other of ['elin', 'sofia', 'anna', 'per', 'ingrid']) expect(await tasks(other)).toEqual([])
  })

  it('says to her own party that a draft has been begun', async () => {
    await send()
    const line = await new Answering(await server.enter('karim'), id).join()
    await line.write(doc => take(doc, 'endorses'))
    await line.saved()
    await expect.poll(async () => await tasks('karim')).toMatchObject([{ hasDraft: true }])
    expect(await tasks('elin')).toMatchObject([{ hasDraft: false }])
    await line.close()
  })

  it('waits no more when it has been sent, nor when the round is over', async () => {
    await send()
    await answer('elin', 'endorses')
    expect([await kinds('elin'), await kinds('karim')]).toEqual([[], ['reply']])
    await new RoundsOf(anna, id).change(1, { is: 'close' })
    expect(await kinds('karim')).toEqual([])
  })

  it('is no longer anybody’s who has left the ansökan', async () => {
    await send()
    await anna.delete(`/api/applications/${id}/members/karim`)
    expect(await kinds('karim')).toEqual([])
  })

  it('comes in order of its day in all ansökningar, and without a day last', async () => {
    const [later, none] = [await anna.newApplication(), await anna.newApplication()]
    await send(null, none)
    await send('2024-06-03', later)
    await send('2024-05-24')
    const days = (await tasks('karim', [id, later, none])).map(task => task.is === 'reply' && task.closesOn)
    expect(days).toEqual(['2024-05-24', '2024-06-03', null])
  })
})

describe('the owner', () => {
  it('has a round to close when all have answered, and remarks to answer, and what opposes to settle', async () => {
    await send()
    expect(await kinds('anna')).toEqual([])
    await answer('elin', 'endorsesWithRemarks', 2)
    expect(await kinds('anna')).toEqual(['remarks'])
    await answer('karim', 'opposes', 1)
    expect(await tasks('anna')).toMatchObject([
      { is: 'closeRound', round: 1 },
      { is: 'remarks', round: 1, unanswered: 3, opposing: 1 },
    ])
    await new RoundsOf(anna, id).change(1, { is: 'close' })
    expect(await kinds('anna')).toEqual(['remarks'])
    for (const other of ['karim', 'elin', 'sofia']) expect(await kinds(other)).toEqual([])
  })

  it('has nothing to answer of a round that was called off, but who opposes', async () => {
    await send()
    await answer('elin', 'opposes', 2)
    await new RoundsOf(anna, id).change(1, { is: 'callOff', reason: 'Vi börjar om.' })
    expect(await tasks('anna')).toMatchObject([{ is: 'remarks', unanswered: 0, opposing: 1 }])
  })
})

describe('comments', () => {
  it('wait for those to whom they are assigned, as long as they may answer and they are not resolved', async () => {
    const said = new Said(anna, id)
    const first = await said.start({ text: 'Stämmer det?', assignee: { is: 'person', personId: 'karim' } })
    await said.start({ text: 'Och det här?', assignee: { is: 'party', partyId: 'af' } })
    await said.start({ text: 'Ni ser det.', assignee: { is: 'party', partyId: 'fk' } })
    expect(await tasks('karim')).toEqual([
      {
        ...{ is: 'comments', applicationId: id, applicationName: 'Plattform' },
        ...{ threadId: first.id, round: null, count: 2 },
      },
    ])
    expect(await tasks('elin')).toMatchObject([{ is: 'comments', count: 1 }])
    expect([await kinds('sofia'), await kinds('anna')]).toEqual([[], []])
    await letBe('karim', 'signatory')
    expect(await kinds('karim')).toEqual([])
  })

  it('that are internal to another party are nobody else’s', async () => {
    const karim = await server.enter('karim')
    const inside = {
      text: 'Internt.',
      isInternal: true,
      assignee: { is: 'person', personId: 'karim' },
    } as const
    await new Said(karim, id).start(inside)
    expect(await kinds('karim')).toEqual(['comments'])
    expect(await kinds('anna')).toEqual([])
  })
})

it('requests for access wait for those who may answer them', async () => {
  await anna.delete(`/api/applications/${id}/members/karim`)
  await letBe('elin', 'partyLead')
  const karim = await server.enter('karim')
  await karim.post(`/api/applications/${id}/requests`, { message: 'Släpp in mig.' })
  await expect
    .poll(async () => await tasks('anna'))
    .toEqual([{ is: 'accessRequests', applicationId: id, applicationName: 'Plattform', count: 1 }])
  for (const other of ['karim', 'elin', 'sofia']) expect(await kinds(other)).toEqual([])
})

it('nobody is told what waits who is not signed in', async () => {
  expect((await fetch(`${server.origin}/api/tasks`)).status).toBe(401)
})
