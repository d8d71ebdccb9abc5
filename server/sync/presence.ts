import { presentPerson } from '../../shared/people/presentPerson.ts'
import { encodePresenceHead } from '../../shared/sync/frame.ts'
import type { Place } from '../../shared/sync/presence.ts'
import { encodePresenceEntry, readPresence } from '../../shared/sync/presenceMessage.ts'
import type { Connection } from './Connection.ts'
import { Message } from './Message.ts'

/** Most bytes that one person's presence may take, and how deep its place may nest. */
const presenceMaxBytes = 4096
const placeMaxDepth = 5

/** Shortest time between two tellings. */
const tellEveryMs = 40

interface Spoken {
  readonly connection: Connection
  /** The client's own clock: what is not above it is old. */
  readonly heard: number
  /** What the others are told. */
  readonly entry: Uint8Array
  /** True once its client id is known to be hers, on disk: nobody is told before. */
  readonly isClaimed: boolean
}

/**
 * Who is in a room. One connection speaks for one client id, and everything about the person is written here
 * from the session; what a client says of others is ignored (a stock client repeats what it has heard).
 *
 * What is heard is told of many at once: of a hundred people, each would otherwise be told of each, in a message of its
 * own.
 */
export class RoomPresence {
  readonly #spoken = new Map<number, Spoken>()
  /** What has changed since it was last told, by client id. */
  #changed = new Map<number, Uint8Array>()
  /** Those who are to be told of everybody. */
  #newcomers = new Set<Connection>()
  readonly #connections: ReadonlySet<Connection>
  #isDue = false
  /** Set for a while after each telling. */
  #pause: NodeJS.Timeout | null = null
  /**
   * Clock of what the others are told. Not the client's: whoever comes back after a goodbye would not be above it.
   * Begins above that of the room before, since a stock client remembers clocks for ever.
   */
  #clock = Date.now()

  /** `connections` are those in the room, at any time. */
  constructor(connections: ReadonlySet<Connection>) {
    this.#connections = connections
  }

  /** Somebody has come, or asks: she is told of everybody else. */
  welcome(connection: Connection): void {
    this.#newcomers.add(connection)
    this.#tellSoon()
  }

  /**
   * Takes a presence message. Gives the client id that is to be announced when it is known to be hers; null when there
   * is nothing to announce. `mayUse` tells whether an id is the sender's to use.
   */
  hear(connection: Connection, bytes: Uint8Array, mayUse: (clientId: number) => boolean): number | null {
    if (bytes.length > presenceMaxBytes * 4) return null
    const own = readPresence(bytes).find(({ clientId }) =>
      connection.presenceId === null
        ? this.#isFree(clientId, connection) && mayUse(clientId)
        : clientId === connection.presenceId,
    )
    if (!own || own.json.length > presenceMaxBytes) return null
    const { clientId, clock: heard } = own
    const known = this.#spoken.get(clientId)
    if (known && heard <= known.heard) return null
    if (own.json === 'null') {
      this.goodbye(connection)
      return null
    }
    connection.presenceId = clientId
    const json = JSON.stringify({ person: presentPerson(connection.me), place: placeIn(own.json) })
    const entry = this.#entry(clientId, json)
    this.#spoken.set(clientId, { connection, heard, entry, isClaimed: known?.isClaimed ?? false })
    return clientId
  }

  /** Whether something said under this id has been announced already. */
  isAnnounced(clientId: number): boolean {
    return this.#spoken.get(clientId)?.isClaimed ?? false
  }

  /** What was heard under this id may be told. */
  announce(clientId: number): void {
    const spoken = this.#spoken.get(clientId)
    if (!spoken) return
    this.#spoken.set(clientId, { ...spoken, isClaimed: true })
    this.#changed.set(clientId, spoken.entry)
    this.#tellSoon()
  }

  /** Forgets a connection, and tells the others if it ever spoke. */
  goodbye(connection: Connection): void {
    this.#newcomers.delete(connection)
    const clientId = connection.presenceId
    if (clientId === null || this.#spoken.get(clientId)?.connection !== connection) return
    this.#spoken.delete(clientId)
    this.#changed.set(clientId, this.#entry(clientId, 'null'))
    this.#tellSoon()
  }

  /** At the end of this turn of the event loop, or when it is time again. */
  #tellSoon(): void {
    if (this.#isDue) return
    this.#isDue = true
    if (this.#pause === null) process.nextTick(() => this.#tell())
  }

  /** Tells newcomers of everybody, and the others of what has changed; nobody of herself. */
  #tell(): void {
    this.#isDue = false
    this.#pause = setTimeout(() => {
      this.#pause = null
      if (this.#isDue) this.#tell()
    }, tellEveryMs)
    this.#pause.unref()
    const [changed, newcomers] = [new Telling(this.#changed), this.#newcomers]
    this.#changed = new Map()
    this.#newcomers = new Set()
    if (newcomers.size > 0) {
      const everybody = new Telling(this.#claimed())
      // Also of nobody: it is the first word on a line, and a poll is answered with it.
      for (const newcomer of newcomers) newcomer.send(everybody.to(newcomer))
    }
    if (changed.count === 0) return
    for (const connection of this.#connections) {
      if (!newcomers.has(connection) && changed.isNewsTo(connection)) connection.send(changed.to(connection))
    }
  }

  *#claimed(): Iterable<readonly [number, Uint8Array]> {
    for (const [clientId, { isClaimed, entry }] of this.#spoken) if (isClaimed) yield [clientId, entry]
  }

  #entry(clientId: number, json: string): Uint8Array {
    this.#clock += 1
    return encodePresenceEntry({ clientId, clock: this.#clock, json })
  }

  /** An id that another live connection speaks for is not free; a reload of the same person takes over. */
  #isFree(clientId: number, connection: Connection): boolean {
    const known = this.#spoken.get(clientId)
    return !known || known.connection === connection || known.connection.author === connection.author
  }
}

/** Entries that many are told of, put together once. */
class Telling {
  readonly count: number
  readonly #bytes: Buffer
  /** Where in the bytes each client's entry is. */
  readonly #places = new Map<number, { readonly from: number; readonly to: number }>()
  #toAll: Message | null = null

  constructor(entries: Iterable<readonly [number, Uint8Array]>) {
    const pieces: Uint8Array[] = []
    let from = 0
    for (const [clientId, entry] of entries) {
      this.#places.set(clientId, { from, to: from + entry.length })
      from += entry.length
      pieces.push(entry)
    }
    this.count = pieces.length
    this.#bytes = Buffer.concat(pieces)
  }

  /** False when it is of herself only. */
  isNewsTo({ presenceId }: Connection): boolean {
    return this.count > 1 || (this.count === 1 && (presenceId === null || !this.#places.has(presenceId)))
  }

  /** Of everybody but herself. Our own client knows itself, and can be told the same as the others. */
  to({ presenceId, wantsOwnFrames }: Connection): Message {
    const own = presenceId === null || wantsOwnFrames ? undefined : this.#places.get(presenceId)
    if (own) {
      const head = encodePresenceHead(this.count - 1, this.#bytes.length - (own.to - own.from))
      return new Message(head, this.#bytes.subarray(0, own.from), this.#bytes.subarray(own.to))
    }
    this.#toAll ??= new Message(encodePresenceHead(this.count, this.#bytes.length), this.#bytes)
    return this.#toAll
  }
}

/** Names nobody: keeps a stock client from giving up after 30 s of silence. */
export const nobodySays = new Message(encodePresenceHead(0, 0))

/** The place that a client says it is at; null when it says none, or something that is not a place. */
function placeIn(json: string): Place | null {
  let state: unknown
  try {
    state = JSON.parse(json)
  } catch {
    // A stock client never sends this; nothing is known of the place then.
    return null
  }
  const said = isObject(state) ? state.place : null
  if (!isObject(said) || typeof said.section !== 'string' || said.section.length > 64) return null
  const { section, field, anchor, head } = said
  return {
    section,
    ...(typeof field === 'string' && field.length <= 200 ? { field } : {}),
    ...(isShallow(anchor) && isShallow(head) ? { anchor, head } : {}),
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isShallow(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true
  return depth < placeMaxDepth && Object.values(value).every(inner => isShallow(inner, depth + 1))
}
