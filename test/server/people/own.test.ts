import { beforeEach, describe, expect, it } from 'vitest'
import { ownDataSchema } from '../../../shared/http/people.ts'
import { sessionsSchema } from '../../../shared/http/signIn.ts'
import { applicationId, type Browser, PeopleHouse, problemOf, refusal } from './PeopleHouse.ts'

let house: PeopleHouse
beforeEach(async () => {
  house = await PeopleHouse.open()
})

describe('one’s own', () => {
  it('sessions are listed, newest first, with which this is', async () => {
    const first = await house.signedIn('karim')
    house.now += 60_000
    const second = await house.signedIn('karim')
    const { sessions } = sessionsSchema.parse(await (await second.get('/api/sessions')).json())
    expect(sessions.map(({ isThis, beganAt }) => [isThis, beganAt])).toEqual([
      [true, '2026-11-22T08:01:00.000Z'],
      [false, '2026-11-22T08:00:00.000Z'],
    ])
    expect(sessions[0]).toMatchObject({ way: 'demo', device: 'Firefox, Windows', partyShortName: 'AF' })
    expect(JSON.stringify(sessions)).not.toContain(first.cookies.get('samskriv'))
  })

  it('sessions are ended one by one, and nobody else’s', async () => {
    const [here, there, elin] = [
      await house.signedIn('karim'),
      await house.signedIn('karim'),
      await house.signedIn('elin'),
    ]
    const id = house.sessions.idOf(there.cookies.get('samskriv') ?? '')
    expect(await refusal(elin.ask('DELETE', `/api/sessions/${id}`))).toBe('unknownSession')
    expect((await here.ask('DELETE', `/api/sessions/${id}`)).status).toBe(204)
    expect([await here.who(), await there.who(), await elin.who()]).toEqual(['karim@af', null, 'elin@fk'])
    expect(house.notes.at(-1)).toMatchObject({ act: 'sessionEnded', me: { person: { id: 'karim' } } })
  })

  it('sessions are all ended at once, everywhere', async () => {
    const [here, there, elin] = [
      await house.signedIn('karim'),
      await house.signedIn('karim'),
      await house.signedIn('elin'),
    ]
    expect((await here.ask('DELETE', '/api/sessions')).status).toBe(204)
    expect(here.cookies.has('samskriv')).toBe(false)
    expect([await there.who(), await elin.who()]).toEqual([null, 'elin@fk'])
  })

  it('name and title are corrected', async () => {
    const karim = await house.signedIn('karim')
    const answer = await karim.ask('PUT', '/api/me', { name: ' Karim Sand ', title: '' })
    expect(await answer.json()).toMatchObject({
      me: { person: { id: 'karim', name: 'Karim Sand', title: '' } },
    })
    expect(
      await problemOf(karim.ask('PUT', '/api/me', { name: 'K', title: '', isAdministrator: true })),
    ).toMatchObject({ fields: ['isAdministrator'] })
  })

  it('data is given as a file with all there is, and nothing of others', async () => {
    const anna = await house.signedIn('anna')
    const answer = await anna.get('/api/me/data')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z-]+\.json"$/)
    const text = await answer.text()
    const data = ownDataSchema.parse(JSON.parse(text))
    expect(data).toMatchObject({
      person: { id: 'anna', name: 'Anna Lindholm', address: 'anna@heby.example', parties: ['Heby kommun'] },
      sessions: [{ way: 'demo', device: 'Firefox, Windows', party: 'Heby' }],
      memberships: [{ applicationId, applicationName: 'Prov', role: 'ownerEditor' }],
    })
    for (const other of ['karim', 'ingrid']) expect(text).not.toContain(other)
    expect(house.notes.at(-1)?.act).toBe('ownDataExported')
  })

  it.each(['/api/sessions', '/api/me/data', '/api/people?q=a&application=b'])(
    '%s is for those who are signed in',
    async path => {
      expect(await refusal(house.browser().get(path))).toBe('signedOut')
    },
  )
})

describe('the search for people to let in', () => {
  const search = (from: Browser, q: string, application = applicationId) =>
    from.get(`/api/people?${new URLSearchParams({ q, application })}`)

  it('finds people of parties that one may invite', async () => {
    const anna = await house.signedIn('anna')
    expect(await (await search(anna, 'kar')).json()).toEqual({
      people: [
        {
          personId: 'karim',
          name: 'Karim Sandell',
          title: 'handläggare',
          partyId: 'af',
          address: 'karim@af.example',
        },
      ],
    })
    expect(await (await search(anna, ' ')).json()).toEqual({ people: [] })
  })

  it('finds a party’s own people for its lead, and nobody for a reader', async () => {
    await house.document.addMember('karim', 'af', 'partyLead')
    await house.document.addMember('elin', 'fk', 'reader')
    const karim = await house.signedIn('karim')
    expect(await (await search(karim, 'example')).json()).toMatchObject({ people: [{ personId: 'karim' }] })
    expect(await refusal(search(await house.signedIn('elin'), 'example'))).toBe('mayNot')
  })

  it('finds nobody in an ansökan that is not hers, or is not there', async () => {
    const ingrid = await house.signedIn('ingrid')
    expect(await refusal(search(ingrid, 'kar'))).toBe('unknownApplication')
    expect(await refusal(search(ingrid, 'kar', '0'.repeat(16)))).toBe('unknownApplication')
  })

  it('does not find those who have left', async () => {
    await house.administration.deactivate('karim', 'name')
    expect(await (await search(await house.signedIn('anna'), 'kar')).json()).toEqual({ people: [] })
  })
})
