import { upgradeWebSocket } from '@hono/node-server'
import { Hono } from 'hono'
import type { WebSocket } from 'ws'
import { schemaVersion } from '../../shared/document/schemaVersion.ts'
import type { Me } from '../../shared/http/session.ts'
import { may } from '../../shared/people/may.ts'
import { type CloseReason, closeReasons } from '../../shared/sync/closeReason.ts'
import { decodeFrame } from '../../shared/sync/frame.ts'
import type { Applications } from '../document/Applications.ts'
import { authorOf } from '../document/documentRecords.ts'
import type { Origins } from '../http/origins.ts'
import { answerProblem, Refused } from '../http/refuse.ts'
import type { SessionCookie } from '../people/sessionCookie.ts'
import type { Sessions } from '../people/sessions.ts'
import { DamagedDocument } from '../storage/damage.ts'
import { Connection } from './Connection.ts'
import type { Room } from './Room.ts'
import type { Rooms } from './rooms.ts'

interface Upgrade {
  readonly origins: Origins
  readonly sessions: Sessions
  readonly cookie: SessionCookie
  readonly applications: Applications
  readonly rooms: Rooms
  readonly report: (what: string, detail: unknown) => void
}

/** How often a half-open line is looked for. */
const pingEveryMs = 15_000

/**
 * `GET /sync/‹id›?schema=‹n›[&ack=1][&as=‹author›]`: from request to a connection in a room. Without our origin or a session
 * there is no upgrade at all; every other no is told by a close code after it, since a y-websocket client tries a
 * refused upgrade for ever but stays away after 44xx.
 */
export function syncRoutes(upgrade: Upgrade): Hono {
  const routes = new Hono()
  routes.get(
    '/:id',
    async (c, next) => {
      if (!upgrade.origins.allows(c.req.header('origin'))) throw new Refused('foreignOrigin')
      if (!upgrade.sessions.find(upgrade.cookie.secret(c))) throw new Refused('signedOut')
      await next()
    },
    upgradeWebSocket(c => {
      const secret = upgrade.cookie.secret(c) ?? ''
      const me = upgrade.sessions.find(secret)
      const id = c.req.param('id') ?? ''
      const schema = Number(c.req.query('schema'))
      const wantsOwnFrames = c.req.query('ack') === '1'
      const author = c.req.query('as') ?? null
      return {
        onOpen: (_event, ws) => {
          const socket = ws.raw as unknown as WebSocket
          // A socket without this listener ends the process when the other side breaks the rules.
          socket.on('error', fault => upgrade.report('socket', fault))
          if (!me) socket.close(closeReasons.signedOut.code, 'signedOut')
          else void connect(upgrade, socket, { me, secret, id, schema, wantsOwnFrames, author })
        },
      }
    }),
  )
  routes.all('*', c => answerProblem(c, 'unknownAddress'))
  return routes
}

interface Arrival {
  readonly me: Me
  readonly secret: string
  readonly id: string
  readonly schema: number
  readonly wantsOwnFrames: boolean
  /** Who its page says she is; null when it does not say. */
  readonly author: string | null
}

async function connect(upgrade: Upgrade, socket: WebSocket, arrival: Arrival): Promise<void> {
  const { id, me, wantsOwnFrames } = arrival
  const connection = new Connection(me, wantsOwnFrames, {
    send: bytes => socket.send(bytes),
    close: (code, reason) => socket.close(code, reason),
  })
  // Messages wait, in order, until the document is loaded.
  const waiting: Uint8Array[] = []
  let room: Room | null = null
  const receive = (bytes: Uint8Array) => {
    if (connection.closed) return
    if (!room) waiting.push(bytes)
    else handle(upgrade, room, connection, bytes)
  }
  socket.on('message', (data: Buffer, isBinary) => {
    if (isBinary) receive(data)
    else connection.close('malformedFrame')
  })
  const forget = upgrade.sessions.whenOver(arrival.secret, () => connection.close('signedOut'))
  socket.on('close', () => {
    forget()
    connection.gone()
    if (room) upgrade.rooms.leave(id, room, connection)
  })
  findHalfOpen(socket)

  const refusal = whyNot(upgrade, arrival)
  if (refusal) {
    connection.close(refusal)
    return
  }
  try {
    const entered = await upgrade.rooms.enter(id, connection)
    if (connection.closed) return
    room = entered
    for (const bytes of waiting.splice(0)) handle(upgrade, entered, connection, bytes)
  } catch (fault) {
    connection.close(fault instanceof DamagedDocument ? 'damagedDocument' : 'serverFault')
    upgrade.report('room', fault)
  }
}

function whyNot({ applications }: Upgrade, { id, me, schema, author }: Arrival): CloseReason | null {
  // Somebody else has signed in in this browser since the page was opened: its text is not hers.
  if (author !== null && author !== authorOf(me)) return 'signedOut'
  // First: who may open none is not told which there are.
  if (!may(me.party.kind, 'open')) return 'mayNotOpen'
  if (!applications.has(id)) return 'unknownDocument'
  if (applications.isDamaged(id)) return 'damagedDocument'
  if (schema !== schemaVersion) return 'olderSchema'
  return null
}

function handle(upgrade: Upgrade, room: Room, connection: Connection, bytes: Uint8Array): void {
  const frame = decodeFrame(bytes)
  if (!frame) {
    connection.close('malformedFrame')
    return
  }
  try {
    room.receive(connection, frame)
  } catch (fault) {
    // Whatever it was, it ends this line only.
    upgrade.report('frame', fault)
    connection.close('serverFault')
  }
}

/** Ends a socket whose other side has gone without a word. */
function findHalfOpen(socket: WebSocket): void {
  let heard = true
  socket.on('pong', () => {
    heard = true
  })
  const timer = setInterval(() => {
    if (!heard) socket.terminate()
    heard = false
    socket.ping()
  }, pingEveryMs)
  timer.unref()
  socket.on('close', () => clearInterval(timer))
}
