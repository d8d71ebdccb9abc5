import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Visitor } from '../../../harness/rawClient.ts'
import { OpenIdServer } from './OpenIdServer.ts'
import { RealProvider } from './RealProvider.ts'

const start = '/api/sign-in/openid/start?party=heby'

let heby: RealProvider
let af: RealProvider
let server: OpenIdServer
/** Anna's, to which somebody new is invited by mail. */
let id: string

beforeAll(async () => {
  ;[heby, af] = [await RealProvider.start(), await RealProvider.start()]
  const before = async (anna: Visitor) => {
    id = await anna.newApplicationAlone()
    const asked = { addresses: ['ny@heby.example'], role: 'partyEditor', message: '' }
    const invited = await anna.post(`/api/applications/${id}/invitations`, asked)
    expect(invited.status).toBe(200)
  }
  const change = (file: Parameters<Parameters<OpenIdServer['change']>[0]>[0]) => {
    const { anna } = file.persons
    if (!anna) throw new Error('The demo has no Anna.')
    file.persons.borta = {
      ...anna,
      name: 'Bo Borta',
      address: 'borta@heby.example',
      deactivatedAt: anna.createdAt,
    }
    file.persons.gammal = {
      ...file.persons.borta,
      name: 'Gun Gammal',
      address: 'gammal@heby.example',
      openIds: [{ issuer: heby.issuer, subject: 'gun' }],
    }
  }
  server = await OpenIdServer.start({ heby: heby.issuer, af: af.issuer }, { before, change })
})
afterAll(async () => {
  await server.dispose()
  await Promise.all([heby.stop(), af.stop()])
})
beforeEach(() => {
  for (const provider of [heby, af]) provider.accounts.clear()
})

function account(provider: RealProvider, login: string, email: string, more = {}): void {
  provider.accounts.set(login, { email, email_verified: true, name: 'Namn Namnsson', ...more })
}

describe('An organisation with a sign-in of its own', () => {
  it('is told by the domain of an address, whoever it is of, and gets no mail links', async () => {
    for (const address of ['anna@heby.example', 'ingen@HEBY.example']) {
      const asked = await fetch(`${server.origin}/api/sign-in/mail-link`, {
        method: 'POST',
        headers: { origin: server.origin, 'content-type': 'application/json' },
        body: JSON.stringify({ address }),
      })
      expect(await asked.json()).toEqual({ openId: start })
    }
    expect(await server.surfer().session()).toMatchObject({ me: null, openId: true, demoPersons: [] })
  })

  it('is asked with PKCE, a state and a nonce, and what is kept in the browser is only a reference', async () => {
    const surfer = server.surfer()
    const answer = await surfer.step(new URL(start, server.origin))
    expect(answer.status).toBe(303)
    const { origin, searchParams } = new URL(answer.headers.get('location') ?? '')
    expect(origin).toBe(heby.issuer)
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: 'samskriv',
      response_type: 'code',
      scope: 'openid email profile',
      redirect_uri: `${server.origin}/api/sign-in/openid/callback`,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
    expect(surfer.setCookies).toEqual([
      expect.stringMatching(/^samskriv-openid=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/),
    ])
  })

  it('gets the address along that somebody has written, when it is told by it', async () => {
    const answer = await server
      .surfer()
      .step(new URL('/api/sign-in/openid/start?address=Anna@heby.example', server.origin))
    expect(new URL(answer.headers.get('location') ?? '').searchParams.get('login_hint')).toBe(
      'anna@heby.example',
    )
  })

  it.each([
    ['a party that has none', 'party=region'],
    ['a party that is not there', 'party=nowhere'],
    ['an address of nobody’s domain', 'address=anna@elsewhere.example'],
  ])('is not there for %s', async (_what, query) => {
    expect(await server.surfer().go(`/api/sign-in/openid/start?${query}`)).toBe('/?fel=noOwnSignIn')
    expect(await server.lastEntry()).toMatchObject({
      act: 'signInRefused',
      details: { way: 'openId', reason: 'noOwnSignIn' },
    })
  })

  it.each([
    ['nobody', ''],
    ['both', 'party=heby&address=anna@heby.example'],
    ['what is no address', 'address=anna'],
    ['something else as well', 'party=heby&role=owner'],
    ['two parties', 'party=heby&party=af'],
    ['a page elsewhere', 'party=heby&to=https://elsewhere.example'],
    ['a page elsewhere by two slashes', 'party=heby&to=//elsewhere.example'],
    ['a page elsewhere by a backslash', 'party=heby&to=/%5Celsewhere.example'],
    ['a page with an end of line', 'party=heby&to=/konto%0d%0aset-cookie:a=b'],
    ['no page', 'party=heby&to=/api/log'],
  ])('is not asked for %s', async (_what, query) => {
    const answer = await server.surfer().step(new URL(`/api/sign-in/openid/start?${query}`, server.origin))
    expect(answer.status).toBe(400)
  })
})

describe('Somebody who signs in at her organisation', () => {
  it('is the person with her address the first time, and goes where she was going', async () => {
    account(heby, 'anna-1', 'Anna@heby.example')
    const surfer = server.surfer('anna-1')
    expect(await surfer.go(`${start}&to=/ansokningar/${id}`)).toBe(`/ansokningar/${id}`)
    expect(await surfer.who()).toBe('Anna Lindholm, Heby')
    expect((await server.people()).persons.anna?.openIds).toEqual([
      { issuer: heby.issuer, subject: 'anna-1' },
    ])
    const noted = await server.entries()
    expect(noted.slice(-2)).toMatchObject([
      { act: 'personChanged', personId: 'anna', partyId: 'heby', details: { what: 'linked', way: 'openId' } },
      { act: 'signedIn', personId: 'anna', partyId: 'heby', details: { way: 'openId' } },
    ])
  })

  it('is the same person afterwards, whatever her address there has become', async () => {
    account(heby, 'anna-1', 'anna.gift@elsewhere.example', { email_verified: false })
    const surfer = server.surfer('anna-1')
    expect(await surfer.go(start)).toBe('/')
    expect(await surfer.who()).toBe('Anna Lindholm, Heby')
    expect((await server.people()).persons.anna?.address).toBe('anna@heby.example')
  })

  it('is nobody else’s when her old address has become another’s there', async () => {
    account(heby, 'anna-2', 'anna@heby.example')
    const surfer = server.surfer('anna-2')
    expect(await surfer.go(start)).toBe('/?fel=otherAccount')
    expect(await surfer.who()).toBeNull()
    expect(await server.lastEntry()).toMatchObject({
      act: 'signInRefused',
      personId: null,
      details: {
        way: 'openId',
        reason: 'otherAccount',
        party: 'heby',
        person: 'anna',
        address: 'anna@heby.example',
      },
    })
  })

  it('is she again by another account there when an administrator has unlinked the first', async () => {
    account(heby, 'ingrid-1', 'ingrid@heby.example')
    account(heby, 'anna-1', 'anna@heby.example')
    account(heby, 'anna-2', 'anna@heby.example')
    const [ingrid, before, after] = ['ingrid-1', 'anna-1', 'anna-2'].map(login => server.surfer(login))
    if (!ingrid || !before || !after) throw new Error('There are three.')
    await ingrid.go(start)
    await before.go(start)
    const cookie = ingrid.setCookies.findLast(set => set.startsWith('samskriv='))?.split(';')[0] ?? ''
    const unlinked = await fetch(`${server.origin}/api/persons/anna/open-ids`, {
      method: 'DELETE',
      headers: { origin: server.origin, cookie },
    })
    expect(await unlinked.json()).toMatchObject({ id: 'anna', hasOpenId: false })
    expect(await before.who()).toBeNull()
    expect(await server.lastEntry()).toMatchObject({
      act: 'personChanged',
      personId: 'ingrid',
      details: { person: 'anna', what: 'unlinked' },
    })

    expect(await after.go(start)).toBe('/')
    expect(await after.who()).toBe('Anna Lindholm, Heby')
    expect(await before.go(start)).toBe('/?fel=otherAccount')
    // As it was, for those who come after.
    await server.change(({ persons: { anna } }) => {
      if (anna) anna.openIds = [{ issuer: heby.issuer, subject: 'anna-1' }]
    })
  })

  it('becomes a person when she is new, with the invitation to her address and no other', async () => {
    account(heby, 'ny-1', 'ny@heby.example', { name: 'Nina Ny' })
    const surfer = server.surfer('ny-1')
    expect(await surfer.go(start)).toBe('/')
    expect(await surfer.who()).toBe('Nina Ny, Heby')
    const answer = await surfer.step(new URL('/api/applications', server.origin))
    const { applications } = (await answer.json()) as { applications: { id: string }[] }
    expect(applications.map(application => application.id)).toEqual([id])
    const acts = (await server.entries()).slice(-3).map(({ act, details, applicationId }) => ({
      act,
      what: details.what ?? details.role,
      applicationId,
    }))
    expect(acts).toEqual([
      { act: 'personChanged', what: 'added', applicationId: null },
      { act: 'invitationTaken', what: 'partyEditor', applicationId: id },
      { act: 'signedIn', what: undefined, applicationId: null },
    ])
  })

  it('sees no ansökan when she is new and nobody has invited her', async () => {
    account(heby, 'olle-1', 'olle@heby.example', { name: 'Olle\r\nOrd' })
    const surfer = server.surfer('olle-1')
    expect(await surfer.go(start)).toBe('/')
    // What is no name on one line is none: the address stands for it.
    expect(await surfer.who()).toBe('olle@heby.example, Heby')
    const answer = await surfer.step(new URL('/api/applications', server.origin))
    expect(await answer.json()).toMatchObject({ applications: [] })
  })

  it.each([
    ['her address is not verified', { email_verified: false }, 'unverifiedAddress'],
    ['it is not said whether it is', { email_verified: undefined }, 'unverifiedAddress'],
    ['it is said in words', { email_verified: 'true' }, 'unverifiedAddress'],
    ['she has no address', { email: undefined }, 'unverifiedAddress'],
    ['her address is none', { email: 'anna' }, 'unverifiedAddress'],
    ['her domain is unknown', { email: 'x@elsewhere.example' }, 'otherDomain'],
    ['her domain is within the party’s', { email: 'x@skola.heby.example' }, 'otherDomain'],
    ['her domain ends as the party’s', { email: 'x@notheby.example' }, 'otherDomain'],
    ['her domain is another party’s', { email: 'karim@af.example' }, 'otherDomain'],
    ['she has left', { email: 'borta@heby.example' }, 'deactivated'],
  ])('is refused when %s', async (_when, claims, fault) => {
    const people = await server.people()
    account(heby, 'okand-1', 'okand@heby.example', claims)
    const surfer = server.surfer('okand-1')
    expect(await surfer.go(start)).toBe(`/?fel=${fault}`)
    expect(await surfer.who()).toBeNull()
    expect(await server.people()).toEqual(people)
    expect(await server.lastEntry()).toMatchObject({
      act: 'signInRefused',
      details: { way: 'openId', reason: fault, party: 'heby' },
    })
  })

  it('is refused when she has left, known as she is', async () => {
    account(heby, 'gun', 'gammal@heby.example')
    expect(await server.surfer('gun').go(start)).toBe('/?fel=deactivated')
    expect(await server.lastEntry()).toMatchObject({ details: { reason: 'deactivated', person: 'gammal' } })
  })

  it('does not enter for a party by the provider of another', async () => {
    // The same subject and address at both: it is the issuer that tells them apart.
    account(af, 'anna-1', 'anna@heby.example')
    const surfer = server.surfer('anna-1')
    expect(await surfer.go('/api/sign-in/openid/start?party=af')).toBe('/?fel=otherDomain')
    expect(await surfer.who()).toBeNull()
  })

  it('comes back when she says no', async () => {
    const surfer = server.surfer()
    const begun = await surfer.step(new URL(start, server.origin))
    const { searchParams } = new URL(begun.headers.get('location') ?? '')
    const state = searchParams.get('state') ?? ''
    const query = new URLSearchParams({ error: 'access_denied', state, iss: heby.issuer })
    expect(await surfer.go(`/api/sign-in/openid/callback?${query}`)).toBe('/?fel=cancelled')
  })
})

describe('What comes back from the provider', () => {
  /** Signs in as far as the address at which the provider sends back to us. */
  async function answerOf(surfer: ReturnType<OpenIdServer['surfer']>): Promise<string> {
    await surfer.go(start)
    const back = surfer.visited.find(({ pathname }) => pathname === '/api/sign-in/openid/callback')
    return `${back?.pathname}${back?.search}`
  }

  it('is of use once', async () => {
    account(heby, 'anna-1', 'anna@heby.example')
    const surfer = server.surfer('anna-1')
    const answer = await answerOf(surfer)
    expect(await surfer.go(answer)).toBe('/?fel=signInOver')
    expect(await surfer.who()).toBe('Anna Lindholm, Heby')
  })

  it('is of use in the browser that was sent there, and spent by no other', async () => {
    account(heby, 'anna-1', 'anna@heby.example')
    const [surfer, thief] = [server.surfer('anna-1'), server.surfer()]
    // She is known there from now on, so that all comes back at once.
    await surfer.go(start)
    const begun = await surfer.step(new URL(start, server.origin))
    let url = new URL(begun.headers.get('location') ?? '')
    while (url.origin === heby.issuer) {
      url = new URL((await surfer.step(url)).headers.get('location') ?? '', url)
    }
    expect(await thief.go(url.href)).toBe('/?fel=otherBrowser')
    expect(await thief.who()).toBeNull()
    expect(await surfer.go(url.href)).toBe('/')
  })

  it('does not let in by a code that has been used', async () => {
    account(heby, 'anna-1', 'anna@heby.example')
    const surfer = server.surfer('anna-1')
    const answer = new URL(await answerOf(surfer), server.origin)
    const thief = server.surfer()
    const begun = await thief.step(new URL(start, server.origin))
    const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? ''
    answer.searchParams.set('state', state)
    expect(await thief.go(answer.href)).toBe('/?fel=badAnswer')
    expect(await thief.who()).toBeNull()
  })

  it('always begins a new session, and the one before is over', async () => {
    account(heby, 'anna-1', 'anna@heby.example')
    const surfer = server.surfer('anna-1')
    await surfer.go(start)
    const before = surfer.setCookies.filter(cookie => cookie.startsWith('samskriv=')).at(-1)
    await surfer.go(start)
    const after = surfer.setCookies.filter(cookie => cookie.startsWith('samskriv=')).at(-1)
    expect(after).not.toBe(before)
    const old = await fetch(`${server.origin}/api/applications`, {
      headers: { cookie: before?.split(';')[0] ?? '' },
    })
    expect(old.status).toBe(401)
  })
})

describe('An organisation that no longer has a sign-in of its own', () => {
  it('has nobody come in by it', async () => {
    account(heby, 'anna-1', 'anna@heby.example')
    const change = async (signIn: 'mailLink' | 'openId') => {
      await server.change(({ organisations: { heby } }) => {
        if (heby) heby.signIn = signIn
      })
    }
    await change('mailLink')
    expect(await server.surfer('anna-1').go(start)).toBe('/?fel=noOwnSignIn')
    await change('openId')
    expect(await server.surfer('anna-1').go(start)).toBe('/')
  })
})
