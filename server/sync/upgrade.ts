import { type HttpBindings, upgradeWebSocket } from '@hono/node-server'
import { Hono } from 'hono'
import type { WebSocket } from 'ws'
import { closeReasons } from '../../shared/sync/closeReason.ts'
import type { Origins } from '../http/origins.ts'
import { answerProblem, Refused } from '../http/refuse.ts'
import type { SessionCookie } from '../people/sessionCookie.ts'
import type { SyncHouse } from './arrive.ts'
import { SignedOutAttempts } from './SignedOutAttempts.ts'
import { SocketLine } from './SocketLine.ts'
import type { SocketLines } from './SocketLines.ts'

interface Upgrade {
  readonly house: SyncHouse
  readonly sockets: SocketLines
  readonly origins: Origins
  readonly cookie: SessionCookie
  /** Where a request comes from. */
  readonly addressOf: (request: HttpBindings['incoming']) => string
}

/**
 * `GET /sync/‹id›?schema=‹n›[&ack=1][&as=‹author›]`: from request to a line into a room. Without our origin or a session
 * there is no upgrade at all; every other no is told by a close code after it, since a y-websocket client tries a
 * refused upgrade for ever but stays away after 44xx.
 */
export function syncRoutes({ house, sockets, origins, cookie, addressOf }: Upgrade): Hono<{
  Bindings: HttpBindings
}> {
  const { sessions, limits } = house
  const signedOut = new SignedOutAttempts(limits.signedOutPerMinute)
  const routes = new Hono<{ Bindings: HttpBindings }>()
  routes.get(
    '/:id',
    async (c, next) => {
      if (!origins.allows(c.req.header('origin'))) throw new Refused('foreignOrigin')
      if (!sessions.find(cookie.secret(c))) {
        const isFirst = signedOut.mayTry(addressOf(c.env.incoming), Date.now())
        throw new Refused(isFirst ? 'signedOut' : 'tooManyAttempts')
      }
      await next()
    },
    upgradeWebSocket(c => {
      const secret = cookie.secret(c) ?? ''
      const me = sessions.find(secret)
      const stream = (c.env as HttpBindings).incoming.socket
      const arrival = {
        secret,
        id: c.req.param('id') ?? '',
        schema: Number(c.req.query('schema')),
        wantsOwnFrames: c.req.query('ack') === '1',
        as: c.req.query('as') ?? null,
        carriedBy: 'socket',
      } as const
      return {
        onOpen: (_event, { raw }) => {
          // Hono is given this very kind of server, in server.ts.
          const socket = raw as unknown as WebSocket
          // Hono's own listeners, added after this, make an event of every message and hold on to the whole request
          // for as long as the line lives. Nothing is heard before they are gone: the network has a turn of its own.
          process.nextTick(() => {
            for (const event of ['message', 'close', 'error']) socket.removeAllListeners(event)
            if (me) new SocketLine(socket, stream, sockets, house, { ...arrival, me })
            else {
              socket.on('error', fault => house.log({ kind: 'socketFault', fault }))
              socket.close(closeReasons.signedOut.code, 'signedOut')
            }
          })
        },
      }
    }),
  )
  routes.all('*', c => answerProblem(c, 'unknownAddress'))
  return routes
}
