import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { MiddlewareHandler } from 'hono'
import { type Problem, type ProblemKind, problems } from '../../shared/http/problem.ts'
import type { HttpLimits } from '../config.ts'
import { Refused } from './refuse.ts'

/** Headers of one request, and all their bytes; a browser sends about twenty. */
const maxHeaders = 100
const maxHeaderBytes = 16 * 1024
/** Requests on one connection before it is asked to open another. */
const maxRequestsPerConnection = 10_000

/** The path and query where a line is opened: the document's id, and what is said of the line. */
export const lineAddress = /^\/sync\/([^/?]+)(?:\?(.*))?$/

/** What Node is to hold against whoever sends requests slowly, or never whole. */
export function listenOptions(limits: HttpLimits): ServerOptions {
  return {
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: Math.max(limits.requestTimeoutMs, limits.headersTimeoutMs),
    keepAliveTimeout: limits.keepAliveMs,
    // How often the two first are looked at; by default every 30 s.
    connectionsCheckingInterval: Math.min(5_000, Math.ceil(limits.headersTimeoutMs / 2)),
    maxHeaderSize: maxHeaderBytes,
    // Such a request is answered by us, like every other that is broken.
    requireHostHeader: false,
    // Anything else that is asked for is answered as an ordinary request; nobody would answer its upgrade.
    shouldUpgradeCallback: ({ headers: { upgrade }, method, url }) =>
      method === 'GET' && upgrade?.toLowerCase() === 'websocket' && lineAddress.test(url ?? ''),
  }
}

/**
 * Sets the limits that a server has as properties, and answers what Node cannot make a request of. `answered` is
 * told the status of each such answer.
 */
export function guardServer(server: Server, limits: HttpLimits, answered: (status: number) => void): void {
  server.maxConnections = limits.maxConnections
  server.maxHeadersCount = maxHeaders
  server.maxRequestsPerSocket = maxRequestsPerConnection
  server.on('connection', socket => {
    // A socket without a listener ends the process when the other side breaks the line at a bad moment. Whoever
    // speaks over it hears of the error too.
    socket.on('error', () => {})
  })
  server.on('clientError', (fault: Error & { code?: string }, socket: Duplex) => {
    const kind = problemOf(fault.code)
    answered(problems[kind])
    // In the middle of another answer, or when nobody is there any more, there is nothing to be said.
    if (!socket.writable || isAnswering(socket)) socket.destroy()
    else socket.end(rawAnswer(kind))
  })
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    answered(problems.malformedRequest)
    const said = body('malformedRequest')
    response.writeHead(problems.malformedRequest, { ...headers, 'content-length': said.length }).end(said)
  })
}

/** The answer to a request that cannot even be given to a route: an impossible host or address. */
export function answerImpossible(): Response {
  return new Response(body('malformedRequest'), { status: problems.malformedRequest, headers })
}

/**
 * Refuses a request whose host makes no address. Most are never made a `Request` of, so that `answerImpossible` does not
 * see them; but a route that reads the body in pieces or listens for the end of the request would fail on it.
 */
export const requirePossibleAddress: MiddlewareHandler = async (c, next) => {
  if (!URL.canParse(c.req.url)) throw new Refused('malformedRequest')
  await next()
}

const headers = {
  'content-type': 'application/json',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  connection: 'close',
}

function body(kind: ProblemKind): string {
  const problem: Problem = { kind, status: problems[kind], fields: [] }
  return JSON.stringify(problem)
}

/** A problem as it goes over a connection that no request object belongs to, with `more` headers; it is the last there. */
export function rawAnswer(kind: ProblemKind, more: readonly (readonly [string, string])[] = []): string {
  const said = body(kind)
  const lines = Object.entries({ ...headers, ...Object.fromEntries(more), 'content-length': said.length })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return `HTTP/1.1 ${problems[kind]} ${kind}\r\n${head}\r\n${said}`
}

function problemOf(code: string | undefined): ProblemKind {
  if (code === 'HPE_HEADER_OVERFLOW' || code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') return 'tooLarge'
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'tooSlow' : 'malformedRequest'
}

/** True when a part of an answer has gone out on this connection already. */
function isAnswering(socket: Duplex): boolean {
  // Node keeps the answer under way here; no public way leads to it.
  const message = (socket as Duplex & { _httpMessage?: ServerResponse | null })._httpMessage
  return message?.headersSent ?? false
}
