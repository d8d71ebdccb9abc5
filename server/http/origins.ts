import type { MiddlewareHandler } from 'hono'
import { Refused } from './refuse.ts'

/** The origins whose pages may change things here and open sockets: exact matches only. */
export class Origins {
  readonly #allowed = new Set<string>()

  constructor(publicOrigin: string | null) {
    if (publicOrigin) this.#allowed.add(publicOrigin)
  }

  /** Called when the port is known. */
  listeningOn(host: string, port: number): void {
    const names = ['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::'].includes(host)
      ? ['localhost', '127.0.0.1', '[::1]']
      : [host.includes(':') ? `[${host}]` : host]
    for (const name of names) this.#allowed.add(`http://${name}:${port}`)
  }

  allows(origin: string | undefined): boolean {
    return origin !== undefined && this.#allowed.has(origin)
  }
}

/** Refuses every change that does not come from a page of ours (limits.md 43). */
export function requireOwnOrigin(origins: Origins): MiddlewareHandler {
  return async (c, next) => {
    const changes = !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)
    if (changes && !origins.allows(c.req.header('origin'))) throw new Refused('foreignOrigin')
    await next()
  }
}
