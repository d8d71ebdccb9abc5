import type { Frame } from '../../shared/sync/frame.ts'
import type { Place, Presence, PresentPerson } from '../../shared/sync/presence.ts'
import { readPresence, writePresence } from '../../shared/sync/presenceMessage.ts'
import type { PresenceChannel } from './LiveDocument.ts'

/** My place is sent at most this often. */
const sendEveryMs = 50

/** Who else is in the document. The server is the source: nobody times out here, it says who has gone. */
export class RoomPresence implements PresenceChannel {
  others: ReadonlyMap<number, Presence> = new Map()
  readonly #clientId: number
  readonly #send: (frame: Frame) => void
  readonly #listeners = new Set<() => void>()
  readonly #clocks = new Map<number, number>()
  readonly #authors = new Map<number, PresentPerson>()
  #clock = 0
  #place: Place | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(clientId: number, send: (frame: Frame) => void) {
    this.#clientId = clientId
    this.#send = send
  }

  setPlace(place: Place | null): void {
    this.#place = place
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.announce()
    }, sendEveryMs)
  }

  /** Says where I am at once: also when joining, which claims my client id. */
  announce(): void {
    this.#clock += 1
    const json = JSON.stringify({ place: this.#place })
    const presence = writePresence([{ clientId: this.#clientId, clock: this.#clock, json }])
    this.#send({ kind: 'presence', presence })
  }

  /** What the server has said of presence, in order. Listeners are told once. */
  hear(messages: readonly Uint8Array[]): void {
    const others = new Map(this.others)
    let changed = false
    for (const { clientId, clock, json } of messages.flatMap(readPresence)) {
      if (clientId === this.#clientId || clock <= (this.#clocks.get(clientId) ?? -1)) continue
      this.#clocks.set(clientId, clock)
      // The server made this JSON from the person it knows and a place it has looked at.
      const presence = JSON.parse(json) as Presence | null
      if (presence) {
        others.set(clientId, presence)
        this.#authors.set(clientId, presence.person)
        changed = true
      } else changed = others.delete(clientId) || changed
    }
    if (changed) this.#tell(others)
  }

  /** The line is lost: nobody is known to be here. */
  forgetOthers(): void {
    this.#clocks.clear()
    if (this.others.size > 0) this.#tell(new Map())
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  authorOf(clientId: number): PresentPerson | null {
    return this.#authors.get(clientId) ?? null
  }

  destroy(): void {
    clearTimeout(this.#timer)
    this.#listeners.clear()
  }

  #tell(others: ReadonlyMap<number, Presence>): void {
    this.others = others
    for (const listener of this.#listeners) listener()
  }
}
