import { randomBytes } from 'node:crypto'
import { PollingLine, type PollingLineOptions } from './PollingLine.ts'

/** Most lines that one session has at a time, those included that have ended and wait to be asked why. */
export const linesPerSession = 64

/** The lines over ordinary requests that are there now, each by its secret name and known to one session only. */
export class PollingLines {
  readonly #maxBacklogBytes: number
  readonly #lines = new Map<string, { readonly line: PollingLine; readonly session: string }>()
  /** Of each session, with the page that began it. */
  readonly #ofSession = new Map<string, Map<PollingLine, string | null>>()

  constructor(maxBacklogBytes: number) {
    this.#maxBacklogBytes = maxBacklogBytes
  }

  /**
   * Begins a line for the session with this secret; null when it has too many. `page` is what a page calls itself: it
   * has one line, and we may not have heard that she has lost the one before.
   */
  begin(session: string, page: string | null): { readonly token: string; readonly line: PollingLine } | null {
    for (const [line, of] of this.#ofSession.get(session) ?? []) {
      if (page !== null && of === page) line.leave()
    }
    const ofSession = this.#ofSession.get(session) ?? new Map<PollingLine, string | null>()
    if (ofSession.size >= linesPerSession) return null
    const token = randomBytes(24).toString('base64url')
    const options: PollingLineOptions = {
      maxBacklogBytes: this.#maxBacklogBytes,
      over: () => {
        this.#lines.delete(token)
        ofSession.delete(line)
        if (ofSession.size === 0) this.#ofSession.delete(session)
      },
    }
    const line = new PollingLine(options)
    this.#lines.set(token, { line, session })
    this.#ofSession.set(session, ofSession.set(line, page))
    return { token, line }
  }

  /** Null when there is none of this name, and no less when it is another session's. */
  find(token: string, session: string): PollingLine | null {
    const known = this.#lines.get(token)
    return known?.session === session ? known.line : null
  }
}
