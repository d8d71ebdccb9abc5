import { beforeEach, describe, expect, it } from 'vitest'
import { DiskFault } from '../../../server/storage/diskFault.ts'
import type { InvitationShown } from '../../../shared/http/signIn.ts'
import { applicationId, type Browser, PeopleHouse, problemOf, refusal } from './PeopleHouse.ts'

const taking = '/api/sign-in/invitation'

let house: PeopleHouse
let browser: Browser
beforeEach(async () => {
  house = await PeopleHouse.open()
  browser = house.browser()
})

const siv = { name: 'Siv Ek', title: 'handläggare' }
const take = (secret: string, who: object = siv, from = browser) => from.post(taking, { secret, ...who })

describe('an invitation', () => {
  it('is shown before it is taken, and looking at it spends nothing', async () => {
    const secret = await house.invite('siv@af.example', 'af')
    for (let count = 0; count < 3; count += 1) {
      expect(await (await browser.post(`${taking}/look`, { secret })).json()).toEqual({
        address: 'siv@af.example',
        partyName: 'Arbetsförmedlingen',
        invitedBy: 'Anna Lindholm, Heby kommun',
        applicationName: 'Prov',
        isKnown: false,
        openId: null,
      })
    }
    for (const method of ['GET', 'HEAD']) expect((await browser.ask(method, taking)).status).toBe(404)
    expect((await take(secret)).status).toBe(200)
  })

  it('makes somebody new a person of the party, signs her in and gives her the role', async () => {
    const secret = await house.invite('siv@af.example', 'af', 'reviewer')
    expect(await (await take(secret)).json()).toEqual({ applicationId })
    const { me } = await browser.session()
    expect(me).toMatchObject({ person: siv, party: { id: 'af' } })
    expect(house.document.member(me?.person.id ?? '')).toMatchObject({ partyId: 'af', role: 'reviewer' })
    expect(house.people.byAddress('siv@af.example')?.id).toBe(me?.person.id)
    expect(house.notes).toMatchObject([
      { act: 'invitationTaken', applicationId, me, details: { way: 'invitation', role: 'reviewer' } },
    ])
  })

  it('signs in nobody whom the program knows: she goes in as usual first, and it is not spent', async () => {
    const secret = await house.invite('karim@af.example', 'af')
    expect(await refusal(take(secret, {}))).toBe('signInFirst')
    expect(await browser.who()).toBeNull()
    const karim = await house.signedIn('karim')
    expect((await take(secret, {}, karim)).status).toBe(200)
    expect(house.people.describe('karim')?.name).toBe('Karim Sandell')
  })

  it('is taken by whoever is signed in already, without a new session', async () => {
    const karim = await house.signedIn('karim')
    const before = new Map(karim.cookies)
    expect((await take(await house.invite('karim@af.example', 'af'), {}, karim)).status).toBe(200)
    expect(karim.cookies).toEqual(before)
    expect(house.notes.at(-1)).toMatchObject({ act: 'invitationTaken', me: { person: { id: 'karim' } } })
  })

  it('is not to whoever else is signed in in the browser, and is not spent there', async () => {
    const secret = await house.invite('siv@af.example', 'af')
    const elin = await house.signedIn('elin')
    expect(await refusal(take(secret, siv, elin))).toBe('otherPerson')
    expect(await elin.who()).toBe('elin@fk')
    expect(house.notes.at(-1)).toMatchObject({
      act: 'signInRefused',
      details: { reason: 'otherPerson', address: 'siv@af.example' },
    })
    expect((await take(secret)).status).toBe(200)
  })

  it('asks somebody new for her name', async () => {
    const secret = await house.invite('siv@af.example', 'af')
    expect(await problemOf(take(secret, {}))).toMatchObject({ kind: 'malformedRequest', fields: ['name'] })
    expect((await take(secret)).status).toBe(200)
  })

  it('is taken once', async () => {
    const secret = await house.invite('siv@af.example', 'af')
    await take(secret)
    expect(await refusal(take(secret, siv, house.browser()))).toBe('unknownInvitation')
    expect(await refusal(house.browser().post(`${taking}/look`, { secret }))).toBe('unknownInvitation')
  })

  it('is taken by one of twenty at the same time, and makes one person', async () => {
    const secret = await house.invite('siv@af.example', 'af')
    const answers = await Promise.all(Array.from({ length: 20 }, () => take(secret, siv, house.browser())))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(19).fill(404)])
    expect(house.people.search('siv', new Set(['af']), 10)).toHaveLength(1)
  })

  it('can be taken for seven days', async () => {
    const secret = await house.invite('siv@af.example', 'af')
    house.now += 7 * 24 * 3_600_000
    expect(await refusal(take(secret))).toBe('unknownInvitation')
  })

  it('that is revoked lets nobody in', async () => {
    const secret = await house.invite('siv@af.example', 'af')
    await house.document.revokeInvitation('invitation01')
    expect(await refusal(take(secret))).toBe('unknownInvitation')
  })

  it('lets nobody in who has left', async () => {
    const secret = await house.invite('karim@af.example', 'af')
    await house.administration.deactivate('karim', 'former')
    expect(await refusal(take(secret, {}))).toBe('unknownInvitation')
    expect(await browser.who()).toBeNull()
  })

  it('is no way round the sign-in of an organisation, which comes first', async () => {
    const secret = await house.invite('karim@af.example', 'af')
    const karim = await house.signedIn('karim')
    await house.changeOrganisation('af', { signIn: 'openId' })
    const openIdTold = async (who: Browser) => {
      const answer = await who.post('/api/sign-in/invitation/look', { secret })
      return ((await answer.json()) as InvitationShown).openId
    }
    expect([await openIdTold(browser), await openIdTold(karim)]).toEqual(['/own/af', null])
    expect(await refusal(take(secret, {}))).toBe('ownSignIn')
    expect(await browser.who()).toBeNull()
    expect((await take(secret, {}, karim)).status).toBe(200)
  })

  it('leaves no session behind when it cannot be noted', async () => {
    const secret = await house.invite('siv@af.example', 'af')
    house.writeNote = () =>
      Promise.reject(new DiskFault(Object.assign(new Error('full'), { code: 'ENOSPC' })))
    await expect(take(secret)).rejects.toThrow('full')
    expect(house.sessions.list(house.people.byAddress('siv@af.example')?.id ?? '')).toEqual([])
    expect(await browser.who()).toBeNull()
  })

  it.each([
    [{ name: 'Siv\nEk', title: '' }, ['name']],
    [{ name: '  ', title: '' }, ['name']],
    [{ name: 'Siv Ek', title: 'x'.repeat(101) }, ['title']],
    [{ ...siv, role: 'ownerEditor' }, ['role']],
    [{ ...siv, partyId: 'fk' }, ['partyId']],
    [{ ...siv, address: 'anna@heby.example' }, ['address']],
  ])('is not taken with %j', async (who, fields) => {
    const secret = await house.invite('siv@af.example', 'af')
    expect(await problemOf(take(secret, who))).toMatchObject({ kind: 'malformedRequest', fields })
  })

  it('is not to be guessed at: tries from one place are counted', async () => {
    for (let count = 0; count < 60; count += 1) await take('x'.repeat(43))
    const answer = await take('x'.repeat(43))
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3600'])
  })
})
