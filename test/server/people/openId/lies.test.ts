import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { jsonLine } from '../../../../server/operations/logLine.ts'
import { type Lies, LyingProvider } from './LyingProvider.ts'
import { OpenIdServer } from './OpenIdServer.ts'

const start = '/api/sign-in/openid/start?party=heby'

let heby: LyingProvider
let af: LyingProvider
let server: OpenIdServer

beforeAll(async () => {
  ;[heby, af] = [await LyingProvider.start(), await LyingProvider.start()]
  // Heby and FK have theirs at the same provider. The region vouches for what its provider says, at the same too.
  server = await OpenIdServer.start(
    { heby: heby.issuer, af: af.issuer, fk: heby.issuer, region: heby.issuer },
    { vouching: ['region'] },
  )
})
afterAll(async () => {
  await server.dispose()
  await Promise.all([heby.stop(), af.stop()])
})
afterEach(() => {
  heby.lies = {}
  af.lies = {}
})

describe('A provider that tells the truth', () => {
  it('is believed', async () => {
    const surfer = server.surfer()
    expect(await surfer.go(start)).toBe('/')
    expect(await surfer.who()).toBe('Anna Lindholm, Heby')
  })

  it('is believed in what it says on asking when it leaves it out of the token', async () => {
    heby.lies = {
      claims: { sub: 'eva-1', email: undefined, email_verified: undefined, name: undefined },
      userinfo: {
        sub: 'eva-1',
        email: 'eva@heby.example',
        email_verified: true,
        given_name: 'Eva',
        family_name: 'Ek',
      },
    }
    const surfer = server.surfer()
    expect(await surfer.go(start)).toBe('/')
    expect(await surfer.who()).toBe('Eva Ek, Heby')
  })
})

const hourAgo = Math.floor(Date.now() / 1000) - 3600
const inAnHour = hourAgo + 7200
/** Somebody whom the program does not know by her subject. */
const stranger = { sub: 'nobody-1' }

const lies: readonly (readonly [what: string, lies: Lies, fault: string])[] = [
  ['a nonce of another sign-in', { claims: { nonce: 'x'.repeat(43) } }, 'badAnswer'],
  ['no nonce', { claims: { nonce: undefined } }, 'badAnswer'],
  ['a state that is not ours', { answer: { state: 'x'.repeat(43) } }, 'signInOver'],
  ['no state', { answer: { state: '' } }, 'signInOver'],
  ['another issuer in its answer', { answer: { iss: 'https://elsewhere.example' } }, 'badAnswer'],
  ['another issuer', { claims: { iss: 'https://elsewhere.example' } }, 'badAnswer'],
  ['its issuer with a slash more', { claims: { iss: 'slash' } }, 'badAnswer'],
  ['no issuer', { claims: { iss: undefined } }, 'badAnswer'],
  ['another audience', { claims: { aud: 'another' } }, 'badAnswer'],
  ['our name in other letters', { claims: { aud: 'Samskriv' } }, 'badAnswer'],
  ['us and another as audience', { claims: { aud: ['samskriv', 'another'], azp: 'samskriv' } }, 'badAnswer'],
  ['no audience', { claims: { aud: undefined } }, 'badAnswer'],
  ['another that it was given to', { claims: { azp: 'another' } }, 'badAnswer'],
  ['no signature', { signature: 'none' }, 'badAnswer'],
  ['a signature by the public key as a secret', { signature: 'byPublicKey' }, 'badAnswer'],
  ['a signature by somebody else’s key', { signature: 'stranger' }, 'badAnswer'],
  ['a changed signature', { signature: 'broken' }, 'badAnswer'],
  ['a token that has expired', { claims: { exp: hourAgo } }, 'badAnswer'],
  ['a token that never expires', { claims: { exp: undefined } }, 'badAnswer'],
  ['a token that is not good yet', { claims: { nbf: inAnHour } }, 'badAnswer'],
  ['no subject', { claims: { sub: undefined } }, 'badAnswer'],
  ['an empty subject', { claims: { sub: '' } }, 'badAnswer'],
  ['a number as subject', { claims: { sub: 1 } }, 'badAnswer'],
  ['a subject without end', { claims: { sub: 'x'.repeat(256) } }, 'badAnswer'],
  [
    'an address that is not verified',
    { claims: { ...stranger, email_verified: false } },
    'unverifiedAddress',
  ],
  ['“true” in words', { claims: { ...stranger, email_verified: 'true' } }, 'unverifiedAddress'],
  ['1 for true', { claims: { ...stranger, email_verified: 1 } }, 'unverifiedAddress'],
  ['several addresses', { claims: { ...stranger, email: ['anna@heby.example'] } }, 'unverifiedAddress'],
  [
    'two addresses in one',
    { claims: { ...stranger, email: 'x@evil.example,anna@heby.example' } },
    'unverifiedAddress',
  ],
  [
    'a domain that is not the party’s',
    { claims: { ...stranger, email: 'x@elsewhere.example' } },
    'otherDomain',
  ],
  ['an administrator', { claims: { ...stranger, email: 'x@elsewhere.example', admin: true } }, 'otherDomain'],
  [
    'somebody else on asking',
    { claims: { ...stranger, email: undefined }, userinfo: { sub: 'anna-1', email: 'anna@heby.example' } },
    'badAnswer',
  ],
  ['that it is in trouble', { answer: { code: '', error: 'server_error' } }, 'providerDown'],
  ['that something is wrong with us', { answer: { error: 'invalid_request' } }, 'badAnswer'],
]

describe('A provider that says', () => {
  it.each(lies)('%s lets nobody in', async (_what, lie, fault) => {
    const people = await server.people()
    const iss = lie.claims?.iss === 'slash' ? { iss: `${heby.issuer}/` } : {}
    heby.lies = { ...lie, ...(lie.claims && { claims: { ...lie.claims, ...iss } }) }
    const surfer = server.surfer()
    expect(await surfer.go(start)).toBe(`/?fel=${fault}`)
    expect(await surfer.who()).toBeNull()
    expect(surfer.setCookies.filter(cookie => cookie.startsWith('samskriv='))).toEqual([])
    expect(await server.people()).toEqual(people)
    expect(await server.lastEntry()).toMatchObject({
      act: 'signInRefused',
      personId: null,
      details: { way: 'openId', reason: fault },
    })
  })

  it('that somebody is of another party, whose address and subject it claims, lets nobody in', async () => {
    af.lies = { claims: { sub: 'anna-1', email: 'anna@heby.example' } }
    const surfer = server.surfer()
    expect(await surfer.go('/api/sign-in/openid/start?party=af')).toBe('/?fel=otherDomain')
    af.lies = { claims: { iss: heby.issuer, sub: 'anna-1' } }
    expect(await surfer.go('/api/sign-in/openid/start?party=af')).toBe('/?fel=badAnswer')
    expect(await surfer.who()).toBeNull()
  })
})

describe('A provider that says nothing of whether an address is verified', () => {
  const silent = (email: string) => ({ sub: email, email, email_verified: undefined })
  const atRegion = '/api/sign-in/openid/start?party=region'

  it('lets nobody in whose organisation does not vouch for its addresses', async () => {
    heby.lies = { claims: silent('nora@heby.example') }
    expect(await server.surfer().go(start)).toBe('/?fel=unverifiedAddress')
  })

  it('is believed where her organisation does, in the token and on asking', async () => {
    heby.lies = { claims: silent('sofia@region.example') }
    const surfer = server.surfer()
    expect(await surfer.go(atRegion)).toBe('/')
    expect(await surfer.who()).toBe('Sofia Hedman, Regionen')
    heby.lies = {
      claims: { sub: 'rut-1', email: undefined, email_verified: undefined, name: 'Rut Ros' },
      userinfo: { sub: 'rut-1', email: 'rut@region.example', name: 'Rut Ros' },
    }
    expect(await surfer.go(atRegion)).toBe('/')
    expect(await surfer.who()).toBe('Rut Ros, Regionen')
  })

  it.each([[false], [null], ['true'], ['false'], [''], [0], [1], [[]], [{}], [[true]]])(
    'and not %j, which is refused there too',
    async email_verified => {
      const people = await server.people()
      heby.lies = { claims: { ...silent('rolf@region.example'), email_verified } }
      const surfer = server.surfer()
      expect(await surfer.go(atRegion)).toBe('/?fel=unverifiedAddress')
      expect(await surfer.who()).toBeNull()
      expect(await server.people()).toEqual(people)
    },
  )

  it('is believed in addresses of that organisation only', async () => {
    for (const email of ['anna@heby.example', 'x@elsewhere.example']) {
      heby.lies = { claims: silent(email) }
      expect(await server.surfer().go(atRegion)).toBe('/?fel=otherDomain')
    }
  })
})

describe('Two organisations at one provider', () => {
  it('have each their own people', async () => {
    expect(await server.surfer().go(start)).toBe('/')
    const surfer = server.surfer()
    expect(await surfer.go('/api/sign-in/openid/start?party=fk')).toBe('/?fel=otherParty')
    expect(await surfer.who()).toBeNull()
    expect(await server.lastEntry()).toMatchObject({
      act: 'signInRefused',
      details: { reason: 'otherParty', party: 'fk', person: 'anna' },
    })
    heby.lies = { claims: { sub: 'elin-1', email: 'elin@fk.example' } }
    expect(await surfer.go(start)).toBe('/?fel=otherDomain')
    expect(await surfer.go('/api/sign-in/openid/start?party=fk')).toBe('/')
    expect(await surfer.who()).toBe('Elin Norgren, FK')
  })
})

describe('Somebody new', () => {
  it('who signs in in several browsers at once is one person', async () => {
    heby.lies = { claims: { sub: 'siv-1', email: 'siv@heby.example', name: 'Siv Ek' } }
    const pages = await Promise.all([1, 2, 3].map(() => server.surfer().go(start)))
    expect(pages).toEqual(['/', '/', '/'])
    const { persons } = await server.people()
    const known = Object.entries(persons).filter(([, { address }]) => address === 'siv@heby.example')
    expect(known.map(([, { openIds }]) => openIds)).toEqual([[{ issuer: heby.issuer, subject: 'siv-1' }]])
    const acts = (await server.entries()).filter(({ personId }) => personId === known[0]?.[0])
    expect(acts.map(({ act }) => act)).toEqual(['personChanged', 'signedIn', 'signedIn', 'signedIn'])
  })
})

describe('Whoever brings an answer back', () => {
  it('in a browser that has never been sent away is not let in', async () => {
    const sentBack = await server.surfer().untilSentBack(start)
    const other = server.surfer()
    expect(await other.go(sentBack.href)).toBe('/?fel=otherBrowser')
    expect(await other.who()).toBeNull()
  })

  it('twice at once is let in once', async () => {
    const surfer = server.surfer()
    const sentBack = await surfer.untilSentBack(start)
    const answers = await Promise.all([1, 2, 3].map(() => surfer.step(sentBack)))
    const pages = answers.map(answer => answer.headers.get('location'))
    expect(pages.toSorted()).toEqual(['/', '/?fel=signInOver', '/?fel=signInOver'])
  })

  it('with a state or a code twice in it is not let in', async () => {
    for (const name of ['state', 'code']) {
      const surfer = server.surfer()
      const sentBack = await surfer.untilSentBack(start)
      sentBack.searchParams.append(name, 'another')
      expect(await surfer.go(sentBack.href)).toBe('/?fel=badAnswer')
    }
  })

  it('to the sign-in of another party is not let in', async () => {
    // Both are begun in her browser, and the answers are mixed up.
    const surfer = server.surfer()
    const one = await surfer.untilSentBack(start)
    const other = await surfer.untilSentBack('/api/sign-in/openid/start?party=af')
    other.searchParams.set('code', one.searchParams.get('code') ?? '')
    expect(await surfer.go(other.href)).toBe('/?fel=badAnswer')
  })

  it('of two sign-ins in her browser is let in by both', async () => {
    const surfer = server.surfer()
    const sentBack = [await surfer.untilSentBack(start), await surfer.untilSentBack(start)]
    for (const { href } of sentBack) expect(await surfer.go(href)).toBe('/')
  })
})

describe('What is logged', () => {
  it('has nothing of a token, a code or a claim', async () => {
    heby.lies = { claims: { aud: 'hemligt-aud' } }
    const surfer = server.surfer()
    await surfer.go(start)
    const lines = server.log.map(event => jsonLine(event, new Date()))
    expect(lines.at(-1)).toContain('OAUTH_JWT_CLAIM_COMPARISON_FAILED')
    expect(server.log.at(-1)).toMatchObject({ kind: 'openIdFault', party: 'heby' })
    const said = [...lines, JSON.stringify(await server.entries())].join('\n')
    const codes = surfer.visited.flatMap(({ searchParams }) => searchParams.get('code') ?? [])
    expect([codes.length, heby.tokens.length]).not.toContain(0)
    const parts = heby.tokens.flatMap(token => token.split('.').slice(1).filter(Boolean))
    for (const secret of [...codes, ...parts, 'hemligt-aud']) expect(said).not.toContain(secret)
  })
})
