import { hash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Me } from '../../shared/http/session.ts'
import type { JsonFile } from '../storage/jsonFile.ts'
import type { Directory } from './directory.ts'

export const sessionFileSchema = z.strictObject({
  /** SHA-256 of the secret in the cookie, in hex, to whom it lets in. The secret itself is not kept. */
  sessions: z.record(
    z.string().regex(/^[a-f0-9]{64}$/),
    z.strictObject({ personId: z.string(), beganAt: z.iso.datetime() }),
  ),
})

export type SessionFile = z.infer<typeof sessionFileSchema>

/** Those who are told when a session is over. */
interface Watched {
  readonly watchers: Set<() => void>
  readonly timer: NodeJS.Timeout
}

/** Who is signed in. Server-side and revocable: the cookie is only a reference. */
export class Sessions {
  readonly #file: JsonFile<SessionFile>
  readonly #directory: Directory
  readonly #lastsMs: number
  readonly #now: () => number
  /** Who is told when a session is over, by its key in the file. */
  readonly #watched = new Map<string, Watched>()

  constructor(file: JsonFile<SessionFile>, directory: Directory, lastsHours: number, now: () => number) {
    this.#file = file
    this.#directory = directory
    this.#lastsMs = lastsHours * 3_600_000
    this.#now = now
  }

  /** Begins a session and gives the secret for its cookie. Durable when resolved. */
  async begin(personId: string): Promise<string> {
    const secret = randomBytes(32).toString('base64url')
    const now = this.#now()
    await this.#file.update(file => {
      for (const [key, session] of Object.entries(file.sessions)) {
        if (this.#isOver(session.beganAt, now)) delete file.sessions[key]
      }
      file.sessions[hashOf(secret)] = { personId, beganAt: new Date(now).toISOString() }
    })
    return secret
  }

  /** Who a cookie's secret belongs to; null when there is no such session any more. */
  find(secret: string | undefined): Me | null {
    if (!secret) return null
    const session = this.#file.data.sessions[hashOf(secret)]
    if (!session || this.#isOver(session.beganAt, this.#now())) return null
    return this.#directory.find(session.personId)
  }

  async end(secret: string): Promise<void> {
    const key = hashOf(secret)
    await this.#file.update(file => {
      delete file.sessions[key]
    })
    this.#tellOver(key)
  }

  /** Calls `over` once when this session has ended or lasted its time; soon if it has. Returns how to stop. */
  whenOver(secret: string, over: () => void): () => void {
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

  /** One timer for all the lines of a session. */
  #watch(key: string): Watched {
    const session = this.#file.data.sessions[key]
    const leftMs = session ? Date.parse(session.beganAt) + this.#lastsMs - this.#now() : 0
    const timer = setTimeout(() => this.#tellOver(key), Math.max(0, leftMs)).unref()
    const watched: Watched = { watchers: new Set(), timer }
    this.#watched.set(key, watched)
    return watched
  }

  #tellOver(key: string): void {
    const watched = this.#watched.get(key)
    if (!watched) return
    clearTimeout(watched.timer)
    this.#watched.delete(key)
    for (const over of watched.watchers) over()
  }

  #isOver(beganAt: string, now: number): boolean {
    return now - Date.parse(beganAt) > this.#lastsMs
  }
}

function hashOf(secret: string): string {
  return hash('sha256', secret, 'hex')
}
