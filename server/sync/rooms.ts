import type * as Y from 'yjs'
import type { Me } from '../../shared/http/session.ts'
import type { NoticeTopic } from '../../shared/sync/frame.ts'
import type { Connection } from './Connection.ts'
import type { Markable, WantedMark } from './ProgramWriter.ts'
import type { Room } from './Room.ts'

/** How long a room stays open after the last person has left, and how often a quiet line hears a word. */
const restAfterMs = 5_000
const keepAliveEveryMs = 15_000
/** How often an open room is asked to let go of memory. */
const quietenEveryMs = 1_000
/** Rooms that are put to rest at the same time when the program stops. */
const settledTogether = 4

interface Entry {
  readonly opening: Promise<Room>
  /** Null until it is open. */
  room: Room | null
  /** Who holds the room open: connections, and requests that look into it. Counted before any await. */
  holders: number
  resting: NodeJS.Timeout | null
}

/** The rooms that are open. A room is opened by the first who comes and put to rest after the last. */
export class Rooms {
  readonly #open: (id: string) => Promise<Room>
  readonly #entries = new Map<string, Entry>()
  readonly #timers: readonly NodeJS.Timeout[]
  readonly #restFailed: (id: string, fault: unknown) => void
  #stopping = false

  constructor(open: (id: string) => Promise<Room>, restFailed: (id: string, fault: unknown) => void) {
    this.#open = open
    this.#restFailed = restFailed
    this.#timers = [
      setInterval(() => this.#sayAWord(), keepAliveEveryMs).unref(),
      setInterval(() => this.#quieten(), quietenEveryMs).unref(),
    ]
  }

  /** Joins a connection to the room of a document. Rejects with what `Room.open` throws. */
  async enter(id: string, connection: Connection): Promise<Room> {
    const room = await this.#hold(id)
    if (this.#stopping) connection.close('serverStopping')
    if (connection.closed || !room.join(connection)) this.#letGo(id, room)
    return room
  }

  /** The other end of `enter`, when the line is gone. */
  leave(id: string, room: Room, connection: Connection): void {
    if (room.leave(connection)) this.#letGo(id, room)
  }

  /** Runs `act` with the room open. Rejects with what `Room.open` throws. */
  async withRoom<T>(id: string, act: (room: Room) => T | Promise<T>): Promise<T> {
    const room = await this.#hold(id)
    try {
      return await act(room)
    } finally {
      this.#letGo(id, room)
    }
  }

  /**
   * Lets the program write in a document, whether or not anybody is in it; see `Room.write`. Rejects with what that
   * and `Room.open` throw.
   */
  async write<T>(id: string, by: Me | null, change: (doc: Y.Doc) => T): Promise<T> {
    return await this.withRoom(id, async room => await room.write(by, change))
  }

  /** Lets the program mark words in a document, whether or not anybody is in it; see `Room.mark`. */
  async mark<T extends Markable>(id: string, wanted: WantedMark<T>): Promise<T | null> {
    return await this.withRoom(id, async room => await room.mark(wanted))
  }

  /** Tells those who are in a document, and whom it is for, that some of their records there have changed. */
  tell(id: string, topic: NoticeTopic, isFor: (me: Me) => boolean): void {
    this.#entries.get(id)?.room?.tell(topic, isFor)
  }

  /** Tells those whom it is for, in whichever document they are, that something of theirs has changed. */
  tellEverywhere(topic: NoticeTopic, isFor: (me: Me) => boolean): void {
    for (const { room } of this.#entries.values()) room?.tell(topic, isFor)
  }

  /** Who may do what in a document may have changed. Whoever is on her way in is looked at when she comes. */
  rightsChanged(id: string): void {
    this.#entries.get(id)?.room?.rightsChanged()
  }

  /** Forgets a room that broke; whoever comes next opens it from the disk. */
  forget(id: string): void {
    this.#entries.delete(id)
  }

  /** Closes every line, waits until all that was received is on disk, and puts every room to rest. */
  async stop(): Promise<void> {
    this.#stopping = true
    for (const timer of this.#timers) clearInterval(timer)
    for (const { resting } of this.#entries.values()) if (resting) clearTimeout(resting)
    await Promise.all([...this.#entries.values()].map(entry => this.#end(entry)))
    // The lines are gone, and all is on disk. What is left makes the next start quicker, a few at a time.
    const left = this.#entries.entries()
    const settleSome = async () => {
      for (const [id, { room }] of left) {
        await room?.settle().catch(fault => this.#restFailed(id, fault))
        this.#entries.delete(id)
      }
    }
    await Promise.all(Array.from({ length: settledTogether }, settleSome))
  }

  /** The documents whose rooms are open: during a stop, those that are not at rest yet. */
  get unfinished(): readonly string[] {
    return [...this.#entries.keys()]
  }

  /** Rooms that are open, and how many of them hold more than bytes. */
  count(): { readonly open: number; readonly awake: number } {
    const rooms = [...this.#entries.values()].flatMap(({ room }) => room ?? [])
    return { open: rooms.length, awake: rooms.filter(room => room.isAwake).length }
  }

  async #hold(id: string): Promise<Room> {
    const entry = this.#entries.get(id) ?? this.#begin(id)
    entry.holders += 1
    if (entry.resting) clearTimeout(entry.resting)
    entry.resting = null
    return await entry.opening
  }

  #begin(id: string): Entry {
    const entry: Entry = { opening: this.#open(id), room: null, holders: 0, resting: null }
    this.#entries.set(id, entry)
    entry.opening.then(
      room => {
        entry.room = room
      },
      () => {
        // One that broke as it was opened has been forgotten, and another may be opening in its place.
        if (this.#entries.get(id) === entry) this.#entries.delete(id)
      },
    )
    return entry
  }

  #letGo(id: string, room: Room): void {
    const entry = this.#entries.get(id)
    // A room that broke has been forgotten, and another may be open in its place.
    if (entry?.room !== room) return
    entry.holders -= 1
    if (entry.holders > 0 || this.#stopping) return
    entry.resting = setTimeout(() => void this.#rest(id, entry, room), restAfterMs)
    entry.resting.unref()
  }

  async #end({ opening }: Entry): Promise<void> {
    const room = await opening.catch(unopened)
    await room?.end('serverStopping')
  }

  async #rest(id: string, entry: Entry, room: Room): Promise<void> {
    entry.resting = null
    try {
      await room.settle()
    } catch (fault) {
      this.#restFailed(id, fault)
    }
    // Whoever came and left meanwhile may have written: that is put to rest in its own time.
    const isLeft = entry.holders === 0 && entry.resting === null
    if (isLeft && this.#entries.get(id) === entry) this.#entries.delete(id)
  }

  #sayAWord(): void {
    for (const { room } of this.#entries.values()) room?.keepAlive()
  }

  #quieten(): void {
    for (const [id, { room }] of this.#entries) room?.quieten().catch(fault => this.#restFailed(id, fault))
  }
}

/** A room that could not be opened has told whoever tried; there is nothing more to do with it. */
function unopened(): null {
  return null
}
