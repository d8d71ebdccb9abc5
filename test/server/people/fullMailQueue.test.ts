import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { MailQueue, MailQueueFull } from '../../../server/mail/MailQueue.ts'
import { type AccessAnswer, accessSchema } from '../../../shared/http/access.ts'
import { personAddedSchema } from '../../../shared/http/people.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { refusal } from './PeopleHouse.ts'

let server: DemoServer
let anna: Visitor
let karim: Visitor
let id: string
beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  karim = await server.enter('karim')
})
afterAll(async () => await server.dispose())
beforeEach(async () => {
  id = await anna.newApplicationAlone()
})
afterEach(() => vi.restoreAllMocks())

const at = (rest: string) => `/api/applications/${id}${rest}`
const invite = (...addresses: string[]) =>
  anna.post(at('/invitations'), { addresses, role: 'reader', message: '' })

async function access(): Promise<AccessAnswer> {
  return accessSchema.parse(await (await anna.get(at('/access'))).json())
}

/** From now on the queue says that it is full; `late`: only when a letter comes. */
function fill(late = false): void {
  const isFull = () => {
    throw new MailQueueFull('full')
  }
  if (!late) vi.spyOn(MailQueue.prototype, 'refuseWhenFull').mockImplementation(isFull)
  vi.spyOn(MailQueue.prototype, 'send').mockImplementation(async () => isFull())
}

describe('when no more letters can be queued', () => {
  it.each([
    ['somebody new is invited', () => invite('ny@af.example')],
    ['somebody known is invited', () => invite('elin@fk.example')],
    [
      'somebody is let in',
      () => anna.post(at('/members'), { personId: 'elin', partyId: 'fk', role: 'reader' }),
    ],
    [
      'a request is granted',
      async () => {
        const [request] = (await access()).requests
        return await anna.post(at(`/requests/${request?.id}`), { role: 'reader' })
      },
    ],
    [
      'a link is asked for by somebody known',
      () => karim.post('/api/sign-in/mail-link', { address: 'karim@af.example' }),
    ],
    [
      'a link is asked for by nobody we know',
      () => karim.post('/api/sign-in/mail-link', { address: 'ingen@okand.example' }),
    ],
  ])('that is said, and nothing is changed: %s', async (_what, act) => {
    await karim.post(at('/requests'), { message: '' })
    await expect.poll(async () => (await access()).requests.length).toBe(1)
    const before = await access()
    fill()
    expect(await refusal(act())).toBe('mailQueueFull')
    vi.restoreAllMocks()
    expect(await access()).toEqual(before)
    expect((await act()).ok).toBe(true)
  })

  it('in that very moment, an invitation stands as not sent, and can be sent again', async () => {
    fill(true)
    expect(await refusal(invite('ny@af.example'))).toBe('mailQueueFull')
    const [invitation] = (await access()).invitations
    expect(invitation).toMatchObject({ address: 'ny@af.example', mail: 'failed' })
    vi.restoreAllMocks()
    expect((await anna.post(at(`/invitations/${invitation?.id}`), {})).status).toBe(200)
    expect((await access()).invitations).toMatchObject([{ address: 'ny@af.example' }])
    expect((await access()).invitations[0]?.mail).not.toBe('failed')
  })

  it('somebody is added all the same, and the administrator is told that there is no letter', async () => {
    const ingrid = await server.enter('ingrid')
    fill()
    const answer = await ingrid.post('/api/persons', { name: 'Bo', title: '', address: 'bo@af.example' })
    expect(answer.status).toBe(201)
    expect(personAddedSchema.parse(await answer.json())).toMatchObject({
      person: { name: 'Bo' },
      isTold: false,
    })
  })
})
