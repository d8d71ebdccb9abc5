import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
} from 'openid-client'
import { WrongSetting } from '../../../config.ts'
import type { Flow } from './Flows.ts'
import { OpenIdRefused } from './OpenIdRefused.ts'
import type { OpenIdSettings } from './providersFile.ts'

/** Somebody whom a provider vouches for. Who she is, is told by issuer and subject alone. */
export interface Vouched {
  readonly issuer: string
  readonly subject: string
  /** What the provider says of her, asked for when it is needed. Rejects with `OpenIdRefused`. */
  profile(): Promise<Profile>
}

/** Claims of the provider, as they are. */
export interface Profile {
  readonly email: unknown
  /** Whether the provider says just that, or says nothing and the organisation vouches for what it tells. */
  readonly emailIsVerified: boolean
  readonly name: unknown
}

type Claims = Readonly<Record<string, unknown>>

/** How long the provider may take to answer one request. */
const timeoutSeconds = 5

/** How long what the provider has said of itself is good for. */
const foundLastsMs = 3_600_000

/**
 * The OpenID provider of one organisation. It is asked about itself when somebody needs it, again after a failure
 * and after an hour, so that neither of us has to be started before the other.
 */
export class Provider {
  readonly #settings: OpenIdSettings
  readonly #now: () => number
  readonly #timeoutSeconds: number
  #found: { readonly configuration: Configuration; readonly at: number } | null = null
  #looking: Promise<Configuration> | null = null

  constructor(settings: OpenIdSettings, now: () => number, timeout = timeoutSeconds) {
    this.#settings = settings
    this.#now = now
    this.#timeoutSeconds = timeout
  }

  /** Where to send somebody to sign in. Rejects with `OpenIdRefused`. */
  async addressFor(
    { verifier, nonce }: Flow,
    state: string,
    redirectUri: string,
    loginHint: string | null,
  ): Promise<string> {
    const configuration = await this.configuration()
    return buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: 'openid email profile',
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...(loginHint === null ? {} : { login_hint: loginHint }),
    }).href
  }

  /**
   * Whom the provider vouches for, by the address at which it has sent her back to us. Checks state, issuer, audience,
   * nonce, times, and the signature by the keys of this issuer (limits.md 41). No token is kept. Rejects with
   * `OpenIdRefused`.
   */
  async vouch(cameBackAt: URL, { verifier, nonce }: Flow, state: string): Promise<Vouched> {
    const configuration = await this.configuration()
    const { issuer, clientId, addressesVouchedFor } = this.#settings
    try {
      const tokens = await authorizationCodeGrant(configuration, cameBackAt, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims || !isFor(claims, issuer, clientId)) throw new Error('The token is for somebody else.')
      return {
        issuer,
        subject: claims.sub,
        profile: async () => {
          const told = await this.#claims(configuration, claims, tokens.access_token)
          return profileOf(told, addressesVouchedFor)
        },
      }
    } catch (fault) {
      throw refusedFor(fault)
    }
  }

  /** What the provider says of itself. Rejects with `OpenIdRefused`. */
  async configuration(): Promise<Configuration> {
    const found = this.#found
    if (found && this.#now() - found.at < foundLastsMs) return found.configuration
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null
    })
    try {
      return await this.#looking
    } catch (fault) {
      // It may be back by the time that it is needed, and is hardly another than it was.
      if (found) return found.configuration
      throw new OpenIdRefused('providerDown', {}, fault)
    }
  }

  async #look(): Promise<Configuration> {
    const { issuer, clientId, clientSecret, party } = this.#settings
    const configuration = await discovery(
      new URL(issuer),
      clientId,
      undefined,
      authenticateBy(clientSecret),
      {
        timeout: this.#timeoutSeconds,
        // Settings with http are for this machine itself only.
        execute: issuer.startsWith('http:')
          ? [enableNonRepudiationChecks, allowInsecureRequests]
          : [enableNonRepudiationChecks],
      },
    )
    if (configuration.serverMetadata().issuer !== issuer) {
      throw new WrongSetting(
        `OIDC_PROVIDERS_FILE har issuer "${issuer}" för ${party}, men tjänsten skriver sin issuer på ett annat sätt. ` +
          'Skriv den exakt som i tjänstens /.well-known/openid-configuration.',
      )
    }
    this.#found = { configuration, at: this.#now() }
    return configuration
  }

  /** The claims of the token, or those that the provider gives on asking when it left out the address there. */
  async #claims(configuration: Configuration, claims: Claims, accessToken: string): Promise<Claims> {
    if (claims.email !== undefined || !configuration.serverMetadata().userinfo_endpoint) return claims
    try {
      return await fetchUserInfo(configuration, accessToken, String(claims.sub))
    } catch (fault) {
      throw refusedFor(fault)
    }
  }
}

/** As the provider takes it: by header, which all must, unless it says that it takes the body only. */
function authenticateBy(secret: string): ClientAuth {
  const [byHeader, byBody] = [ClientSecretBasic(secret), ClientSecretPost(secret)]
  return (server, client, body, headers) => {
    const taken = server.token_endpoint_auth_methods_supported
    const isByBody = taken?.includes('client_secret_post') && !taken.includes('client_secret_basic')
    ;(isByBody ? byBody : byHeader)(server, client, body, headers)
  }
}

/** For us, from this issuer, and for nobody besides. */
function isFor(claims: Claims, issuer: string, clientId: string): boolean {
  const { iss, aud, azp, sub } = claims
  const [audience, ...others] = Array.isArray(aud) ? aud : [aud]
  return (
    iss === issuer &&
    audience === clientId &&
    others.length === 0 &&
    (azp === undefined || azp === clientId) &&
    typeof sub === 'string' &&
    sub.length > 0 &&
    sub.length <= 255
  )
}

function profileOf(
  { email, email_verified, name, given_name, family_name }: Claims,
  addressesVouchedFor: boolean,
): Profile {
  const isNamed = typeof given_name === 'string' && typeof family_name === 'string'
  return {
    email,
    // What says no, or anything else that is not yes, is never overruled.
    emailIsVerified: email_verified === true || (email_verified === undefined && addressesVouchedFor),
    name: name ?? (isNamed ? `${given_name} ${family_name}` : undefined),
  }
}

/** Why somebody does not get in after what went wrong with the provider. */
function refusedFor(fault: unknown): OpenIdRefused {
  if (fault instanceof AuthorizationResponseError) {
    if (fault.error === 'access_denied') return new OpenIdRefused('cancelled')
    const isDown = fault.error === 'temporarily_unavailable' || fault.error === 'server_error'
    return new OpenIdRefused(isDown ? 'providerDown' : 'badAnswer', {}, fault)
  }
  return new OpenIdRefused(isOfTheLine(fault) ? 'providerDown' : 'badAnswer', {}, fault)
}

/** Whether a provider could not be reached, was too slow, or is in trouble itself. */
function isOfTheLine(fault: unknown): boolean {
  // The answer itself: no `Response` of the global name, which the HTTP library replaces by its own.
  if (!(fault instanceof Error)) return Number((fault as { readonly status?: unknown } | null)?.status) >= 500
  if (fault.name === 'TimeoutError' || fault.name === 'AbortError') return true
  if (fault instanceof TypeError && fault.message === 'fetch failed') return true
  return isOfTheLine(fault.cause)
}
