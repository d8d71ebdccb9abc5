import type { IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv6, SocketAddress } from 'node:net'
import { WrongSetting } from '../config.ts'

/** The proxies that may say for whom they ask. */
export class TrustedProxies {
  readonly #list = new BlockList()
  /** True when there are none: everybody asks for herself. */
  readonly areNone: boolean

  /** Each is an address or a network (`10.0.0.5`, `10.1.0.0/16`, `::1`). Throws `WrongSetting`. */
  constructor(addresses: readonly string[]) {
    this.areNone = addresses.length === 0
    for (const text of addresses) {
      const [address = '', bits, ...more] = text.split('/')
      const family = isIPv6(address) ? 'ipv6' : 'ipv4'
      const most = family === 'ipv6' ? 128 : 32
      const isNetwork = bits !== undefined
      const size = isNetwork && /^\d{1,3}$/.test(bits) ? Number(bits) : most + 1
      if (isIP(address) === 0 || more.length > 0 || (isNetwork && (size > most || size === 0))) {
        throw new WrongSetting(
          `TRUSTED_PROXY innehåller "${text}", men ska vara adresser eller nät åtskilda av komma, ` +
            'till exempel 127.0.0.1,10.1.0.0/16.',
        )
      }
      if (isNetwork) this.#list.addSubnet(address, size, family)
      else this.#list.addAddress(address, family)
    }
  }

  trusts(address: string): boolean {
    return this.#list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
  }
}

/**
 * The address that a request comes from, to count by (limits.md 50). `X-Forwarded-For` is believed as far as
 * trusted proxies wrote it: read from its end, the first address that is not theirs. Anybody can write what stands
 * before that. An IPv6 address is cut to its network of 64 bits, since one customer has the whole of that.
 */
export function clientAddress(
  remoteAddress: string | undefined,
  forwardedFor: string | undefined,
  proxies: TrustedProxies,
): string {
  let client = plain(remoteAddress ?? '')
  const said = (forwardedFor ?? '').split(',')
  while (client !== null && proxies.trusts(client) && said.length > 0) {
    const before = plain(said.pop()?.trim() ?? '')
    // What is not an address cannot have been written by a proxy of ours.
    if (before === null) break
    client = before
  }
  return client === null ? 'unknown' : toCountBy(client)
}

/** The address of whoever sent a request, as `clientAddress` tells it. */
export function addressBehind(request: IncomingMessage, proxies: TrustedProxies): string {
  const said = request.headers['x-forwarded-for']
  // Several headers of the name are one list.
  return clientAddress(request.socket.remoteAddress, Array.isArray(said) ? said.join(',') : said, proxies)
}

/**
 * An IP address in its one form; an IPv4 address in the clothes of an IPv6 address is itself. Some proxies write
 * the port as well; it is left out. Null for anything else.
 */
function plain(text: string): string | null {
  const address =
    /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1] ?? /^\[(.*)\](?::\d+)?$/.exec(text)?.[1] ?? text
  const family = isIP(address)
  if (family === 0) return null
  const one = new SocketAddress({ address, family: family === 6 ? 'ipv6' : 'ipv4' }).address
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(one)?.[1] ?? one
}

function toCountBy(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const all = [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after]
  return `${all.slice(0, 4).join(':')}::/64`
}
