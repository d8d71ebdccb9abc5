import { presentPerson } from '../../shared/people/presentPerson.ts'
import type { Place } from '../../shared/sync/presence.ts'
import { type PresenceEntry, readPresence, writePresence } from '../../shared/sync/presenceMessage.ts'
import type { Connection } from './Connection.ts'

/** Most bytes that one person's presence may take, and how deep its place may nest. */
const presenceMaxBytes = 4096
const placeMaxDepth = 5

interface Spoken {
  readonly connection: Connection
  /** The client's own clock: what is not above it is old. */
  readonly heard: number
  /** What the others are told. */
  readonly entry: PresenceEntry
}

/**
 * Who is in a room. One connection speaks for one client id, and everything about the person is written here
 * from the session; what a client says of others is ignored (a stock client repeats what it has heard).
 */
export class RoomPresence {
  readonly #spoken = new Map<number, Spoken>()
  /**
   * Clock of what the others are told. Not the client's: whoever comes back after a goodbye would not be above it.
   * Begins above that of the room before, since a stock client remembers clocks for ever.
   */
  #clock = Date.now()

  /**
   * Takes a presence message. Gives the frame to pass on to the others, or null when it says nothing of the
   * sender's own. `mayUse` tells whether a client id is the sender's to use.
   */
  hear(connection: Connection, bytes: Uint8Array, mayUse: (clientId: number) => boolean): Uint8Array | null {
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
    if (own.json === 'null') return this.goodbye(connection)
    connection.presenceId = clientId
    const json = JSON.stringify({ person: presentPerson(connection.me), place: placeIn(own.json) })
    const entry = this.#entry(clientId, json)
    this.#spoken.set(clientId, { connection, heard, entry })
    return writePresence([entry])
  }

  /** Everybody else, for one who has just come or asks. */
  othersThan(connection: Connection): Uint8Array {
    const others = [...this.#spoken.values()].filter(spoken => spoken.connection !== connection)
    return writePresence(others.map(({ entry }) => entry))
  }

  /** Forgets a connection. Gives the frame that tells the others, or null when it never spoke. */
  goodbye(connection: Connection): Uint8Array | null {
    const clientId = connection.presenceId
    if (clientId === null || this.#spoken.get(clientId)?.connection !== connection) return null
    this.#spoken.delete(clientId)
    return writePresence([this.#entry(clientId, 'null')])
  }

  #entry(clientId: number, json: string): PresenceEntry {
    this.#clock += 1
    return { clientId, clock: this.#clock, json }
  }

  /** An id that another live connection speaks for is not free; a reload of the same person takes over. */
  #isFree(clientId: number, connection: Connection): boolean {
    const known = this.#spoken.get(clientId)
    return !known || known.connection === connection || known.connection.author === connection.author
  }
}

/** A presence frame's payload that names nobody: keeps a stock client from giving up after 30 s of silence. */
export function nobody(): Uint8Array {
  return writePresence([])
}

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
