import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import type { SessionCookie } from '../people/sessionCookie.ts'
import { Refused } from './refuse.ts'

/** As many as a browser asks for at once on connections of its own. */
const maxPerSession = 6

/** A large answer of which nothing is read for so long is cut off. */
const unreadMs = 30_000

/**
 * Large answers under way, each held in memory until it has been read. A request for one is a few bytes, and hundreds
 * fit in a packet: of each session a few are made at a time, and the others wait until those are read or gone.
 */
export class LargeAnswers {
  readonly #max: number
  readonly #ofSession = new Map<string, { underWay: number; readonly waiting: (() => void)[] }>()

  constructor(max = maxPerSession) {
    this.#max = max
  }

  /** Waits for the turn of one more of this session. Gives what is to be called, once or more, when it is over. */
  async begin(session: string): Promise<() => void> {
    const of = this.#ofSession.get(session) ?? { underWay: 0, waiting: [] }
    this.#ofSession.set(session, of)
    if (of.underWay < this.#max) of.underWay += 1
    // Whoever is over hands on her place.
    else await new Promise<void>(resolve => of.waiting.push(resolve))
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      const next = of.waiting.shift()
      if (next) next()
      else of.underWay -= 1
      if (of.underWay === 0) this.#ofSession.delete(session)
    }
  }

  /** Holds back the requests that pass, by the session in their cookie. */
  limit(cookie: SessionCookie): MiddlewareHandler {
    return async (c, next) => {
      const { incoming, outgoing } = c.env as HttpBindings
      const { socket } = incoming
      const end = await this.begin(cookie.secret(c) ?? '')
      const over = () => {
        // An answer behind another on the same connection is not told itself that the connection is gone.
        socket.off('close', over)
        end()
      }
      outgoing.once('close', over)
      socket.once('close', over)
      if (socket.destroyed) {
        over()
        // Whoever asked has gone meanwhile, and nobody reads this.
        throw new Refused('malformedRequest')
      }
      outgoing.setTimeout(unreadMs)
      await next()
    }
  }
}
