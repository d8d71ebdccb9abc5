import { beforeEach, describe, expect, it } from 'vitest'
import { applicationId, type Browser, PeopleHouse, problemOf, refusal } from './PeopleHouse.ts'

let house: PeopleHouse
let browser: Browser
beforeEach(async () => {
  house = await PeopleHouse.open()
  browser = house.browser()
})

const enter = (secret: string, name = 'Siv Ek', from = browser) =>
  from.post('/api/sign-in/guest', { secret, name })

describe('a guest link', () => {
  it('lets somebody in by a name she gives, for the party and in the role of the link', async () => {
    const { secret, id } = await house.guestLink()
    expect(await (await enter(secret)).json()).toEqual({ applicationId })
    const { me, isGuest, isAdministrator } = await browser.session()
    expect(me).toMatchObject({ person: { name: 'Siv Ek', title: '', isGuest: true }, party: { id: 'af' } })
    expect([isGuest, isAdministrator]).toEqual([true, false])
    expect(house.document.member(me?.person.id ?? '')).toMatchObject({ role: 'reader', guestLinkId: id })
    expect(house.notes).toMatchObject([
      { act: 'guestEntered', applicationId, me, details: { way: 'guest', link: id, label: 'Styrgruppen' } },
    ])
  })

  it('lets in as many as come, each a person of her own', async () => {
    const { secret } = await house.guestLink()
    await enter(secret, 'Siv Ek')
    const other = house.browser()
    await enter(secret, 'Siv Ek', other)
    expect(await other.who()).not.toBe(await browser.who())
  })

  it('lets a guest who comes back in the same browser be who she was, also by another name', async () => {
    const { secret } = await house.guestLink()
    await enter(secret)
    const before = await browser.who()
    await browser.ask('DELETE', '/api/session')
    expect(await browser.who()).toBeNull()
    await enter(secret, 'Siv Ekström')
    expect(await browser.who()).toBe(before)
    expect((await browser.session()).me?.person.name).toBe('Siv Ekström')
    expect(house.document.kept.members).toHaveLength(2)
  })

  it('makes another person of whoever comes by another link', async () => {
    await enter((await house.guestLink()).secret)
    const before = await browser.who()
    await enter((await house.guestLink()).secret)
    expect(await browser.who()).not.toBe(before)
  })

  it('lets in through its last day, Swedish time, and not after it', async () => {
    const { secret } = await house.guestLink('2026-11-22')
    house.now = Date.parse('2026-11-22T22:59:59Z')
    expect((await enter(secret)).status).toBe(200)
    house.now += 1000
    expect(await refusal(enter(secret))).toBe('unknownGuestLink')
  })

  it('that is revoked lets nobody in', async () => {
    const { secret, id } = await house.guestLink()
    await house.document.revokeGuestLink(id)
    expect(await refusal(enter(secret))).toBe('unknownGuestLink')
    expect(house.notes.at(-1)).toMatchObject({ act: 'signInRefused', details: { way: 'guest' } })
  })

  it('does not let a guest in again who has been put out', async () => {
    const { secret } = await house.guestLink()
    await enter(secret)
    const { me } = await browser.session()
    await house.administration.deactivate(me?.person.id ?? '', 'former')
    expect(await refusal(enter(secret))).toBe('unknownGuestLink')
  })

  it('is looked at before a name is asked for, which lets nobody in', async () => {
    const look = (secret: string, from = browser) => from.post('/api/sign-in/guest/look', { secret })
    const { secret, id } = await house.guestLink('2026-12-31')
    for (let count = 0; count < 3; count += 1) expect((await look(secret)).status).toBe(204)
    expect(house.document.kept.members).toHaveLength(1)
    await enter(secret)
    // Whoever made it may have no right to any more: those who came by it come back, and nobody new.
    await house.document.addMember('karim', 'af', 'ownerEditor')
    await house.document.removeMember('anna', null, () => true)
    expect((await look(secret)).status).toBe(204)
    expect(await refusal(look(secret, house.browser()))).toBe('unknownGuestLink')
    await house.document.revokeGuestLink(id)
    expect(await refusal(look(secret))).toBe('unknownGuestLink')
    expect(house.notes.at(-1)).toMatchObject({ act: 'signInRefused', details: { way: 'guest' } })
  })

  it('makes nobody an administrator, nor found among people', async () => {
    const { secret } = await house.guestLink()
    await enter(secret)
    const { me } = await browser.session()
    const ingrid = await house.signedIn('ingrid')
    const change = { name: 'Siv Ek', title: '', isAdministrator: true }
    expect(await problemOf(ingrid.ask('PUT', `/api/persons/${me?.person.id}`, change))).toMatchObject({
      kind: 'malformedRequest',
      fields: ['isAdministrator'],
    })
    expect(house.people.search('Siv', new Set(['af']), 10)).toEqual([])
  })

  it.each([
    [{ name: '' }, ['name']],
    [{ name: 'Siv Ek', role: 'reviewer' }, ['role']],
    [{ name: 'Siv\u0000' }, ['name']],
  ])('is not entered by with %j', async (body, fields) => {
    const { secret } = await house.guestLink()
    expect(await problemOf(browser.post('/api/sign-in/guest', { secret, ...body }))).toMatchObject({ fields })
  })

  it('is not to be guessed at: tries from one place are counted', async () => {
    for (let count = 0; count < 60; count += 1) await enter('x'.repeat(43))
    expect((await enter((await house.guestLink()).secret)).status).toBe(429)
    expect((await enter((await house.guestLink()).secret, 'Siv', house.browser('198.51.100.7'))).status).toBe(
      200,
    )
  })
})
