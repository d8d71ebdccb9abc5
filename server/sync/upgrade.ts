import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { type ProblemKind, problems } from '../../shared/http/problem.ts'
import type { Me } from '../../shared/http/session.ts'
import { Attempts } from '../http/Attempts.ts'
import { lineAddress, rawAnswer } from '../http/listening.ts'
import type { Origins } from '../http/origins.ts'
import type { SessionCookie } from '../people/sessionCookie.ts'
import type { Arrival, SyncHouse } from './arrive.ts'
import { SocketLine } from './SocketLine.ts'
import type { SocketLines } from './SocketLines.ts'

interface Upgrade {
  readonly house: SyncHouse
  readonly sockets: SocketLines
  readonly origins: Origins
  readonly cookie: SessionCookie
  /** Where a request comes from. */
  readonly addressOf: (request: IncomingMessage) => string
  /** Every answer has these: names and values. */
  readonly headers: readonly (readonly [string, string])[]
  /** Told the status of every answer. */
  readonly answered: (status: number) => void
}

/**
 * `GET /sync/‹id›?schema=‹n›[&ack=1][&as=‹author›]`: from request to a line into a room. Without our origin or a session
 * there is no upgrade at all; every other no is told by a close code after it, since a y-websocket client tries a
 * refused upgrade for ever but stays away after 44xx.
 *
 * It listens to the server itself, past the routes: everybody comes back at once when the network does, and a request
 * object and a way through the routes for each would be half of what that costs. It is asked for line addresses only.
 */
export function openLines(server: Server, upgrade: Upgrade): void {
  const { answered, headers, house, sockets } = upgrade
  // permessage-deflate is off by default in ws; it costs memory per connection and opens for compression bombs.
  const webSockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: house.limits.maxFrameBytes,
  })
  const headerLines = headers.map(([name, value]) => `${name}: ${value}`)
  const signedOut = new Attempts(house.limits.signedOutPerMinute, 60_000)
  const refuse = (stream: Duplex, kind: ProblemKind, waitSeconds: number | null = null) => {
    answered(problems[kind])
    // What it says after that is not waited for.
    stream.once('finish', () => stream.destroy())
    const more = waitSeconds === null ? [] : [['retry-after', String(waitSeconds)] as const]
    stream.end(rawAnswer(kind, [...headers, ...more]))
  }
  const open = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (!upgrade.origins.allows(request.headers.origin)) {
      refuse(stream, 'foreignOrigin')
      return
    }
    const secret = upgrade.cookie.secretIn(request.headers.cookie)
    const me = house.sessions.find(secret)
    if (!me || !secret) {
      const waitSeconds = signedOut.take(upgrade.addressOf(request), Date.now())
      refuse(stream, waitSeconds === null ? 'signedOut' : 'tooManyAttempts', waitSeconds)
      return
    }
    const arrival = arrivalOf(request.url ?? '', secret, me)
    // Together with the first that is said on the line.
    stream.cork()
    webSockets.handleUpgrade(request, stream, head, socket => {
      answered(101)
      sockets.open(new SocketLine(socket, stream, sockets, house, arrival))
    })
  }
  webSockets.on('headers', lines => lines.push(...headerLines))
  webSockets.on('wsClientError', (_fault, stream) => refuse(stream, 'malformedRequest'))
  server.on('upgrade', (request, stream, head) => {
    try {
      open(request, stream, head)
    } catch (fault) {
      // Whatever it was, it ends this line only.
      house.log({ kind: 'requestFault', method: 'GET', route: '/sync/:id', fault })
      stream.destroy()
    }
  })
}

function arrivalOf(url: string, secret: string, me: Me): Arrival {
  const [, id = '', query = ''] = lineAddress.exec(url) ?? []
  const said = new URLSearchParams(query)
  return {
    me,
    secret,
    id: decoded(id),
    schema: Number(said.get('schema') ?? Number.NaN),
    wantsOwnFrames: said.get('ack') === '1',
    as: said.get('as'),
    carriedBy: 'socket',
  }
}

/** As it is when it cannot be decoded: no document is called that. */
function decoded(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
