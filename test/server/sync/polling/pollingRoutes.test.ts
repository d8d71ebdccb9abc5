import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { schemaVersion } from '../../../../shared/document/schemaVersion.ts'
import { decodeLineAnswer, encodeBatch } from '../../../../shared/sync/batch.ts'
import { closeReasonOf, closeReasons } from '../../../../shared/sync/closeReason.ts'
import { decodeFrame, encodeFrame, type Frame } from '../../../../shared/sync/frame.ts'
import { readPresence, writePresence } from '../../../../shared/sync/presenceMessage.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { Visitor } from '../../../harness/rawClient.ts'
import { textOf } from '../roomUnderTest.ts'

const maxFrameBytes = 65_536

let server: DemoServer
let anna: Visitor
let karim: Visitor
let id: string
beforeAll(async () => {
  server = await DemoServer.start({
    MAX_FRAME_BYTES: String(maxFrameBytes),
    MAX_LINES_PER_PERSON: '3',
  })
  ;[anna, karim] = await Promise.all([server.enter('anna'), server.enter('karim')])
})
afterAll(async () => await server.dispose())
beforeEach(async () => {
  id = await karim.newApplication()
})

/** A line over ordinary requests, without a thought of its own. */
class RawPolling {
  readonly frames: Frame[] = []
  endedWith: number | null = null
  readonly path: string
  readonly #visitor: Visitor

  constructor(visitor: Visitor, path: string) {
    this.#visitor = visitor
    this.path = path
  }

  async poll(): Promise<void> {
    const answer = await this.#visitor.get(`${this.path}?after=${this.frames.length}`)
    const said = decodeLineAnswer(new Uint8Array(await answer.arrayBuffer()))
    if (!said) throw new Error(`That was no answer: ${answer.status}`)
    for (const bytes of said.frames) this.frames.push(decodeFrame(bytes) as Frame)
    this.endedWith = said.endedWith
  }

  /** Polls until something is so, or the line has ended. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo() && this.endedWith === null) await this.poll()
  }

  async sendBytes(number: number | string, body: Uint8Array<ArrayBuffer>): Promise<Response> {
    const { headers, origin } = this.#visitor
    return await fetch(`${origin}${this.path}/${number}`, { method: 'POST', headers, body })
  }

  async send(number: number, ...frames: readonly Frame[]): Promise<Response> {
    return await this.sendBytes(number, encodeBatch(frames.map(encodeFrame)))
  }

  async leave(): Promise<void> {
    await this.#visitor.delete(this.path)
  }
}

async function begin(visitor: Visitor, address = id, query = `schema=${schemaVersion}&ack=1`) {
  const { headers, origin } = visitor
  return await fetch(`${origin}/sync/${address}/line?${query}`, { method: 'POST', headers })
}

async function join(visitor: Visitor): Promise<RawPolling> {
  const answer = await begin(visitor)
  const { token } = (await answer.json()) as { token: string }
  return new RawPolling(visitor, `/sync/${id}/line/${token}`)
}

const step1: Frame = { kind: 'syncStep1', stateVector: Y.encodeStateVector(new Y.Doc()) }

/** What somebody types: one update into the section `background`. */
function typed(text: string): { doc: Y.Doc; update: Frame } {
  const doc = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  doc.getXmlFragment('background').push([paragraph])
  return { doc, update: { kind: 'update', update: Y.encodeStateAsUpdate(doc) } }
}

async function written(): Promise<string> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await karim.state(id))
  return textOf(doc)
}

describe('A line over ordinary requests', () => {
  it('joins the room of those on sockets: each sees what the other writes and where she is', async () => {
    const socket = await karim.join(id)
    const line = await join(anna)
    const { doc, update } = typed('Från en bläddrare bakom en mur.')
    const place = JSON.stringify({ place: { section: 'background' } })
    const presence = writePresence([{ clientId: doc.clientID, clock: 1, json: place }])
    await line.send(1, step1, { kind: 'presence', presence }, update)
    await socket.until(() => textOf(socket.doc) === 'Från en bläddrare bakom en mur.')
    await line.until(() => line.frames.some(({ kind }) => kind === 'acknowledged'))
    expect(line.frames.map(({ kind }) => kind)).toContain('syncStep2')
    await socket.until(() => presencesOf(socket.frames, doc.clientID).length > 0)

    await socket.write(shared => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText('Hej!')])
      shared.getXmlFragment('background').push([paragraph])
    })
    await line.until(() => line.frames.some(({ kind }) => kind === 'update'))
    expect(line.frames.at(-1)?.kind).toBe('update')

    await line.leave()
    await socket.until(() => presencesOf(socket.frames, doc.clientID).at(-1) === 'null')
    await socket.close()
  })

  it('takes a batch once, however often it is sent', async () => {
    const line = await join(anna)
    const { update } = typed('En gång.')
    for (let times = 0; times < 3; times += 1) {
      const answer = await line.send(1, update)
      expect(await answer.json()).toEqual({ received: 1 })
    }
    await line.send(2, step1)
    await line.until(() => line.frames.some(({ kind }) => kind === 'syncStep2'))
    expect(line.frames.filter(({ kind }) => kind === 'acknowledged')).toEqual([
      { kind: 'acknowledged', count: 1 },
    ])
    expect(await written()).toBe('En gång.')
    await line.leave()
  })

  it('tells of a refusal, and then of the end', async () => {
    const line = await join(anna)
    const doc = new Y.Doc()
    doc.getText('notARoot').insert(0, 'x')
    await line.send(1, { kind: 'update', update: Y.encodeStateAsUpdate(doc) })
    await line.until(() => false)
    expect(line.frames.at(-1)).toEqual({ kind: 'refused', count: 1, refusal: 'unknownRoot' })
    expect(line.endedWith).toBe(closeReasons.updateRefused.code)
    const answer = await line.send(2, step1)
    expect([answer.status, await answer.json()]).toEqual([
      410,
      { kind: 'lineEnded', status: 410, fields: [] },
    ])
    await line.leave()
  })

  it('lets a party that is limited to its column of the budget write there, and nowhere else in it', async () => {
    const limited = [{ partyId: 'heby', column: 'owner' }]
    await karim.put(`/api/applications/${id}/sections/budget`, { is: 'columns', limited })
    const line = await join(anna)
    const doc = new Y.Doc()
    const amount = (key: string, kronor: number): Frame => {
      const before = Y.encodeStateVector(doc)
      doc.getMap('budget').set(key, kronor)
      return { kind: 'update', update: Y.encodeStateAsUpdate(doc, before) }
    }
    await line.send(1, amount('owner.salary-1', 100))
    await line.until(() => line.frames.some(({ kind }) => kind === 'acknowledged'))
    await line.send(2, amount('2025:salary-1', 100))
    await line.until(() => false)
    expect(line.frames.at(-1)).toEqual({ kind: 'refused', count: 2, refusal: 'mayNotWrite' })
    const kept = new Y.Doc()
    Y.applyUpdate(kept, await karim.state(id))
    const { 'owner.salary-1': own, '2025:salary-1': years } = kept.getMap('budget').toJSON()
    expect([own, years]).toEqual([100, undefined])
    await line.leave()
  })

  it('ends with the session, and its polls are refused from then on', async () => {
    const elin = await server.enter('elin')
    const line = await join(elin)
    await line.poll()
    const last = line.poll()
    await elin.delete('/api/session')
    await last
    expect(line.endedWith).toBe(closeReasons.signedOut.code)
    expect((await elin.get(`${line.path}?after=0`)).status).toBe(401)
  })

  it('counts among the lines of its person', async () => {
    const lines = [await join(anna), await join(anna), await join(anna)]
    const { endedWith } = (await (await begin(anna)).json()) as { endedWith: number }
    expect(closeReasonOf(endedWith)).toBe('personFull')
    await lines[0]?.leave()
    const another = await join(anna)
    for (const line of [...lines.slice(1), another]) await line.leave()
  })

  it('takes the place of one of the same page, and of no other’s', async () => {
    const lineOf = async (visitor: Visitor, page: string) => {
      const answer = await begin(visitor, id, `schema=${schemaVersion}&ack=1&page=${page}`)
      const { token } = (await answer.json()) as { token: string }
      return new RawPolling(visitor, `/sync/${id}/line/${token}`)
    }
    const before = await lineOf(anna, 'p1')
    const others = [await lineOf(anna, 'p2'), await lineOf(karim, 'p1')]
    const after = await lineOf(anna, 'p1')
    expect((await anna.get(`${before.path}?after=0`)).status).toBe(404)
    for (const line of [...others, after]) {
      await line.poll()
      expect(line.endedWith).toBeNull()
      await line.leave()
    }
    expect((await begin(anna, id, `page=${'p'.repeat(64)}`)).status).toBe(200)
    expect((await begin(anna, id, `page=${'p'.repeat(65)}`)).status).toBe(400)
  })

  it('is of nobody’s cache', async () => {
    const line = await join(anna)
    const answer = await anna.get(`${line.path}?after=0`)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    await line.leave()
  })
})

describe('A server that stops', () => {
  it('says so to whoever polls', async () => {
    const stopping = await DemoServer.start()
    const sofia = await stopping.enter('sofia')
    id = await sofia.newApplication()
    const line = await join(sofia)
    await line.poll()
    const last = line.poll()
    // By now the poll has come.
    await sofia.applications()
    await stopping.dispose()
    await last
    expect(closeReasonOf(line.endedWith ?? 0)).toBe('serverStopping')
  })
})

function presencesOf(frames: readonly Frame[], clientId: number): string[] {
  return frames
    .flatMap(frame => (frame.kind === 'presence' ? readPresence(frame.presence) : []))
    .filter(entry => entry.clientId === clientId)
    .map(({ json }) => json)
}

describe('Whoever begins a line', () => {
  it.each<[string, number, (visitor: Visitor) => Record<string, string>]>([
    ['no origin', 403, ({ headers: { cookie } }) => ({ cookie })],
    ['a foreign origin', 403, ({ headers: { cookie } }) => ({ cookie, origin: 'https://evil.example' })],
    ['no session', 401, ({ headers: { origin } }) => ({ origin })],
    ['a session that nobody has', 401, ({ headers: { origin } }) => ({ origin, cookie: 'samskriv=AAAA' })],
  ])('with %s is refused with %i', async (_what, status, headersOf) => {
    const path = `${server.origin}/sync/${id}/line?schema=${schemaVersion}&ack=1`
    const answer = await fetch(path, { method: 'POST', headers: headersOf(anna) })
    expect(answer.status).toBe(status)
  })

  it.each<[string, string, () => string, string]>([
    ['no document', 'unknownDocument', () => '0123456789abcdef0123', `schema=${schemaVersion}`],
    ['another schema', 'olderSchema', () => id, `schema=${schemaVersion + 1}`],
    ['no schema', 'olderSchema', () => id, 'ack=1'],
    ['somebody else’s page', 'signedOut', () => id, `schema=${schemaVersion}&as=karim@heby`],
  ])('to or with %s is told %s', async (_what, reason, address, query) => {
    const answer = await begin(anna, address(), query)
    expect(answer.status).toBe(200)
    const { endedWith } = (await answer.json()) as { endedWith: number }
    expect(closeReasonOf(endedWith)).toBe(reason)
  })
})

describe('A line', () => {
  it('is unknown to every other session, and to nobody’s', async () => {
    const line = await join(anna)
    const others = await server.enter('anna')
    for (const visitor of [karim, others]) {
      expect((await visitor.get(`${line.path}?after=0`)).status).toBe(404)
      expect((await visitor.delete(line.path)).status).toBe(404)
      const { headers, origin } = visitor
      const posted = await fetch(`${origin}${line.path}/1`, {
        method: 'POST',
        headers,
        body: encodeBatch([]),
      })
      expect(posted.status).toBe(404)
    }
    expect((await fetch(`${server.origin}${line.path}?after=0`)).status).toBe(401)
    await line.leave()
  })

  it.each(['A'.repeat(32), '..', '%00', 'A'.repeat(5000)])('by the name of %.20s is unknown', async name => {
    const answer = await anna.get(`/sync/${id}/line/${name}?after=0`)
    expect(answer.status).toBe(404)
  })

  it('is left and posted to only from our own pages', async () => {
    const line = await join(anna)
    for (const [method, path] of [
      ['DELETE', line.path],
      ['POST', `${line.path}/1`],
    ] as const) {
      const headers = { ...anna.headers, origin: 'https://evil.example' }
      expect((await fetch(`${server.origin}${path}`, { method, headers })).status).toBe(403)
    }
    await line.poll()
    expect(line.endedWith).toBeNull()
    await line.leave()
    expect((await anna.get(`${line.path}?after=0`)).status).toBe(404)
  })

  it.each(['', 'x', '-1', '1.5', '1e3', '9'.repeat(16), '1'])(
    'does not answer a poll after %j',
    async after => {
      const line = await join(anna)
      expect((await anna.get(`${line.path}?after=${after}`)).status).toBe(400)
      await line.leave()
    },
  )

  it.each(['0x1', '-1', '2', '9'.repeat(16)])('does not take a batch with the number %s', async number => {
    const line = await join(anna)
    expect((await line.sendBytes(number, encodeBatch([]))).status).toBe(400)
    await line.poll()
    expect(line.endedWith).toBeNull()
    await line.leave()
  })
})

describe('A batch', () => {
  it.each([
    ['of no bytes', new Uint8Array(0)],
    ['that is cut', encodeBatch([encodeFrame(step1)]).slice(0, -1)],
    ['with a byte too many', Uint8Array.of(0, 0)],
    ['with a frame that is none', encodeBatch([Uint8Array.of(2, 0)])],
    ['with an empty frame', encodeBatch([new Uint8Array(0)])],
    [
      'with a frame that only the server says',
      encodeBatch([encodeFrame({ kind: 'acknowledged', count: 1 })]),
    ],
  ])('%s ends its line', async (_what, body) => {
    const line = await join(anna)
    // Joined, so that it is read at once.
    await line.poll()
    expect((await line.sendBytes(1, body)).status).toBe(410)
    await line.until(() => false)
    expect(line.endedWith).toBe(closeReasons.malformedFrame.code)
    await line.leave()
  })

  it.each([
    ['at its bound', 0, 'malformedFrame'],
    ['over its bound', 1, 'frameTooLarge'],
  ])('with a frame %s ends as what it is', async (_what, over, reason) => {
    const line = await join(anna)
    await line.poll()
    // A kind of frame that does not exist.
    const frame = new Uint8Array(maxFrameBytes + over).fill(2)
    expect((await line.sendBytes(1, encodeBatch([frame]))).status).toBe(410)
    await line.until(() => false)
    expect(closeReasonOf(line.endedWith ?? 0)).toBe(reason)
    await line.leave()
  })

  it('that is larger than any frame is not read, whether it says its length or not', async () => {
    const line = await join(anna)
    const body = new Uint8Array(maxFrameBytes + 1000)
    expect((await line.sendBytes(1, body)).status).toBe(413)
    const status = await new Promise(resolve => {
      const headers = { ...anna.headers, 'transfer-encoding': 'chunked' }
      const asked = request(`${server.origin}${line.path}/1`, { method: 'POST', headers })
      asked.on('response', answer => {
        resolve(answer.statusCode)
        asked.destroy()
      })
      asked.on('error', () => {})
      asked.write(body)
    })
    expect(status).toBe(413)
    await line.poll()
    expect(line.endedWith).toBeNull()
    await line.leave()
  })
})
