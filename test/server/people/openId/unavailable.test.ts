import { afterEach, describe, expect, it } from 'vitest'
import { Provider } from '../../../../server/people/ways/openId/Provider.ts'
import { LyingProvider } from './LyingProvider.ts'
import { OpenIdServer } from './OpenIdServer.ts'
import { clientSecret } from './RealProvider.ts'

const start = '/api/sign-in/openid/start?party=heby'

const opened: { stop?: () => Promise<void>; dispose?: () => Promise<void> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await (one.dispose?.() ?? one.stop?.())
})

async function lyingProvider(port = 0): Promise<LyingProvider> {
  const provider = await LyingProvider.start(port)
  opened.push(provider)
  return provider
}

describe('A provider that is not there', () => {
  it('does not keep the program from starting, and is found when it is back', async () => {
    const gone = await LyingProvider.start()
    await gone.stop()
    const server = await OpenIdServer.start({ heby: gone.issuer })
    opened.push(server)
    const surfer = server.surfer()
    expect(await surfer.go(start)).toBe('/?fel=providerDown')
    expect(surfer.setCookies).toEqual([])
    expect(await server.lastEntry()).toMatchObject({
      act: 'signInRefused',
      details: { way: 'openId', reason: 'providerDown', party: 'heby' },
    })
    expect(server.log.at(-1)).toMatchObject({ kind: 'openIdFault', party: 'heby' })
    await lyingProvider(gone.port)
    expect(await surfer.go(start)).toBe('/')
    expect(await surfer.who()).toBe('Anna Lindholm, Heby')
  })

  it('when she comes back from it refuses her with a sentence', async () => {
    const heby = await lyingProvider()
    const server = await OpenIdServer.start({ heby: heby.issuer })
    opened.push(server)
    const surfer = server.surfer()
    const sentBack = await surfer.untilSentBack(start)
    heby.lies = { status: 503 }
    expect(await surfer.go(sentBack.href)).toBe('/?fel=providerDown')
  })
})

describe('Asking a provider', () => {
  const hourMs = 3_600_000
  let now = 0

  async function known(): Promise<{ lying: LyingProvider; provider: Provider }> {
    const lying = await lyingProvider()
    const ours = { party: 'heby', clientId: 'samskriv', clientSecret, addressesVouchedFor: false }
    const settings = { ...ours, issuer: lying.issuer }
    return { lying, provider: new Provider(settings, () => now, 0.2) }
  }

  /** What a promise is rejected with. */
  async function faultOf(asked: Promise<unknown>): Promise<unknown> {
    return await asked.then(
      () => null,
      ({ fault }) => fault,
    )
  }

  it('who never answers ends in time', async () => {
    const { lying, provider } = await known()
    lying.lies = { isSilent: true }
    expect(await faultOf(provider.configuration())).toBe('providerDown')
  })

  it('about itself is done once for all, and again after an hour', async () => {
    const { lying, provider } = await known()
    await Promise.all([provider.configuration(), provider.configuration()])
    await provider.configuration()
    expect(lying.discoveries).toBe(1)
    now += hourMs
    await provider.configuration()
    expect(lying.discoveries).toBe(2)
  })

  it('who is away for the moment is as good as what it said before', async () => {
    const { lying, provider } = await known()
    const before = await provider.configuration()
    now += hourMs
    lying.lies = { status: 500 }
    expect(await provider.configuration()).toBe(before)
  })

  it('who is away is done again the next time', async () => {
    const { lying, provider } = await known()
    lying.lies = { status: 500 }
    expect(await faultOf(provider.configuration())).toBe('providerDown')
    lying.lies = {}
    expect(await faultOf(provider.configuration())).toBeNull()
  })

  it.each([
    ['another issuer', () => ({ issuer: 'https://elsewhere.example' })],
    ['its issuer with a slash more', (issuer: string) => ({ issuer: `${issuer}/` })],
    ['nothing of where to sign in', () => ({ authorization_endpoint: undefined })],
  ])('who says of itself %s sends nobody there', async (_what, metadata) => {
    const { lying, provider } = await known()
    lying.lies = { metadata: metadata(lying.issuer) }
    const flow = { partyId: 'heby', to: '/', verifier: 'v'.repeat(43), nonce: 'n' }
    await expect(provider.addressFor(flow, 'state', 'http://localhost/callback', null)).rejects.toThrow()
  })
})

describe('Behind https', () => {
  it('the reference is bound to the host, and too many tries from one place are told when to come again', async () => {
    const heby = await lyingProvider()
    const environment = { PUBLIC_ORIGIN: 'https://ansokan.example.se' }
    const server = await OpenIdServer.start({ heby: heby.issuer }, { environment })
    opened.push(server)
    const address = new URL(start, server.origin)
    const surfer = server.surfer()
    const answer = await surfer.step(address)
    expect(new URL(answer.headers.get('location') ?? '').searchParams.get('redirect_uri')).toBe(
      'https://ansokan.example.se/api/sign-in/openid/callback',
    )
    expect(surfer.setCookies[0]).toMatch(
      /^__Host-samskriv-openid=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    for (let tries = 1; tries < 300; tries += 1) await surfer.step(address)
    const entries = (await server.entries()).length
    expect(await surfer.go(start)).toBe('/?fel=tooManyAttempts')
    expect(Number(surfer.headers.get('retry-after'))).toBeGreaterThan(3000)
    expect(await server.entries()).toHaveLength(entries)
  })
})
