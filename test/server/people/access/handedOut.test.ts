import { beforeEach, describe, expect, it } from 'vitest'
import { hashOfSecret } from '../../../../server/people/linkSecret.ts'
import { type Browser, PeopleHouse, refusal } from '../PeopleHouse.ts'

let house: PeopleHouse
let browser: Browser
beforeEach(async () => {
  house = await PeopleHouse.open()
  browser = house.browser()
  await house.document.addMember('karim', 'af', 'ownerEditor')
})

const everybody = () => true
const takeInvitation = (secret: string, from = browser) =>
  from.post('/api/sign-in/invitation', { secret, name: 'Siv Ek', title: '' })
const enterAsGuest = (secret: string, from = browser) =>
  from.post('/api/sign-in/guest', { secret, name: 'Siv Ek' })

/** Ways for Anna, who has handed it out, to lose the right to. */
const losses: readonly [string, () => Promise<unknown>][] = [
  ['has been removed', () => house.document.removeMember('anna', 'anna@heby.example', everybody)],
  ['only reads', () => house.document.changeRole('anna', 'reader', everybody)],
  ['is partsansvarig of another party', () => house.document.changeRole('anna', 'partyLead', everybody)],
  ['has left', () => house.administration.deactivate('anna', 'name')],
]

describe('an invitation', () => {
  it.each(losses)('lets nobody in when whoever invited %s, and shows nothing', async (_how, lose) => {
    const secret = await house.invite('siv@af.example', 'af', 'reader')
    await lose()
    expect(await refusal(browser.post('/api/sign-in/invitation/look', { secret }))).toBe('unknownInvitation')
    expect(await refusal(takeInvitation(secret))).toBe('unknownInvitation')
    expect(house.people.byAddress('siv@af.example')).toBeNull()
  })

  it('lets nobody in when its address belongs to the party no more', async () => {
    const secret = await house.invite('siv@af.example', 'af', 'reader')
    await house.changeOrganisation('af', { mailDomains: [] })
    expect(await refusal(takeInvitation(secret))).toBe('unknownInvitation')
    await house.changeOrganisation('fk', { mailDomains: ['fk.example', 'af.example'] })
    expect(await refusal(takeInvitation(secret))).toBe('unknownInvitation')
  })

  it('lets in again when she has her right back', async () => {
    const secret = await house.invite('siv@af.example', 'af', 'reader')
    await house.document.changeRole('anna', 'reader', everybody)
    await house.document.changeRole('anna', 'ownerEditor', everybody)
    expect((await takeInvitation(secret)).status).toBe(200)
  })

  it('to somebody who has been let in and removed meanwhile is over', async () => {
    const secret = await house.invite('elin@fk.example', 'fk')
    await house.document.addMember('elin', 'fk', 'reader')
    await house.document.removeMember('elin', 'elin@fk.example', everybody)
    expect(await refusal(takeInvitation(secret, await house.signedIn('elin')))).toBe('unknownInvitation')
    expect(house.document.member('elin')).toBeNull()
  })

  it('takes the request of whoever comes by it with it', async () => {
    await house.document.ask('elin', 'fk', '')
    const secret = await house.invite('elin@fk.example', 'fk')
    expect((await takeInvitation(secret, await house.signedIn('elin'))).status).toBe(200)
    expect(house.document.kept.requests).toEqual([])
  })
})

describe('a guest link', () => {
  it.each(losses)('lets nobody new in when whoever made it %s: she has it too', async (_how, lose) => {
    const { secret } = await house.guestLink()
    await enterAsGuest(secret)
    await lose()
    const other = house.browser()
    expect(await refusal(enterAsGuest(secret, other))).toBe('unknownGuestLink')
    // Who was let in before may stay.
    await browser.ask('DELETE', '/api/session')
    expect((await enterAsGuest(secret)).status).toBe(200)
  })

  it('that is taken back while somebody comes by it lets her in or not, and leaves no access behind', async () => {
    const { secret, id } = await house.guestLink()
    const [answer] = await Promise.all([enterAsGuest(secret), house.document.revokeGuestLink(id)])
    expect([200, 404]).toContain(answer.status)
    expect(house.document.kept.members.filter(({ guestLinkId }) => guestLinkId !== null)).toEqual([])
  })

  it('does not let in again, in her browser, whoever has been put out', async () => {
    const { secret } = await house.guestLink()
    await enterAsGuest(secret)
    const guestId = (await browser.session()).me?.person.id ?? ''
    await house.document.removeMember(guestId, null, everybody)
    await house.people.putOut(guestId)
    expect(await refusal(enterAsGuest(secret))).toBe('unknownGuestLink')
    expect(await browser.who()).toBeNull()
  })

  // Summer time ends on 25 October and begins on 28 March: midnight in Sweden is at 22 or 23 UTC.
  it.each([
    ['2026-10-24', '2026-10-24T21:59:59Z', '2026-10-24T22:00:00Z'],
    ['2026-10-25', '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z'],
    ['2027-03-27', '2027-03-27T22:59:59Z', '2027-03-27T23:00:00Z'],
    ['2027-03-28', '2027-03-28T21:59:59Z', '2027-03-28T22:00:00Z'],
  ])('until %s ends at midnight in Sweden, for those who are in as well', async (endsOn, last, over) => {
    const { secret } = await house.guestLink(endsOn)
    house.now = Date.parse(last)
    expect((await enterAsGuest(secret)).status).toBe(200)
    const guestId = (await browser.session()).me?.person.id ?? ''
    expect(house.document.roleOf(guestId, 'af')).toBe('reader')
    house.now = Date.parse(over)
    expect(house.document.roleOf(guestId, 'af')).toBeNull()
    expect(house.document.guestLinkOf(hashOfSecret(secret))).toBeNull()
  })
})
