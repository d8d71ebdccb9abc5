import * as Y from 'yjs'
import type { RefusedText } from '../../client/sync/outbox.ts'
import { textOfUpdates } from '../../client/sync/refusedText.ts'
import type { Author } from '../../server/document/documentRecords.ts'
import type { CloseReason } from '../../shared/sync/closeReason.ts'
import type { Frame } from '../../shared/sync/frame.ts'
import { HonestClient } from '../server/sync/guard/honestClient.ts'
import { fieldRoots, richRoots } from '../server/sync/guard/RandomEditor.ts'
import type { FuzzHouse, FuzzLine } from './FuzzHouse.ts'

/**
 * Somebody who writes as our own client does (`client/sync/OpenDocument.ts`): what is not acknowledged waits in
 * an outbox, one update a frame, is sent again on the next line, and is put aside when it is refused. Frames stay
 * on their way, in order, until the test lets them through.
 */
export class FuzzWriter {
  readonly personId: string
  readonly owner: Author
  client: HonestClient
  /** Characters that she saw and took away, on any page that she has had open. */
  readonly deleted: Set<string>[] = []
  /** How far the server has acknowledged, and others have shown, each client's clock. */
  readonly promised = new Map<number, number>()
  refusals = 0
  readonly #house: FuzzHouse
  readonly #newId: () => number
  readonly #ids = new Set<number>()
  #waiting: Uint8Array[] = []
  #sent = 0
  #acknowledged = 0
  #line: FuzzLine | null = null
  #isJoined = false
  #isLoaded = false
  #up: Frame[] = []
  #down: Frame[] = []
  #ending: (() => void) | null = null
  #refused: RefusedText[] = []

  constructor(personId: string, owner: Author, house: FuzzHouse, newId: () => number) {
    this.personId = personId
    this.owner = owner
    this.#house = house
    this.#newId = newId
    this.client = this.#newPage()
  }

  get isOnline(): boolean {
    return this.#line !== null
  }

  /** True when there is something to write in. */
  get isLoaded(): boolean {
    return this.#isLoaded
  }

  /** True when nothing of hers waits, nor anything for her. */
  get isQuiet(): boolean {
    return (
      this.#isJoined &&
      this.#waiting.length + this.#up.length + this.#down.length + this.#refused.length === 0 &&
      this.#ending === null
    )
  }

  /** Lets her change something; what comes of it goes into the outbox, and on its way if there is a line. */
  act(change: (client: HonestClient) => void): void {
    change(this.client)
    this.#gather()
  }

  connect(): void {
    if (this.#line || this.#house.isDown) return
    this.#sent = 0
    this.#acknowledged = 0
    this.#isJoined = false
    this.#line = this.#house.connect(this.personId, {
      heard: frame => this.#down.push(frame),
      ended: reason => {
        this.#ending = () => this.#ended(reason)
      },
    })
    this.#up.push({ kind: 'syncStep1', stateVector: Y.encodeStateVector(this.client.doc) })
  }

  /** The line is cut: what is on its way, either way, is lost. */
  cut(): void {
    this.#line?.cut()
    this.#gone()
  }

  /** The page is loaded anew: a new document under a new id, with what waits from before. */
  reload(): void {
    this.cut()
    this.client = this.#newPage()
    this.#isLoaded = false
  }

  /** Lets `count` of her frames arrive at the server. */
  carry(count: number): void {
    for (const frame of this.#up.splice(0, count)) this.#line?.say(frame)
  }

  /** Sends again what waits, as a proxy or a hasty client might: the server must know it already. */
  repeat(): void {
    const [first] = this.#waiting
    if (!first || !this.#isJoined || this.#sent < this.#waiting.length) return
    // Counted like any other frame, so it takes its place in the outbox as well.
    this.#waiting.push(first)
    this.#sent += 1
    this.#up.push({ kind: 'update', update: first })
  }

  /** Takes in `count` of the frames that have arrived, what others wrote in a row at once; each `times` times. */
  take(count: number, times = 1): void {
    const gathered: Uint8Array[] = []
    for (let i = 0; i < count; i++) {
      const frame = this.#down.shift()
      if (!frame) break
      if (frame.kind === 'update') {
        for (let j = 0; j < times; j++) gathered.push(frame.update)
        continue
      }
      this.#takeIn(gathered.splice(0))
      this.#hear(frame)
    }
    this.#takeIn(gathered)
    if (this.#down.length > 0 || !this.#ending) return
    const end = this.#ending
    this.#ending = null
    end()
  }

  /** Hands in what was refused; what does not get through is handed in again. */
  async handIn(): Promise<void> {
    for (const text of [...this.#refused]) {
      if (this.#house.isDown) return
      if (await this.#house.keepRefused(this.owner, text))
        this.#refused = this.#refused.filter(left => left !== text)
    }
  }

  #takeIn(updates: readonly Uint8Array[]): void {
    if (updates.length === 0) return
    this.client.receive(...updates)
    this.#gather()
    this.#see()
  }

  #hear(frame: Frame): void {
    switch (frame.kind) {
      case 'syncStep2':
        if (this.#isLoaded) this.client.receive(frame.update)
        else this.client.load(frame.update, ...this.#waiting)
        this.#isLoaded = true
        this.#gather()
        this.#see()
        this.#isJoined = true
        for (const update of this.#waiting) this.#up.push({ kind: 'update', update })
        this.#sent = this.#waiting.length
        break
      case 'acknowledged':
        this.#acknowledge(frame.count)
        break
      case 'refused':
        this.#acknowledge(frame.count - 1)
        this.#putAside()
        break
      default:
    }
  }

  #gather(): void {
    for (const update of this.client.outbox.splice(0)) {
      this.#waiting.push(update)
      if (!this.#isJoined) continue
      this.#up.push({ kind: 'update', update })
      this.#sent += 1
    }
  }

  #acknowledge(count: number): void {
    const done = this.#waiting.splice(0, Math.min(count - this.#acknowledged, this.#sent))
    this.#acknowledged = count
    this.#sent -= done.length
    for (const update of done) this.#promise(update)
  }

  #promise(update: Uint8Array): void {
    for (const [client, clock] of Y.parseUpdateMeta(update).to) {
      this.promised.set(client, Math.max(clock, this.promised.get(client) ?? 0))
    }
  }

  /** What she has on her screen of others, nobody may take away from her. */
  #see(): void {
    for (const client of this.client.doc.store.clients.keys()) {
      if (this.#ids.has(client)) continue
      const clock = Y.getState(this.client.doc.store, client)
      this.promised.set(client, Math.max(clock, this.promised.get(client) ?? 0))
    }
  }

  #putAside(): void {
    this.refusals += 1
    this.#refused.push(...textOfUpdates(this.client.doc, this.#waiting.splice(0)))
    this.reload()
  }

  #ended(reason: CloseReason | null): void {
    if (
      reason !== null &&
      reason !== 'updateRefused' &&
      reason !== 'serverStopping' &&
      reason !== 'serverFault'
    )
      throw new Error(`An honest line was ended: ${reason}`)
    this.#gone()
  }

  #gone(): void {
    this.#line = null
    this.#isJoined = false
    this.#sent = 0
    this.#up = []
    this.#down = []
    this.#ending = null
  }

  #newPage(): HonestClient {
    const id = this.#newId()
    this.#ids.add(id)
    const page = new HonestClient(id, nothing, richRoots, fieldRoots, true)
    this.deleted.push(page.deleted)
    return page
  }
}

const nothing = Y.encodeStateAsUpdate(new Y.Doc())
