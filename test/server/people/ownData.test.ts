import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AccessFile } from '../../../server/people/access/accessFile.ts'
import { type OwnData, ownDataSchema } from '../../../shared/http/people.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import { asked as asking } from '../consultation/roundsOf.ts'

const nowhere = 'ffffffffffffffffffff'
const soon = '2999-01-01T00:00:00.000Z'

let server: DemoServer
/** An ansökan of Anna's, in which Karim does everything there is, and others that he asks for or is invited to. */
let id: string
let asked: string
let invitedTo: string
let text: string
let data: OwnData

beforeAll(async () => {
  server = await DemoServer.start()
  const [anna, karim] = [await server.enter('anna'), await server.enter('karim')]
  id = await anna.newApplicationAlone()
  asked = await anna.newApplicationAlone()
  invitedTo = await anna.newApplicationAlone()
  const at = (rest: string) => `/api/applications/${id}${rest}`
  await anna.post(at('/members'), { personId: 'elin', partyId: 'fk', role: 'partyEditor' })
  await anna.post(at('/members'), { personId: 'karim', partyId: 'af', role: 'reader' })
  await anna.put(at('/members/karim'), { role: 'ownerEditor' })
  const line = await karim.join(id)
  await line.write(doc => doc.getMap('name').set('value', 'Samverkan i Heby'))
  await line.close()
  await karim.put(at('/members/elin'), { role: 'reviewer' })
  await karim.post(at('/invitations'), {
    addresses: ['ny@region.example'],
    role: 'reader',
    message: 'Kom med!',
  })
  const guestLink = { label: 'Konsulten', partyId: 'heby', role: 'reader', endsOn: '2999-01-01' }
  await karim.post(at('/guest-links'), guestLink)
  await karim.put(at('/sections/background'), { is: 'finished' })
  await karim.put(at('/advice'), { open: true })
  const rescued = { id: 'abcdef0123456789', section: 'purpose', text: 'Mina räddade ord.' }
  await karim.post(at('/rescued'), rescued)
  const elin = await server.enter('elin')
  await elin.post(at('/rescued'), { ...rescued, text: 'Andras räddade ord.' })
  const comment = {
    ...{ id: 'abcdef0123456789', postId: 'abcdef0123456789', text: 'Vad säger @{person:elin} om det?' },
    ...{ place: { is: 'section', section: 'purpose' }, isInternal: true, isMaterial: false },
    assignee: { is: 'person', personId: 'karim' },
  }
  await karim.post(at('/comments'), comment)
  await karim.put(at(`/comments/${comment.id}`), { isInternal: false, isResolved: true })
  await elin.post(at(`/comments/${comment.id}/posts`), { id: 'fedcba9876543210', text: 'Andras svar.' })
  const round = asking({
    message: 'Svara gärna kort.',
    recipients: [{ partyId: 'af', personIds: ['karim'] }],
  })
  await karim.post(at('/rounds'), round)
  await karim.put(at('/rounds/1'), { is: 'callOff', reason: 'Det var för tidigt.' })
  for (const one of [asked, nowhere]) {
    await karim.post(`/api/applications/${one}/requests`, { message: `Släpp in mig i ${one}.` })
  }
  await elin.post(`/api/applications/${asked}/requests`, { message: 'Andras begäran.' })
  await server.stop()
  const path = server.documentFile(invitedTo, 'access.json')
  const access = JSON.parse(await readFile(path, 'utf8')) as AccessFile
  access.invitations = ['karim@af.example', 'nagon@af.example'].map((address, number) => ({
    id: `invitation0${number}`,
    address,
    partyId: 'af',
    role: number === 0 ? 'partyLead' : 'reader',
    message: 'Andras ord till den som bjuds in.',
    by: 'anna@heby',
    at: '2026-11-22T08:00:00.000Z',
    expiresAt: soon,
    secretHash: String(number).repeat(64),
    letterId: null,
  }))
  await writeFile(path, JSON.stringify(access))
  await server.restart()
  text = await (await karim.at(server.origin).get('/api/me/data')).text()
  data = ownDataSchema.parse(JSON.parse(text))
})
afterAll(async () => await server.dispose())

it('one’s own data has something of every kind for somebody who has done everything', () => {
  for (const [kind, rows] of Object.entries(data)) {
    if (Array.isArray(rows)) expect(rows.length, kind).toBeGreaterThan(0)
  }
  expect(data.person).toMatchObject({ id: 'karim', address: 'karim@af.example' })
})

it('one’s own data has what one has been given, has handed out, and has asked for', () => {
  expect(data.memberships).toContainEqual(
    expect.objectContaining({
      applicationId: id,
      applicationName: 'Samverkan i Heby',
      role: 'ownerEditor',
    }),
  )
  expect(data.invitationsToMe).toMatchObject([
    { applicationId: invitedTo, role: 'partyLead', expiresAt: soon },
  ])
  expect(data.invitationsFromMe).toMatchObject([{ applicationId: id, role: 'reader', message: 'Kom med!' }])
  expect(data.guestLinks).toMatchObject([{ applicationId: id, label: 'Konsulten', endsOn: '2999-01-01' }])
  expect(data.closings).toMatchObject([{ applicationId: id, section: 'background' }])
  expect(data.advice).toMatchObject([{ applicationId: id }])
})

it('one’s own data has what was asked for alike, whether or not there is such an ansökan', () => {
  expect(data.requests.map(({ applicationId, message }) => [applicationId, message])).toEqual([
    [asked, `Släpp in mig i ${asked}.`],
    [nowhere, `Släpp in mig i ${nowhere}.`],
  ])
  const noted = data.log.filter(({ act }) => act === 'accessAsked')
  expect(noted.map(({ applicationId, state, details }) => [applicationId, state, details])).toEqual([
    [nowhere, null, {}],
    [asked, null, {}],
  ])
})

it('one’s own data has where one has written, and one’s rescued text', () => {
  expect(data.written).toContainEqual({
    applicationId: id,
    hasStarted: false,
    clientIds: 1,
    lastChange: { section: 'name', at: expect.any(String) },
  })
  expect(data.rescued).toMatchObject([
    { applicationId: id, section: 'purpose', text: 'Mina räddade ord.', reason: 'refused' },
  ])
})

it('one’s own data has what one has done in rounds, and was asked', () => {
  expect(data.rounds.map(({ round, did, text }) => [round, did, text])).toEqual([
    [1, 'sent', 'Svara gärna kort.'],
    [1, 'asked', ''],
    [1, 'ended', 'Det var för tidigt.'],
  ])
})

it('one’s own data has what the log says of one, by oneself and by others', () => {
  expect(data.log.map(({ act }) => act)).toEqual(
    expect.arrayContaining(['signedIn', 'opened', 'roleChanged', 'invited', 'guestLinkMade']),
  )
  expect(new Set(data.log.map(({ partyId }) => partyId))).toEqual(new Set(['af']))
  expect(data.logAboutMe.map(({ act, applicationId, details }) => [act, applicationId, details])).toEqual([
    ['roleChanged', id, { person: 'karim', from: 'reader', to: 'ownerEditor' }],
    ['memberAdded', id, { person: 'karim', party: 'af', role: 'reader' }],
  ])
})

it('one’s own data has nothing of others: no id, name, address or word of theirs', () => {
  for (const others of [
    'anna',
    'elin',
    'ingrid',
    'Lindholm',
    'ny@region.example',
    'nagon@af.example',
    'Andras',
  ]) {
    expect(text, others).not.toContain(others)
  }
  expect(text).not.toMatch(/[0-9a-f]{64}/)
})

it('one’s own data has what one has been told, without what others said, and what one wants to be told', () => {
  expect(data.notices).toMatchObject([{ applicationId: id, kind: 'answered', isRead: false }])
  expect(data.noticeSettings.kinds.answered).toEqual({ inProgram: true, mail: 'atOnce' })
})
