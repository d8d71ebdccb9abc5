import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type AccessAnswer, accessSchema, guestLinkMadeSchema } from '../../../../shared/http/access.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { RawClient, Visitor } from '../../../harness/rawClient.ts'
import { RawHttp, readAnswer } from '../../../harness/rawHttp.ts'

let server: DemoServer
let anna: Visitor
let karim: Visitor
/** Anna's, in which nobody else has a role. */
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

const at = (rest: string) => `/api/applications/${id}${rest}`
const letIn = (personId: string, partyId: string, role: string) =>
  anna.post(at('/members'), { personId, partyId, role })

async function accessOf(visitor: Visitor): Promise<AccessAnswer> {
  return accessSchema.parse(await (await visitor.get(at('/access'))).json())
}

async function actsNoted(act: string): Promise<number> {
  const { entries } = (await (await anna.get(at('/log'))).json()) as { entries: { act: string }[] }
  return entries.filter(entry => entry.act === act).length
}

function type(line: RawClient, words: string, section = 'background'): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  line.doc.getXmlFragment(section).push([paragraph])
}

async function wordsOnServer(): Promise<string> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await anna.state(id))
  return ['background', 'purpose'].map(section => doc.getXmlFragment(section).toString()).join('\n')
}

/** Sends a change of which the last byte is held back until `meanwhile` is done; gives how it was answered. */
async function slowly(
  visitor: Visitor,
  method: string,
  path: string,
  asked: unknown,
  meanwhile: () => Promise<unknown>,
): Promise<number | undefined> {
  const body = JSON.stringify(asked)
  const raw = await RawHttp.open(server.origin)
  raw.write(
    `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: ${visitor.headers.cookie}\r\n` +
      `Origin: ${visitor.headers.origin}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
  )
  raw.write(body.slice(0, -1))
  // The head of it has been read when a later request on another connection has been answered.
  await visitor.get('/api/session')
  await meanwhile()
  raw.write(body.slice(-1))
  return readAnswer(await raw.ended)?.status
}

describe('a change of which the last byte comes late', () => {
  const invite = { addresses: ['sofia@region.example'], role: 'ownerEditor', message: '' }

  it('is refused to whoever has been removed meanwhile', async () => {
    await letIn('karim', 'af', 'ownerEditor')
    const status = await slowly(karim, 'POST', at('/invitations'), invite, () =>
      anna.delete(at('/members/karim')),
    )
    expect(status).toBe(404)
    expect((await accessOf(anna)).members).toHaveLength(1)
  })

  it('is refused to whoever has been lowered meanwhile', async () => {
    await letIn('karim', 'af', 'ownerEditor')
    const status = await slowly(karim, 'PUT', at('/members/anna'), { role: 'reader' }, () =>
      anna.put(at('/members/karim'), { role: 'partyEditor' }),
    )
    expect(status).toBe(403)
    expect((await accessOf(anna)).members).toMatchObject([{ role: 'ownerEditor' }, { role: 'partyEditor' }])
  })

  it('is refused to whoever has signed out everywhere meanwhile', async () => {
    const here = await server.enter('anna')
    const status = await slowly(here, 'PUT', at('/sections/background'), { is: 'finished' }, async () => {
      await (await server.enter('anna')).delete('/api/sessions')
      anna = await server.enter('anna')
    })
    expect(status).toBe(401)
  })

  it('is refused to an administrator who is one no more', async () => {
    const ingrid = await server.enter('ingrid')
    const elin = { name: 'Elin Berg', title: 'handläggare' }
    await ingrid.put('/api/persons/elin', { ...elin, isAdministrator: true })
    const asElin = await server.enter('elin')
    const anew = { name: 'Ny Person', title: '', address: 'ny.person@fk.example' }
    const status = await slowly(asElin, 'POST', '/api/persons', anew, () =>
      ingrid.put('/api/persons/elin', { ...elin, isAdministrator: false }),
    )
    expect(status).toBe(403)
  })
})

describe('two changes at the same time', () => {
  it('do not let somebody in again who is removed while her role is changed', async () => {
    for (let round = 0; round < 20; round += 1) {
      await letIn('karim', 'af', 'reader')
      await Promise.all([
        anna.delete(at('/members/karim')),
        anna.put(at('/members/karim'), { role: 'partyEditor' }),
      ])
      expect((await accessOf(anna)).members).toHaveLength(1)
    }
  })

  it('do not make a guest somebody who may stay when her link is taken back', async () => {
    const endsOn = '2999-01-01'
    for (let round = 0; round < 10; round += 1) {
      const asked = { label: 'Konsult', partyId: 'af', role: 'reader', endsOn }
      const made = guestLinkMadeSchema.parse(await (await anna.post(at('/guest-links'), asked)).json())
      await anna.post('/api/sign-in/guest', { secret: made.secret, name: 'Siv Ek' })
      anna = await server.enter('anna')
      const guest = (await accessOf(anna)).members.find(({ guestLinkId }) => guestLinkId !== null)
      await Promise.all([
        anna.delete(at(`/guest-links/${made.link.id}`)),
        anna.put(at(`/members/${guest?.personId}`), { role: 'reviewer' }),
      ])
      expect((await accessOf(anna)).members).toHaveLength(1)
    }
  })

  it('that are the same are one act, noted once', async () => {
    await anna.post(at('/invitations'), { addresses: ['ny@af.example'], role: 'reader', message: '' })
    const [invitation] = (await accessOf(anna)).invitations
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => anna.delete(at(`/invitations/${invitation?.id}`))),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404, 404, 404, 404])
    expect(await actsNoted('invitationRevoked')).toBe(1)

    await letIn('karim', 'af', 'reader')
    await Promise.all(Array.from({ length: 5 }, () => anna.delete(at('/members/karim'))))
    expect(await actsNoted('memberRemoved')).toBe(1)

    await karim.post(at('/requests'), { message: '' })
    await expect.poll(async () => (await accessOf(anna)).requests).toHaveLength(1)
    const [request] = (await accessOf(anna)).requests
    await Promise.all([
      anna.delete(at(`/requests/${request?.id}`)),
      anna.post(at(`/requests/${request?.id}`), { role: 'reader' }),
    ])
    const [granted, denied] = [await actsNoted('accessGranted'), await actsNoted('accessDenied')]
    expect(granted + denied).toBe(1)
    expect((await accessOf(anna)).members).toHaveLength(1 + granted)
  })

  it('make one invitation of one address, and one person of those who take it', async () => {
    const asked = { addresses: ['samma@af.example'], role: 'reader', message: '' }
    await Promise.all(Array.from({ length: 10 }, () => anna.post(at('/invitations'), asked)))
    expect((await accessOf(anna)).invitations).toHaveLength(1)
  })
})

describe('an invitation by somebody with more', () => {
  it('is not replaced by a partsansvarig', async () => {
    await letIn('karim', 'af', 'partyLead')
    const invite = (by: Visitor, role: string) =>
      by.post(at('/invitations'), { addresses: ['chef@af.example'], role, message: '' })
    await invite(anna, 'ownerEditor')
    const answer = (await (await invite(karim, 'reader')).json()) as { invited: { outcome: string }[] }
    expect(answer.invited).toMatchObject([{ outcome: 'mayNot' }])
    expect((await accessOf(anna)).invitations).toMatchObject([{ role: 'ownerEditor' }])
  })

  it('is shown as over when she may not invite any more, and can be sent again by who may', async () => {
    await letIn('karim', 'af', 'ownerEditor')
    await karim.post(at('/invitations'), { addresses: ['ny@fk.example'], role: 'reader', message: '' })
    await anna.put(at('/members/karim'), { role: 'reader' })
    const [over] = (await accessOf(anna)).invitations
    expect(Date.parse(over?.expiresAt ?? '')).toBeLessThanOrEqual(Date.now())
    await anna.post(at(`/invitations/${over?.id}`), {})
    const [again] = (await accessOf(anna)).invitations
    expect(again).toMatchObject({ address: 'ny@fk.example', invitedBy: 'Anna Lindholm' })
    expect(Date.parse(again?.expiresAt ?? '')).toBeGreaterThan(Date.now())
  })
})

describe('somebody who is responsible and has left', () => {
  it('does not count: the last who is here can neither go nor be lowered', async () => {
    const ingrid = await server.enter('ingrid')
    await letIn('sofia', 'region', 'ownerEditor')
    await ingrid.post('/api/persons/sofia/deactivate', { shownAs: 'name' })
    expect((await anna.delete(at('/members/anna'))).status).toBe(409)
    expect((await anna.put(at('/members/anna'), { role: 'reader' })).status).toBe(409)
    expect((await anna.delete(at('/members/sofia'))).status).toBe(200)
    await ingrid.post('/api/persons/sofia/reactivate', {})
  })
})

/** Ends that a writer's line may come to when her right is taken while she writes. */
async function writeOn(line: RawClient, name: string, hasEnded: () => boolean): Promise<string[]> {
  const sent: string[] = []
  for (let number = 0; !hasEnded() && !line.isClosed; number += 1) {
    const words = `${name}${number}.`
    type(line, words)
    sent.push(words)
    if (number % 2 === 1) await line.saved().catch(() => {})
  }
  return sent
}

describe('rights that change a hundred times while ten write', () => {
  it('let nothing land after a change has been answered, and lose nothing that was acknowledged', async () => {
    await letIn('karim', 'af', 'partyEditor')
    const kept: string[] = []
    const late: string[] = []
    for (let round = 0; round < 10; round += 1) {
      const lines = await Promise.all(Array.from({ length: 10 }, () => karim.join(id)))
      let isOver = false
      const writing = lines.map((line, number) => writeOn(line, `r${round}w${number}n`, () => isOver))
      const isRole = round % 2 === 0
      for (let change = 0; change < 9; change += 1) {
        // What takes no right from her.
        await anna.put(at('/sections/purpose'), change % 2 === 0 ? { is: 'finished' } : { is: 'open' })
      }
      const closed = isRole
        ? await anna.put(at('/members/karim'), { role: 'reader' })
        : await anna.put(at('/sections/background'), { is: 'finished' })
      expect(closed.ok).toBe(true)
      const before = await wordsOnServer()
      isOver = true
      const sent = (await Promise.all(writing)).map((words, number) => ({ words, line: lines[number] }))
      for (const [number, line] of lines.entries()) {
        if (!line.isClosed) type(line, `r${round}late${number}.`)
        late.push(`r${round}late${number}.`)
      }
      await Promise.all(lines.map(line => line.closed))
      expect(await wordsOnServer()).toBe(before)
      for (const { words, line } of sent) kept.push(...words.slice(0, line?.acknowledged ?? 0))
      if (isRole) await anna.put(at('/members/karim'), { role: 'partyEditor' })
      else await anna.put(at('/sections/background'), { is: 'open' })
    }
    const words = await wordsOnServer()
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.filter(one => !words.includes(one))).toEqual([])
    expect(late.filter(one => words.includes(one))).toEqual([])
  }, 60_000)
})
