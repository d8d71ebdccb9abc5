import { createHash, randomBytes } from 'node:crypto'
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

/** Who is signed in. Server-side and revocable: the cookie is only a reference. */
export class Sessions {
  readonly #file: JsonFile<SessionFile>
  readonly #directory: Directory
  readonly #lastsMs: number
  readonly #now: () => number

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
    await this.#file.update(file => {
      delete file.sessions[hashOf(secret)]
    })
  }

  #isOver(beganAt: string, now: number): boolean {
    return now - Date.parse(beganAt) > this.#lastsMs
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
