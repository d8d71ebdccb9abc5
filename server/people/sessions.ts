import { hash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Me } from '../../shared/http/session.ts'
import { type WayInName, waysIn } from '../../shared/http/signIn.ts'
import type { JsonFile } from '../storage/jsonFile.ts'
import type { People } from './People.ts'

const sessionSchema = z.strictObject({
  personId: z.string(),
  /** She acts for this party. Empty in sessions older than this record, which are over. */
  partyId: z.string().default(''),
  way: z.enum(waysIn).default('demo'),
  /** Her browser and system, e.g. `Firefox, Windows`. */
  device: z.string().default(''),
  beganAt: z.iso.datetime(),
  /** When her page was last heard of, to the minute. */
  seenAt: z.iso.datetime().optional(),
})

export const sessionFileSchema = z.strictObject({
  /** SHA-256 of the secret in the cookie, in hex, to whom it lets in. The secret itself is not kept. */
  sessions: z.record(z.string().regex(/^[a-f0-9]{64}$/), sessionSchema),
})

export type SessionFile = z.infer<typeof sessionFileSchema>
type SessionRecord = z.infer<typeof sessionSchema>

/** How long sessions last, and who may have one. */
export interface SessionRules {
  /** Longest time of all. */
  readonly lastsMs: number
  /** Longest time without a sign of her page. */
  readonly idleMs: number
  /** The ways in that there are. Who came by another, before the settings were changed, is out. */
  readonly ways: ReadonlySet<WayInName>
}

/** A session as its owner may see it. */
export interface SessionShown {
  /** Not its secret, and not to be used as one. */
  readonly id: string
  readonly partyId: string
  readonly way: WayInName
  readonly device: string
  readonly beganAt: string
  readonly seenAt: string
}

/** How a session came to its end: somebody ended it, or its time ran out. */
export type SessionEnd = 'ended' | 'ranOut'

type Over = (end: SessionEnd) => void

/** Those who are told when a session is over. */
interface Watched {
  readonly watchers: Set<Over>
  timer: NodeJS.Timeout
}

/** Those of the ways in that a letter is enough for. */
const byLink: ReadonlySet<WayInName> = new Set(['mailLink', 'invitation'])

/** How often it is written down when pages were last heard of. */
const seenWrittenMs = 60_000

/** Who is signed in. Server-side and revocable: the cookie is only a reference. */
export class Sessions {
  readonly #file: JsonFile<SessionFile>
  readonly #people: People
  readonly #rules: SessionRules
  readonly #now: () => number
  /** Who is told when a session is over, by its key in the file. */
  readonly #watched = new Map<string, Watched>()
  /** When the pages of each session were last heard of. */
  readonly #seenAt = new Map<string, number>()
  #seenWrittenAt: number
  #writing: Promise<void> = Promise.resolve()

  constructor(file: JsonFile<SessionFile>, people: People, rules: SessionRules, now: () => number) {
    this.#file = file
    this.#people = people
    this.#rules = rules
    this.#now = now
    this.#seenWrittenAt = now()
    for (const [key, { beganAt, seenAt }] of Object.entries(file.data.sessions)) {
      this.#seenAt.set(key, Date.parse(seenAt ?? beganAt))
    }
  }

  /** Begins a session and gives the secret for its cookie. Durable when resolved. */
  async begin(personId: string, partyId: string, way: WayInName, device: string): Promise<string> {
    const secret = randomBytes(32).toString('base64url')
    const key = hashOf(secret)
    const now = this.#now()
    const beganAt = new Date(now).toISOString()
    this.#seenAt.set(key, now)
    await this.#file.update(file => {
      for (const [other, session] of Object.entries(file.sessions)) {
        if (this.#isOver(other, session, now)) delete file.sessions[other]
      }
      file.sessions[key] = { personId, partyId, way, device, beganAt, seenAt: beganAt }
    })
    return secret
  }

  /** Who a cookie's secret belongs to; null when there is no such session any more. */
  find(secret: string | undefined): Me | null {
    if (!secret) return null
    const key = hashOf(secret)
    const session = this.#file.data.sessions[key]
    if (!session || this.#isOver(key, session, this.#now())) return null
    return this.#people.find(session.personId, session.partyId)
  }

  /** For how long somebody has been signed in; null when there is no such session any more. */
  ageMs(secret: string): number | null {
    const session = this.#file.data.sessions[hashOf(secret)]
    return session ? this.#now() - Date.parse(session.beganAt) : null
  }

  /** Gives what is to be called at each sign of a page of this session. That costs next to nothing. */
  seenBy(secret: string): () => void {
    const key = hashOf(secret)
    return () => {
      const now = this.#now()
      const before = this.#seenAt.get(key)
      // What has run out does not begin again.
      if (before === undefined || now - before > this.#rules.idleMs) return
      this.#seenAt.set(key, now)
      if (now - this.#seenWrittenAt >= seenWrittenMs) this.#writeSeen(now)
    }
  }

  /** Ends a session. Durable when resolved; its lines are closed by then. */
  async end(secret: string): Promise<void> {
    await this.#end([hashOf(secret)])
  }

  /** Ends one of a person's sessions; false when she has none of that id. */
  async endOne(personId: string, id: string): Promise<boolean> {
    const key = this.#keysOf(personId).find(other => idOf(other) === id)
    if (key !== undefined) await this.#end([key])
    return key !== undefined
  }

  /** Ends all of a person's sessions. */
  async endAllOf(personId: string): Promise<void> {
    await this.#end(this.#keysOf(personId))
  }

  /** Ends those that people of a party have come to by a link: from now on it has a sign-in of its own. */
  async endByLink(partyId: string): Promise<void> {
    const sessions = Object.entries(this.#file.latest.sessions)
    const ended = sessions.filter(([, session]) => session.partyId === partyId && byLink.has(session.way))
    await this.#end(ended.map(([key]) => key))
  }

  /** A person's sessions, newest first. */
  list(personId: string): SessionShown[] {
    const { sessions } = this.#file.data
    const shown = this.#keysOf(personId).flatMap((key): SessionShown[] => {
      const session = sessions[key]
      if (!session || this.#isOver(key, session, this.#now())) return []
      const { partyId, way, device, beganAt } = session
      const seenAt = new Date(this.#lastSeen(key, session)).toISOString()
      return [{ id: idOf(key), partyId, way, device, beganAt, seenAt }]
    })
    return shown.sort((one, other) => other.beganAt.localeCompare(one.beganAt))
  }

  /** What `list` calls the session of this secret. */
  idOf(secret: string): string {
    return idOf(hashOf(secret))
  }

  /** Calls `over` once when this session has ended or lasted its time; soon if it has. Returns how to stop. */
  whenOver(secret: string, over: Over): () => void {
    const key = hashOf(secret)
    const watched = this.#watched.get(key) ?? this.#watch(key)
    watched.watchers.add(over)
    return () => {
      watched.watchers.delete(over)
      if (watched.watchers.size > 0 || this.#watched.get(key) !== watched) return
      clearTimeout(watched.timer)
      this.#watched.delete(key)
    }
  }

  /** Writes down when pages were last heard of, so that it is known when the program is started again. */
  async close(): Promise<void> {
    this.#writeSeen(this.#now())
    await this.#writing
  }

  async #end(keys: readonly string[]): Promise<void> {
    await this.#file.update(file => {
      for (const key of keys) delete file.sessions[key]
    })
    for (const key of keys) this.#tellOver(key, 'ended')
  }

  #keysOf(personId: string): string[] {
    const sessions = Object.entries(this.#file.latest.sessions)
    return sessions.filter(([, session]) => session.personId === personId).map(([key]) => key)
  }

  /** One timer for all the lines of a session. */
  #watch(key: string): Watched {
    const watched: Watched = { watchers: new Set(), timer: this.#timer(key) }
    this.#watched.set(key, watched)
    return watched
  }

  #timer(key: string): NodeJS.Timeout {
    return setTimeout(() => {
      const watched = this.#watched.get(key)
      // She may have been heard of meanwhile.
      if (watched && this.#leftMs(key) > 0) watched.timer = this.#timer(key)
      else this.#tellOver(key, 'ranOut')
    }, this.#leftMs(key)).unref()
  }

  #leftMs(key: string): number {
    const session = this.#file.data.sessions[key]
    return session ? Math.max(0, this.#endsAt(key, session) - this.#now()) : 0
  }

  #tellOver(key: string, end: SessionEnd): void {
    this.#seenAt.delete(key)
    const watched = this.#watched.get(key)
    if (!watched) return
    clearTimeout(watched.timer)
    this.#watched.delete(key)
    for (const over of watched.watchers) over(end)
  }

  #isOver(key: string, session: SessionRecord, now: number): boolean {
    if (now > this.#endsAt(key, session) || !this.#rules.ways.has(session.way)) return true
    // It may have begun in the very moment when her organisation got its own sign-in.
    return byLink.has(session.way) && this.#people.signInOf(session.partyId) === 'openId'
  }

  #endsAt(key: string, session: SessionRecord): number {
    const { idleMs, lastsMs } = this.#rules
    return Math.min(Date.parse(session.beganAt) + lastsMs, this.#lastSeen(key, session) + idleMs)
  }

  #lastSeen(key: string, { beganAt, seenAt }: SessionRecord): number {
    return this.#seenAt.get(key) ?? Date.parse(seenAt ?? beganAt)
  }

  #writeSeen(now: number): void {
    this.#seenWrittenAt = now
    this.#writing = this.#file
      .update(file => {
        for (const [key, at] of this.#seenAt) {
          const session = file.sessions[key]
          if (session) session.seenAt = new Date(at).toISOString()
          else this.#seenAt.delete(key)
        }
      })
      // The disk is full or failing, which is said elsewhere: it is tried again in a minute.
      .catch(() => {})
  }
}

function hashOf(secret: string): string {
  return hash('sha256', secret, 'hex')
}

function idOf(key: string): string {
  return key.slice(0, 20)
}
