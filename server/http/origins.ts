import { hostname, networkInterfaces } from 'node:os'
import type { MiddlewareHandler } from 'hono'
import { Refused } from './refuse.ts'

const thisMachine = ['localhost', '127.0.0.1', '::1']

/** The origins whose pages may change things here and open sockets: exact matches only. */
export class Origins {
  readonly #allowed = new Set<string>()

  constructor(publicOrigin: string | null) {
    if (publicOrigin) this.#allowed.add(publicOrigin)
  }

  /** Called when the port is known. */
  listeningOn(host: string, port: number): void {
    const isEverywhere = ['0.0.0.0', '::'].includes(host)
    const names = isEverywhere || ['127.0.0.1', '::1', 'localhost'].includes(host) ? thisMachine : [host]
    for (const name of isEverywhere ? [...names, hostname(), ...networkAddresses()] : names) {
      // As a browser writes it: in small letters, and without the port when that is the usual one.
      this.#allowed.add(new URL(`http://${name.includes(':') ? `[${name}]` : name}:${port}`).origin)
    }
  }

  allows(origin: string | undefined): boolean {
    return origin !== undefined && this.#allowed.has(origin)
  }
}

/** The addresses by which others may reach this machine; those of one cable only have no name in a browser. */
function networkAddresses(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap(interfaces => interfaces ?? [])
  return addresses.map(({ address }) => address).filter(address => !address.startsWith('fe80:'))
}

/** Refuses every change that does not come from a page of ours (limits.md 43). */
export function requireOwnOrigin(origins: Origins): MiddlewareHandler {
  return async (c, next) => {
    const changes = !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)
    if (changes && !origins.allows(c.req.header('origin'))) throw new Refused('foreignOrigin')
    await next()
  }
}
