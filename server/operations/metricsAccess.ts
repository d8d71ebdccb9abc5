import { createHash, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isLoopback, WrongSetting } from '../config.ts'

/** A token shorter than this can be guessed. */
const tokenMinLength = 32

/** What a request for measurements says of itself. */
export interface MetricsRequest {
  /** The other end of the line, whoever it asks for. */
  readonly remoteAddress: string | undefined
  readonly header: (name: string) => string | undefined
}

/** Headers that a proxy adds: whoever sends one does not ask for itself. */
const proxyHeaders = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
]

/**
 * Who may read the measurements: whoever has the token, and as long as no token is set and the program is not
 * behind a proxy, whoever asks from this machine by one of its own names (limits.md 48). A proxy on this machine
 * asks from this machine as well, so its address alone says nothing.
 */
export class MetricsAccess {
  readonly #tokenHash: Buffer | null
  readonly #fromHere: boolean

  /** `behindProxy`: what comes from this machine may come from anywhere. */
  constructor(token: string | null, behindProxy: boolean) {
    this.#tokenHash = token === null ? null : hashOf(token)
    this.#fromHere = token === null && !behindProxy
  }

  allows({ remoteAddress, header }: MetricsRequest): boolean {
    if (this.#tokenHash) {
      const token = /^Bearer +(\S+)$/i.exec(header('authorization') ?? '')?.[1]
      return token !== undefined && timingSafeEqual(hashOf(token), this.#tokenHash)
    }
    return (
      this.#fromHere &&
      isLoopback(remoteAddress?.replace(/^::ffff:/, '') ?? '') &&
      isLoopback((header('host') ?? '').replace(/:\d+$/, '')) &&
      proxyHeaders.every(name => header(name) === undefined)
    )
  }
}

/** Reads the token of `METRICS_TOKEN_FILE`. Throws `WrongSetting` when it is missing, empty or short. */
export function readMetricsToken(path: string): string {
  let text: string
  try {
    text = readFileSync(path, 'utf8').trim()
  } catch {
    // Whatever the reason is, whoever starts the program has to look at the file.
    throw new WrongSetting(`METRICS_TOKEN_FILE är "${path}", men filen går inte att läsa.`)
  }
  if (text.length < tokenMinLength || /\s/.test(text)) {
    throw new WrongSetting(
      `METRICS_TOKEN_FILE är "${path}", men filen ska ha minst ${tokenMinLength} tecken på en rad, utan mellanrum. ` +
        'Skapa en till exempel med: openssl rand -hex 32',
    )
  }
  return text
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
