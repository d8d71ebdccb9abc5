import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { schemaVersion } from '../../../../shared/document/schemaVersion.ts'
import { type GuestLinkMade, guestLinkMadeSchema } from '../../../../shared/http/access.ts'
import { decodeLineAnswer, encodeBatch } from '../../../../shared/sync/batch.ts'
import { closeReasonOf } from '../../../../shared/sync/closeReason.ts'
import { decodeFrame, encodeFrame, type Frame } from '../../../../shared/sync/frame.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { Visitor } from '../../../harness/rawClient.ts'

let server: DemoServer
let anna: Visitor
let karim: Visitor
/** Anna's, in which Karim writes. */
let id: string

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
})
afterAll(async () => await server.dispose())
beforeEach(async () => {
  karim = await server.enter('karim')
  id = await anna.newApplicationAlone()
  await anna.post(at('/members'), { personId: 'karim', partyId: 'af', role: 'partyEditor' })
})

const at = (rest: string) => `/api/applications/${id}${rest}`

interface Headed {
  readonly headers: { readonly cookie: string; readonly origin: string }
}

/** A line over ordinary requests. */
class Polled {
  readonly frames: Frame[] = []
  readonly #path: string
  readonly #headers: Headed['headers']
  #sent = 0

  private constructor(path: string, headers: Headed['headers']) {
    this.#path = path
    this.#headers = headers
  }

  static async begin({ headers }: Headed): Promise<Polled> {
    const path = `${server.origin}/sync/${id}/line`
    const begun = await fetch(`${path}?schema=${schemaVersion}&ack=1`, { method: 'POST', headers })
    const { token } = (await begun.json()) as { token: string }
    return new Polled(`${path}/${token}`, headers)
  }

  /** Polls until it ends, and gives why; a status when it is answered with a problem. */
  async untilOver(): Promise<string | number | null> {
    for (;;) {
      const answer = await fetch(`${this.#path}?after=${this.frames.length}`, { headers: this.#headers })
      if (!answer.ok) return answer.status
      const said = decodeLineAnswer(new Uint8Array(await answer.arrayBuffer()))
      for (const bytes of said?.frames ?? []) this.frames.push(decodeFrame(bytes) as Frame)
      if (said?.endedWith != null) return closeReasonOf(said.endedWith)
    }
  }

  async type(words: string): Promise<number> {
    const doc = new Y.Doc()
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    doc.getXmlFragment('background').push([paragraph])
    this.#sent += 1
    const frame = encodeFrame({ kind: 'update', update: Y.encodeStateAsUpdate(doc) })
    const answer = await fetch(`${this.#path}/${this.#sent}`, {
      method: 'POST',
      headers: this.#headers,
      body: encodeBatch([frame]),
    })
    return answer.status
  }
}

async function wordsOnServer(): Promise<string> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await anna.state(id))
  return doc.getXmlFragment('background').toString()
}

async function guestLink(): Promise<GuestLinkMade> {
  const asked = { label: 'Konsult', partyId: 'af', role: 'reader', endsOn: '2999-01-01' }
  return guestLinkMadeSchema.parse(await (await anna.post(at('/guest-links'), asked)).json())
}

/** Comes by a guest link in a browser of its own, or once more in one that has these cookies. */
async function comeByLink(secret: string, before?: Headed): Promise<Headed> {
  const { origin } = server
  const answer = await fetch(`${origin}/api/sign-in/guest`, {
    method: 'POST',
    headers: { ...before?.headers, origin, 'content-type': 'application/json' },
    body: JSON.stringify({ secret, name: 'Siv Ek' }),
  })
  const cookie = answer.headers
    .getSetCookie()
    .map(set => set.split(';')[0])
    .join('; ')
  return { headers: { cookie, origin } }
}

async function personOf(guest: Headed): Promise<string> {
  const answer = await fetch(`${server.origin}/api/session`, guest)
  return ((await answer.json()) as { me: { person: { id: string } } }).me.person.id
}

async function statusFor(guest: Headed): Promise<number> {
  return (await fetch(`${server.origin}${at('')}`, guest)).status
}

async function kindAt(guest: Headed, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${server.origin}${path}`, {
    method,
    headers: { ...guest.headers, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return [answer.status, ((await answer.json()) as { kind?: string }).kind]
}

describe('a line over ordinary requests', () => {
  it('takes nothing from whoever only reads now, and keeps what came before', async () => {
    const line = await Polled.begin(karim)
    expect(await line.type('I tid.')).toBe(200)
    await expect.poll(wordsOnServer).toContain('I tid.')
    await anna.put(at('/members/karim'), { role: 'reader' })
    await line.type('För sent.')
    expect(await line.untilOver()).toBe('updateRefused')
    expect(line.frames).toContainEqual({ kind: 'refused', count: 2, refusal: 'mayNotWrite' })
    expect(await wordsOnServer()).not.toContain('För sent.')
  })

  it('ends for whoever is removed, while it waits for something to say', async () => {
    const line = await Polled.begin(karim)
    const over = line.untilOver()
    await anna.delete(at('/members/karim'))
    expect(await over).toBe('mayNotOpen')
    expect(await line.type('Efteråt.')).toBe(410)
    expect(await wordsOnServer()).not.toContain('Efteråt.')
  })

  it('ends for whoever signs out everywhere, and is nobody’s afterwards', async () => {
    const line = await Polled.begin(karim)
    const over = line.untilOver()
    await (await server.enter('karim')).delete('/api/sessions')
    expect(['signedOut', 401]).toContain(await over)
    expect(await line.type('Efteråt.')).toBe(401)
  })
})

describe('a guest', () => {
  it('is sent away at once when her link is taken back, on a line that she has open', async () => {
    const { link, secret } = await guestLink()
    const guest = await comeByLink(secret)
    const line = await Polled.begin(guest)
    const over = line.untilOver()
    await anna.delete(at(`/guest-links/${link.id}`))
    expect(['mayNotOpen', 'signedOut', 401]).toContain(await over)
    expect(await kindAt(guest, 'GET', at(''))).toEqual([401, 'signedOut'])
  })

  it('who is put out of it comes neither to the ansökan nor in again in her browser', async () => {
    const { secret } = await guestLink()
    const guest = await comeByLink(secret)
    await anna.delete(at(`/members/${await personOf(guest)}`))
    expect(await kindAt(guest, 'GET', at(''))).toEqual([401, 'signedOut'])
    expect(await kindAt(guest, 'POST', '/api/sign-in/guest', { secret, name: 'Siv Ek' })).toEqual([
      404,
      'unknownGuestLink',
    ])
  })

  it('who is put out is out everywhere; others stay, and the link lets in whoever has it still', async () => {
    const { link, secret } = await guestLink()
    const first = await comeByLink(secret)
    const personId = await personOf(first)
    const again = await comeByLink(secret, first)
    const other = await comeByLink(secret)
    expect(await personOf(again)).toBe(personId)
    expect(await personOf(other)).not.toBe(personId)
    const removed = await anna.delete(at(`/members/${personId}`))
    expect([await statusFor(first), await statusFor(again), await statusFor(other)]).toEqual([401, 401, 200])
    expect(await statusFor(await comeByLink(secret))).toBe(200)
    // So whoever removes her sees that it is open.
    const { guestLinks } = (await removed.json()) as { guestLinks: { id: string }[] }
    expect(guestLinks.map(({ id }) => id)).toEqual([link.id])
  })

  it.each([
    ['start an ansökan', 'POST', () => '/api/applications', { formId: '2024', name: '' }, 403],
    ['look for people', 'GET', () => `/api/people?q=a&application=${id}`, undefined, 403],
    [
      'invite',
      'POST',
      () => at('/invitations'),
      { addresses: ['a@af.example'], role: 'reader', message: '' },
      403,
    ],
    [
      'make links',
      'POST',
      () => at('/guest-links'),
      { label: 'x', partyId: 'af', role: 'reader', endsOn: '2999-01-01' },
      403,
    ],
    ['close a section', 'PUT', () => at('/sections/background'), { is: 'finished' }, 403],
    ['read the log', 'GET', () => at('/log'), undefined, 403],
    ['read all that is logged', 'GET', () => '/api/log', undefined, 403],
    ['see who there is', 'GET', () => '/api/persons', undefined, 403],
  ])('may not %s', async (_what, method, path, body, status) => {
    const guest = await comeByLink((await guestLink()).secret)
    expect(await kindAt(guest, method, path(), body)).toEqual([status, 'mayNot'])
  })

  it('asks in vain to be let into another ansökan, and sees none', async () => {
    const guest = await comeByLink((await guestLink()).secret)
    const other = await anna.newApplicationAlone()
    const asked = await fetch(`${server.origin}/api/applications/${other}/requests`, {
      method: 'POST',
      headers: { ...guest.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ message: '' }),
    })
    expect(asked.status).toBe(202)
    // Whoever asks after her is heard after her.
    await (await server.enter('sofia')).post(`/api/applications/${other}/requests`, { message: '' })
    const askers = async () => {
      const access = await (await anna.get(`/api/applications/${other}/access`)).json()
      return (access as { requests: { personId: string }[] }).requests.map(({ personId }) => personId)
    }
    await expect.poll(askers).toEqual(['sofia'])
    const list = (await (await fetch(`${server.origin}/api/applications`, guest)).json()) as {
      applications: { id: string }[]
    }
    expect(list.applications.map(application => application.id)).toEqual([id])
  })
})
