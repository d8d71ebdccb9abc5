import { schemaVersion } from '../../shared/document/schemaVersion.ts'
import type { Me } from '../../shared/http/session.ts'
import type { CloseReason } from '../../shared/sync/closeReason.ts'
import { decodeFrame } from '../../shared/sync/frame.ts'
import { authorOf } from '../document/documentRecords.ts'
import type { Log } from '../operations/LogEvent.ts'
import type { Sessions } from '../people/sessions.ts'
import { DamagedDocument } from '../storage/damage.ts'
import { DiskFault } from '../storage/diskFault.ts'
import { Allowance } from './Allowance.ts'
import { Connection, type Transport } from './Connection.ts'
import type { DocumentsOf, LiveDocuments } from './LiveDocuments.ts'
import type { SyncLimits } from './limits.ts'
import type { OpenLines } from './OpenLines.ts'
import type { Room } from './Room.ts'
import type { Rooms } from './rooms.ts'
import type { SyncTally } from './SyncTally.ts'

/** What a line needs of the house, whatever carries it. */
export interface SyncHouse {
  readonly sessions: Sessions
  readonly documentsOf: DocumentsOf
  readonly rooms: Rooms
  readonly lines: OpenLines
  readonly limits: SyncLimits
  readonly tally: SyncTally
  readonly log: Log
}

/** What somebody says when she opens a line. */
export interface Arrival {
  readonly me: Me
  /** The secret of her session: when that ends, so does the line. */
  readonly secret: string
  /** Of the document. */
  readonly id: string
  readonly schema: number
  readonly wantsOwnFrames: boolean
  /** Who her page says she is; null when it does not say. */
  readonly as: string | null
  readonly carriedBy: 'socket' | 'polling'
}

/** A line that has been opened, from the side of what carries it. */
export interface Arrived {
  /**
   * Takes one frame. Gives how many milliseconds to wait before the next is read: 0, unless more comes than one line
   * may send. Never throws.
   */
  receive(bytes: Uint8Array): number
  /** Ends the line, with a reason that what carries it has found. */
  end(reason: CloseReason): void
  /** The line is gone. Once. */
  gone(): void
}

/**
 * Lets somebody into the room of a document, or ends her line with the reason why not. Whoever comes here has a
 * session and comes from our own page.
 */
export function arrive(house: SyncHouse, arrival: Arrival, transport: Transport): Arrived {
  const line = new ArrivedLine(house, arrival, transport)
  void line.enter()
  return line
}

class ArrivedLine implements Arrived {
  readonly #house: SyncHouse
  readonly #documents: LiveDocuments
  readonly #id: string
  readonly #secret: string
  readonly #carriedBy: Arrival['carriedBy']
  readonly #connection: Connection
  readonly #allowance: Allowance
  readonly #forgetSession: () => void
  /** Tells the session that its page was heard of. */
  readonly #seen: () => void
  readonly #refusal: CloseReason | null
  /** Messages wait, in order, until the document is loaded. Null when it is. */
  #early: Uint8Array[] | null = []
  #earlyBytes = 0
  #room: Room | null = null

  constructor(house: SyncHouse, arrival: Arrival, transport: Transport) {
    this.#house = house
    this.#documents = house.documentsOf(arrival.id)
    this.#id = arrival.id
    this.#secret = arrival.secret
    this.#carriedBy = arrival.carriedBy
    const connection = new Connection(arrival.me, arrival.wantsOwnFrames, transport)
    this.#connection = connection
    this.#allowance = new Allowance(house.limits, performance.now())
    this.#forgetSession = house.sessions.whenOver(arrival.secret, end =>
      connection.close(end === 'ranOut' ? 'sessionRanOut' : 'signedOut'),
    )
    this.#seen = house.sessions.seenBy(arrival.secret)
    this.#seen()
    this.#refusal = whyNot(house, this.#documents, arrival)
    if (this.#refusal === null) house.lines.opened(connection.author, arrival.id)
    house.tally.connections[arrival.carriedBy] += 1
  }

  async enter(): Promise<void> {
    const { rooms, log } = this.#house
    if (this.#refusal !== null) {
      this.#connection.close(this.#refusal)
      return
    }
    try {
      const room = await rooms.enter(this.#id, this.#connection)
      if (this.#connection.closed) return
      this.#documents.opened(this.#id, this.#connection.me, this.#secret)
      this.#room = room
      this.#documents.came(this.#id, this.#connection.author)
      const early = this.#early ?? []
      this.#early = null
      for (const bytes of early) this.#handle(room, bytes)
    } catch (fault) {
      this.#connection.close(reasonOf(fault))
      log({ kind: 'roomFault', document: this.#id, fault })
    }
  }

  receive(bytes: Uint8Array): number {
    if (this.#connection.closed) return 0
    this.#seen()
    if (this.#room) this.#handle(this.#room, bytes)
    else this.#keepEarly(bytes)
    return this.#allowance.spend(bytes.length, performance.now())
  }

  end(reason: CloseReason): void {
    this.#connection.close(reason)
  }

  gone(): void {
    const { lines, rooms, tally } = this.#house
    this.#forgetSession()
    this.#connection.gone()
    if (this.#refusal === null) lines.closed(this.#connection.author, this.#id)
    tally.connections[this.#carriedBy] -= 1
    tally.ends[this.#connection.endedBy ?? 'lost'] += 1
    this.#logEnd()
    if (!this.#room) return
    rooms.leave(this.#id, this.#room, this.#connection)
    this.#documents.left(this.#id, this.#connection.author)
  }

  /** A line that the other side has ended is nothing to tell of. */
  #logEnd(): void {
    const { author, endedBy, refused } = this.#connection
    if (endedBy === null) return
    this.#house.log({
      kind: 'lineEnded',
      // What is no document of ours may be anything that somebody has written in an address.
      document: this.#documents.has(this.#id) ? this.#id : null,
      person: author,
      reason: endedBy,
      ...(refused ? { refusal: refused } : {}),
    })
  }

  #keepEarly(bytes: Uint8Array): void {
    this.#earlyBytes += bytes.length
    if (this.#earlyBytes > this.#house.limits.maxBacklogBytes) this.#connection.close('slowReader')
    else this.#early?.push(bytes)
  }

  #handle(room: Room, bytes: Uint8Array): void {
    const frame = decodeFrame(bytes)
    if (!frame) {
      this.#connection.close('malformedFrame')
      return
    }
    try {
      room.receive(this.#connection, frame, bytes)
    } catch (fault) {
      // Whatever it was, it ends this line only.
      this.#house.log({ kind: 'frameFault', document: this.#id, fault })
      this.#connection.close('serverFault')
    }
  }
}

function whyNot(
  { lines }: SyncHouse,
  documents: LiveDocuments,
  { id, me, schema, as }: Arrival,
): CloseReason | null {
  const author = authorOf(me)
  // Somebody else has signed in in this browser since the page was opened: its text is not hers.
  if (as !== null && as !== author) return 'signedOut'
  const refusal = documents.whyNot(id, me)
  if (refusal !== null) return refusal
  if (schema !== schemaVersion) return 'olderSchema'
  return lines.whyNoMore(author, id)
}

function reasonOf(fault: unknown): CloseReason {
  if (fault instanceof DamagedDocument) return 'damagedDocument'
  return fault instanceof DiskFault ? 'diskFault' : 'serverFault'
}
