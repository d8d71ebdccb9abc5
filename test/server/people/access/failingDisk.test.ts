import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AccessAnswer, accessSchema } from '../../../../shared/http/access.ts'
import { problemSchema } from '../../../../shared/http/problem.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import { FailingDisk } from '../../../harness/FailingDisk.ts'
import type { Visitor } from '../../../harness/rawClient.ts'
import { PeopleHouse } from '../PeopleHouse.ts'

let server: DemoServer
let anna: Visitor
let id: string
let disk: FailingDisk

beforeAll(async () => {
  disk = new FailingDisk()
  server = await DemoServer.start()
  anna = await server.enter('anna')
})
afterAll(async () => {
  await server.dispose()
  disk.restore()
})
beforeEach(async () => {
  id = await anna.newApplicationAlone()
  await anna.post(at('/members'), { personId: 'karim', partyId: 'af', role: 'reader' })
})
afterEach(() => {
  disk.failing = null
})

const at = (rest: string) => `/api/applications/${id}${rest}`

async function access(): Promise<AccessAnswer> {
  return accessSchema.parse(await (await anna.get(at('/access'))).json())
}

/** Every kind of change of somebody's right that there is. */
const changes: readonly [string, () => Promise<Response>][] = [
  ['another role', () => anna.put(at('/members/karim'), { role: 'partyEditor' })],
  ['a removal', () => anna.delete(at('/members/karim'))],
  ['a new member', () => anna.post(at('/members'), { personId: 'elin', partyId: 'fk', role: 'reader' })],
  [
    'an invitation to somebody known',
    () => anna.post(at('/invitations'), { addresses: ['sofia@region.example'], role: 'reader', message: '' }),
  ],
  [
    'an invitation to somebody new',
    () => anna.post(at('/invitations'), { addresses: ['ny@region.example'], role: 'reader', message: '' }),
  ],
  [
    'a guest link',
    () => anna.post(at('/guest-links'), { label: 'x', partyId: 'af', role: 'reader', endsOn: '2999-01-01' }),
  ],
  ['advice', () => anna.put(at('/advice'), { open: true })],
  ['a closed section', () => anna.put(at('/sections/background'), { is: 'finished' })],
]

describe('a change of rights', () => {
  it.each(changes)('that cannot be noted is not made, and that is said: %s', async (_what, change) => {
    const before = await access()
    disk.failing = /\/audit\//
    const answer = await change()
    expect([answer.status, problemSchema.parse(await answer.json()).kind]).toEqual([503, 'diskFault'])
    disk.failing = null
    expect(await access()).toEqual(before)
    const { closings } = (await (await anna.get(at(''))).json()) as { closings: object }
    expect(closings).toEqual({})
    expect((await change()).ok).toBe(true)
  })

  it.each(changes)('that cannot be written is not made, and that is said: %s', async (_what, change) => {
    const before = await access()
    disk.failing = /\/access\.json/
    expect((await change()).status).toBe(503)
    disk.failing = null
    expect(await access()).toEqual(before)
  })
})

describe('whether a change may be made', () => {
  it('is asked when its turn has come, and not for what changes nothing', async () => {
    const { document } = await PeopleHouse.open()
    await document.addMember('karim', 'af', 'reader')
    const asked: string[] = []
    const isIn = (personId: string) => document.member(personId) !== null
    const changing = (what: string) =>
      document.provided(async () => {
        asked.push(`${what}: ${isIn('karim')}`)
      })
    const done = await Promise.all([
      changing('remove').removeMember('karim', null, () => true),
      changing('remove again').removeMember('karim', null, () => true),
      changing('change').changeRole('karim', 'reviewer', () => true),
      changing('advise').setAdvice(true, 'anna@heby'),
    ])
    expect(done.slice(0, 3)).toEqual([true, false, false])
    expect(asked).toEqual(['remove: true', 'advise: false'])
  })

  it('holds no other change back when it rejects', async () => {
    const { document } = await PeopleHouse.open()
    const never = document.provided(() => Promise.reject(new Error('no')))
    const [one, other] = await Promise.allSettled([
      never.addMember('karim', 'af', 'reader'),
      document.addMember('elin', 'fk', 'reader'),
    ])
    expect([one.status, other.status]).toEqual(['rejected', 'fulfilled'])
    expect(document.kept.members.map(({ personId }) => personId)).toEqual(['anna', 'elin'])
  })
})
