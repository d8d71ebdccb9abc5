import { once } from 'node:events'
import { createServer, type Server, type ServerOptions } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, serve } from '@hono/node-server'
import type { Config } from '../config.ts'
import type { Log } from '../operations/LogEvent.ts'
import { answerImpossible, guardServer, listenOptions } from './listening.ts'

interface Listening {
  readonly config: Pick<Config, 'port' | 'host' | 'http'>
  readonly fetch: Parameters<typeof getRequestListener>[0]
  /** Told of every answer that is given past the routes. */
  readonly answered: (status: number) => void
  readonly log: Log
}

/** Begins to listen for requests, guarded against those that are none. `portOf` says when it does. */
export function listen({ config, fetch, answered, log }: Listening): Server {
  const http = serve({
    fetch,
    port: config.port,
    hostname: config.host,
    serverOptions: listenOptions(config.http),
    // Hono's own way of making the listener leaves out what to say to a request that cannot even be read.
    createServer: ((options: ServerOptions) =>
      createServer(
        options,
        getRequestListener(fetch, { hostname: config.host, errorHandler: answerImpossible }),
      )) as typeof createServer,
  }) as Server
  guardServer(http, config.http, answered)
  // As when there are no more file handles: those who are in stay, and others try again.
  http.once('listening', () => http.on('error', fault => log({ kind: 'acceptFault', fault })))
  return http
}

/** The port, as soon as it listens. Rejects with why it cannot. */
export async function portOf(http: Server): Promise<number> {
  if (!http.listening) await once(http, 'listening')
  return (http.address() as AddressInfo).port
}
