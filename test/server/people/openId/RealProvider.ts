import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** What the provider says of somebody besides who she is. */
export type Claims = Readonly<Record<string, unknown>>

/** The secret by which the program is known to it. */
export const clientSecret = 'en-hemlighet-som-ingen-gissar'

/** A real OpenID provider in this process, on a free port, with its own pages to sign in on. */
export class RealProvider {
  readonly issuer: string
  /** Who there is, by what they write as their login: that is their subject too. */
  readonly accounts = new Map<string, Claims>()
  readonly #server: Server

  private constructor(issuer: string, server: Server) {
    this.issuer = issuer
    this.#server = server
  }

  static async start(): Promise<RealProvider> {
    const server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const real = new RealProvider(issuer, server)
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: 'samskriv',
          client_secret: clientSecret,
          redirect_uris: ['http://localhost/api/sign-in/openid/callback'],
        },
      ],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      cookies: { keys: ['en nyckel till kakorna'] },
      features: { devInteractions: { enabled: true } },
      pkce: { required: () => true },
      ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
      findAccount: (_context, login) => {
        const claims = real.accounts.get(login)
        return claims && { accountId: login, claims: () => ({ ...claims, sub: login }) }
      },
    })
    // The program listens on another port each time; all else of its address must be right.
    provider.Client.prototype.redirectUriAllowed = asked =>
      /^http:\/\/localhost:\d+\/api\/sign-in\/openid\/callback$/.test(asked)
    server.on('request', provider.callback())
    return real
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }
}
