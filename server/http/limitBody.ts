import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Refused } from './refuse.ts'

/** Refuses bodies that are too large: by the length they say they have, else as soon as they turn out to be. */
export function limitBody(maxBytes: number): MiddlewareHandler {
  const countWhileReading = bodyLimit({
    maxSize: maxBytes,
    onError: () => {
      throw new Refused('tooLarge')
    },
  })
  return async (c, next) => {
    const length = c.req.header('content-length')
    // Node takes no request with both a length and chunks. A body that is refused unread must not be touched
    // either: the server could not read past it any more, and would cut the line instead.
    if (length === undefined) return await countWhileReading(c, next)
    if (Number(length) > maxBytes) throw new Refused('tooLarge')
    return await next()
  }
}
