import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { schemaVersion } from '../../shared/document/schemaVersion.ts'
import type { Application } from '../../shared/http/application.ts'
import type { Rescued } from '../../shared/http/rescued.ts'
import { type CloseReason, closeReasonOf } from '../../shared/sync/closeReason.ts'
import { decodeFrame, encodeFrame, type Frame } from '../../shared/sync/frame.ts'
import { writePresence } from '../../shared/sync/presenceMessage.ts'

type Kind = Frame['kind']
type FrameOf<K extends Kind> = Extract<Frame, { kind: K }>

export interface JoinOptions {
  /** Asks for acknowledgements, as our own client does. Default true. */
  readonly ack?: boolean
  readonly schema?: number | string
}

/** Those in the demo who apply together. */
export const applicants = [
  { personId: 'anna', partyId: 'heby' },
  { personId: 'karim', partyId: 'af' },
  { personId: 'elin', partyId: 'fk' },
  { personId: 'sofia', partyId: 'region' },
] as const

/** A person in the demo with what a browser holds of her: a cookie, and the origin of our pages. */
export class Visitor {
  readonly origin: string
  readonly personId: string
  readonly headers: { readonly cookie: string; readonly origin: string }

  private constructor(origin: string, cookie: string, personId: string) {
    this.origin = origin
    this.personId = personId
    this.headers = { cookie, origin }
  }

  static async enter(origin: string, personId: string): Promise<Visitor> {
    const answer = await fetch(`${origin}/api/demo/session`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ personId }),
    })
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
    if (!answer.ok || !cookie) throw new Error(`${personId} could not enter: ${answer.status}`)
    return new Visitor(origin, cookie, personId)
  }

  /** Somebody who has come in by another way, with the cookies that she was given. */
  static with(origin: string, cookie: string, personId: string): Visitor {
    return new Visitor(origin, cookie, personId)
  }

  /** The same person, where the server listens after it was started again. */
  at(origin: string): Visitor {
    return new Visitor(origin, this.headers.cookie, this.personId)
  }

  async get(path: string): Promise<Response> {
    return await fetch(`${this.origin}${path}`, { headers: { cookie: this.headers.cookie } })
  }

  async post(path: string, body: unknown): Promise<Response> {
    const headers = { ...this.headers, 'content-type': 'application/json' }
    return await fetch(`${this.origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  }

  async put(path: string, body: unknown): Promise<Response> {
    const headers = { ...this.headers, 'content-type': 'application/json' }
    return await fetch(`${this.origin}${path}`, { method: 'PUT', headers, body: JSON.stringify(body) })
  }

  async delete(path: string): Promise<Response> {
    return await fetch(`${this.origin}${path}`, { method: 'DELETE', headers: this.headers })
  }

  /** Starts an ansökan together with those who apply in the demo, and gives its id. */
  async newApplication(formId = '2024', name = 'Prov'): Promise<string> {
    const id = await this.newApplicationAlone(formId, name)
    for (const colleague of applicants.filter(({ personId }) => personId !== this.personId)) {
      const added = await this.post(`/api/applications/${id}/members`, { ...colleague, role: 'partyEditor' })
      if (!added.ok) throw new Error(`${colleague.personId} could not be let in: ${added.status}`)
    }
    return id
  }

  /** Starts an ansökan to which nobody else has access. */
  async newApplicationAlone(formId = '2024', name = 'Prov'): Promise<string> {
    const answer = await this.post('/api/applications', { formId, name })
    return ((await answer.json()) as Application).id
  }

  async applications(): Promise<Application[]> {
    const answer = await this.get('/api/applications')
    return ((await answer.json()) as { applications: Application[] }).applications
  }

  /** What the server holds of an ansökan, as an update. */
  async state(id: string): Promise<Uint8Array> {
    const answer = await this.get(`/api/applications/${id}/state`)
    return new Uint8Array(await answer.arrayBuffer())
  }

  async rescued(id: string): Promise<Rescued[]> {
    const answer = await this.get(`/api/applications/${id}/rescued`)
    return ((await answer.json()) as { rescued: Rescued[] }).rescued
  }

  /** Opens a line to a document; says nothing on it. Rejects when there is no upgrade. */
  async open(id: string, { ack = true, schema = schemaVersion }: JoinOptions = {}): Promise<RawClient> {
    const address = `${this.origin.replace('http', 'ws')}/sync/${id}?schema=${schema}${ack ? '&ack=1' : ''}`
    const socket = new WebSocket(address, { headers: this.headers })
    const client = new RawClient(socket)
    await once(socket, 'open')
    return client
  }

  /** Opens a line and loads the document. */
  async join(id: string, options: JoinOptions = {}): Promise<RawClient> {
    const client = await this.open(id, options)
    await client.load()
    return client
  }
}

const fromServer = Symbol('fromServer')

/** One line to a document that speaks frames, with a Y.Doc of its own. Nothing holds it back from anything. */
export class RawClient {
  readonly doc = new Y.Doc()
  /** All that has come, in order. */
  readonly frames: Frame[] = []
  /** Update frames sent so far. */
  sent = 0
  /** How the server ended it. */
  readonly closed: Promise<{ code: number; reason: CloseReason | null }>
  readonly #socket: WebSocket
  #isClosed = false
  #waiting: (() => void)[] = []

  constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data: Buffer) => this.#receive(data))
    // What follows is a close; a broken line has nothing more to say.
    socket.on('error', () => {})
    this.closed = new Promise(resolve => {
      socket.on('close', code => {
        this.#isClosed = true
        this.#look()
        resolve({ code, reason: closeReasonOf(code) })
      })
    })
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== fromServer) this.sendUpdate(update)
    })
  }

  /** Count of the last acknowledgement; 0 before the first. */
  get acknowledged(): number {
    return this.all('acknowledged').at(-1)?.count ?? 0
  }

  get isClosed(): boolean {
    return this.#isClosed
  }

  /** The connection under the socket, to break the rules of sockets on. */
  get underlying(): Duplex {
    // `ws` keeps it to itself; no public way leads there.
    return (this.#socket as unknown as { readonly _socket: Duplex })._socket
  }

  all<K extends Kind>(kind: K): FrameOf<K>[] {
    return this.frames.filter((frame): frame is FrameOf<K> => frame.kind === kind)
  }

  send(frame: Frame): void {
    this.sendBytes(encodeFrame(frame))
  }

  sendBytes(bytes: Uint8Array | string): void {
    this.#socket.send(bytes)
  }

  sendUpdate(update: Uint8Array): void {
    this.sent += 1
    this.send({ kind: 'update', update })
  }

  /** Says where she is; the first time this claims her client id. */
  sendPresence(state: unknown, clock = 1, clientId = this.doc.clientID): void {
    const presence = writePresence([{ clientId, clock, json: JSON.stringify(state) }])
    this.send({ kind: 'presence', presence })
  }

  /** Asks for what she lacks and waits until it is there. */
  async load(): Promise<void> {
    const answers = this.all('syncStep2').length
    this.send({ kind: 'syncStep1', stateVector: Y.encodeStateVector(this.doc) })
    await this.until(() => this.all('syncStep2').length > answers)
  }

  /** Changes the document and waits for the acknowledgement. */
  async write(change: (doc: Y.Doc) => void): Promise<void> {
    this.doc.transact(() => change(this.doc))
    await this.saved()
  }

  /** Waits until all that was sent is acknowledged. */
  async saved(): Promise<void> {
    await this.until(() => this.acknowledged >= this.sent)
  }

  /** Waits until something is so; looked at after every frame. Rejects when the line ends before. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      if (this.#isClosed) throw new Error('The line ended before what was waited for.')
      await new Promise<void>(resolve => this.#waiting.push(resolve))
    }
  }

  async close(): Promise<void> {
    this.#socket.close()
    await this.closed
  }

  #receive(data: Buffer): void {
    const frame = decodeFrame(data)
    if (!frame) throw new Error(`The server sent what is no frame: ${data.toString('hex')}`)
    this.frames.push(frame)
    if (frame.kind === 'syncStep2' || frame.kind === 'update')
      Y.applyUpdate(this.doc, frame.update, fromServer)
    this.#look()
  }

  #look(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const look of waiting) look()
  }
}
