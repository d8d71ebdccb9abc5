import { type Context, Hono } from 'hono'
import type { BatchReceived, LineBegun } from '../../../shared/http/line.ts'
import { batchOverheadBytes, decodeBatch, encodeLineAnswer } from '../../../shared/sync/batch.ts'
import { closeReasons } from '../../../shared/sync/closeReason.ts'
import { limitBody } from '../../http/limitBody.ts'
import { type Origins, requireOwnOrigin } from '../../http/origins.ts'
import { Refused } from '../../http/refuse.ts'
import type { SessionCookie } from '../../people/sessionCookie.ts'
import { type Arrival, arrive, type SyncHouse } from '../arrive.ts'
import type { PollingLine } from './PollingLine.ts'
import { PollingLines } from './PollingLines.ts'

/** Longest name that a page may have. */
const pageMaxLength = 64

export interface PollingParts {
  readonly house: SyncHouse
  readonly origins: Origins
  readonly cookie: SessionCookie
}

/**
 * The same rooms over ordinary requests (PROTOCOL.md), for those whose network lets no socket through: begin, poll,
 * batch and leave. Every answer is whole: proxies hold back streams.
 */
export function pollingRoutes({ house, origins, cookie }: PollingParts): Hono {
  const { limits, sessions } = house
  const lines = new PollingLines(limits.maxBacklogBytes)
  const session = (c: Context) => {
    const secret = cookie.secret(c)
    const me = sessions.find(secret)
    if (!me || !secret) throw new Refused('signedOut')
    return { me, secret }
  }
  const lineOf = (c: Context): PollingLine => {
    const line = lines.find(c.req.param('token') ?? '', session(c).secret)
    if (!line) throw new Refused('unknownLine')
    return line
  }

  const routes = new Hono()
  routes.use('/:id/line/*', requireOwnOrigin(origins))

  routes.post('/:id/line', c => {
    const { me, secret } = session(c)
    const page = c.req.query('page') ?? null
    if (page !== null && page.length > pageMaxLength) throw new Refused('malformedRequest', ['page'])
    const begun = lines.begin(secret, page)
    if (!begun) throw new Refused('tooManyLines')
    const { token, line } = begun
    const arrival: Arrival = {
      me,
      secret,
      id: c.req.param('id'),
      schema: Number(c.req.query('schema')),
      wantsOwnFrames: c.req.query('ack') === '1',
      as: c.req.query('as') ?? null,
      carriedBy: 'polling',
    }
    line.leadTo(arrive(house, arrival, line))
    if (!line.ended) return c.json<LineBegun>({ token })
    const endedWith = closeReasons[line.ended].code
    line.leave()
    return c.json<LineBegun>({ endedWith })
  })

  routes.get('/:id/line/:token', async c => {
    const answer = await lineOf(c).poll(wholeNumber('after', c.req.query('after')), c.req.raw.signal)
    if (!answer) throw new Refused('malformedRequest', ['after'])
    return c.body(encodeLineAnswer(answer), 200, { 'content-type': 'application/octet-stream' })
  })

  routes.post(
    '/:id/line/:token/:number',
    async (c, next) => {
      // First: nobody's bytes are waited for in vain.
      lineOf(c)
      await next()
    },
    limitBody(limits.maxFrameBytes + batchOverheadBytes),
    async c => {
      const number = wholeNumber('number', c.req.param('number'))
      const frames = decodeBatch(new Uint8Array(await c.req.arrayBuffer()))
      // Again: much may have happened while it came.
      const line = lineOf(c)
      if (!frames) line.endFor('malformedFrame')
      else if (frames.some(frame => frame.length > limits.maxFrameBytes)) line.endFor('frameTooLarge')
      if (line.ended || !frames) throw new Refused('lineEnded')
      const received = await line.take(number, frames)
      if (received === null) throw new Refused('malformedRequest', ['number'])
      if (line.ended) throw new Refused('lineEnded')
      return c.json<BatchReceived>({ received })
    },
  )

  routes.delete('/:id/line/:token', c => {
    lineOf(c).leave()
    return c.body(null, 204)
  })
  return routes
}

/** A number that an address says; refuses what is none. */
function wholeNumber(name: string, text: string | undefined): number {
  if (!text || !/^\d{1,15}$/.test(text)) throw new Refused('malformedRequest', [name])
  return Number(text)
}
