import { createHash, createHmac, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What it says that is not so. Left out: it tells the truth. */
export interface Lies {
  /** Claims of the token other than they should be. */
  readonly claims?: Readonly<Record<string, unknown>>
  /** How the token is signed. `stranger`: by a key that is not the provider's. */
  readonly signature?: 'none' | 'byPublicKey' | 'stranger' | 'broken'
  /** What it sends back to us besides the code. */
  readonly answer?: Readonly<Record<string, string>>
  /** What it says on asking, instead of in the token. */
  readonly userinfo?: Readonly<Record<string, unknown>>
  /** Status of its answers to us. */
  readonly status?: number
  /** What it says of itself other than it should be. */
  readonly metadata?: Readonly<Record<string, unknown>>
  /** It takes what is asked and never answers. */
  readonly isSilent?: boolean
}

/** A provider that signs what it says with a key of its own, and says whatever a test wants. Everybody is let in at once. */
export class LyingProvider {
  readonly issuer: string
  lies: Lies = {}
  /** Every token it has given, and how often it has been asked for what it says of itself. */
  readonly tokens: string[] = []
  discoveries = 0
  readonly #server: Server
  readonly #keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  /** What was asked for with each code that has not been used. */
  readonly #codes = new Map<string, URLSearchParams>()

  private constructor(issuer: string, server: Server) {
    this.issuer = issuer
    this.#server = server
  }

  static async start(port = 0): Promise<LyingProvider> {
    const server = createServer()
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const provider = new LyingProvider(issuer, server)
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      provider.#answer(request, response).catch((fault: unknown) => response.destroy(fault as Error))
    })
    return provider
  }

  get port(): number {
    return Number(new URL(this.issuer).port)
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', this.issuer)
    if (pathname === '/auth') return this.#sendBack(searchParams, response)
    if (this.lies.isSilent) return
    if (this.lies.status) return tell(response, this.lies.status, { error: 'server_error' })
    if (pathname === '/.well-known/openid-configuration') {
      this.discoveries += 1
      return tell(response, 200, { ...this.#metadata(), ...this.lies.metadata })
    }
    if (pathname === '/jwks') return tell(response, 200, { keys: [this.#publicKey()] })
    if (pathname === '/userinfo') return tell(response, 200, { sub: 'anna-1', ...this.lies.userinfo })
    if (pathname === '/token') {
      const asked = new URLSearchParams(Buffer.concat(await request.toArray()).toString())
      return this.#giveToken(asked, response)
    }
    tell(response, 404, {})
  }

  #metadata(): object {
    const at = (path: string) => `${this.issuer}/${path}`
    return {
      issuer: this.issuer,
      authorization_endpoint: at('auth'),
      token_endpoint: at('token'),
      jwks_uri: at('jwks'),
      userinfo_endpoint: at('userinfo'),
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      // It would have us take any.
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    }
  }

  #publicKey(): object {
    return { ...this.#keys.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }
  }

  #sendBack(asked: URLSearchParams, response: ServerResponse): void {
    const code = randomBytes(16).toString('hex')
    this.#codes.set(code, asked)
    const answer = { code, state: asked.get('state') ?? '', ...this.lies.answer }
    const location = `${asked.get('redirect_uri')}?${new URLSearchParams(answer)}`
    response.writeHead(302, { location }).end()
  }

  #giveToken(asked: URLSearchParams, response: ServerResponse): void {
    const code = asked.get('code') ?? ''
    const begun = this.#codes.get(code)
    const challenge = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url')
    // It lies, but is no fool: a code is good once, and for whoever asked for it.
    if (!begun || begun.get('code_challenge') !== challenge) {
      tell(response, 400, { error: 'invalid_grant' })
      return
    }
    this.#codes.delete(code)
    const now = Math.floor(Date.now() / 1000)
    const token = this.#token({
      iss: this.issuer,
      sub: 'anna-1',
      aud: 'samskriv',
      iat: now,
      exp: now + 300,
      nonce: begun.get('nonce'),
      email: 'anna@heby.example',
      email_verified: true,
      name: 'Anna Lindholm',
      ...this.lies.claims,
    })
    this.tokens.push(token)
    tell(response, 200, { access_token: 'access', token_type: 'Bearer', expires_in: 300, id_token: token })
  }

  #token(claims: object): string {
    const { signature } = this.lies
    const alg = signature === 'none' ? 'none' : signature === 'byPublicKey' ? 'HS256' : 'RS256'
    const said = [{ alg, kid: 'one', typ: 'JWT' }, claims]
      .map(part => base64url(JSON.stringify(part)))
      .join('.')
    return `${said}.${this.#signature(said)}`
  }

  #signature(said: string): string {
    const by = (key: KeyObject) => sign('sha256', Buffer.from(said), key).toString('base64url')
    switch (this.lies.signature) {
      case 'none':
        return ''
      case 'byPublicKey': {
        const pem = this.#keys.publicKey.export({ format: 'pem', type: 'spki' })
        return createHmac('sha256', pem).update(said).digest('base64url')
      }
      case 'stranger':
        return by(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)
      case 'broken':
        return by(this.#keys.privateKey).replace(/^./, first => (first === 'A' ? 'B' : 'A'))
      default:
        return by(this.#keys.privateKey)
    }
  }
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url')
}

function tell(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
