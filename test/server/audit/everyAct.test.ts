import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AccessAnswer, accessSchema, guestLinkMadeSchema } from '../../../shared/http/access.ts'
import { type AuditAct, auditActs } from '../../../shared/http/auditLog.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { Answering, remark, take } from '../consultation/reply/Answering.ts'
import { RoundsOf } from '../consultation/roundsOf.ts'

let server: DemoServer
let anna: Visitor
let karim: Visitor
let ingrid: Visitor
let id: string

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  karim = await server.enter('karim')
  ingrid = await server.enter('ingrid')
  id = await anna.newApplicationAlone()
})
afterAll(async () => await server.dispose())

const at = (rest: string) => `/api/applications/${id}${rest}`
const letKarimIn = () => anna.post(at('/members'), { personId: 'karim', partyId: 'af', role: 'reader' })
const noSecret = { secret: 'x'.repeat(43) }
const internalComment = {
  id: 'abcdef0123456789',
  postId: 'abcdef0123456789',
  place: { is: 'section', section: 'background' },
  text: 'x',
  isInternal: true,
  isMaterial: false,
  assignee: null,
}
const toHeby = [{ partyId: 'heby', personIds: ['ingrid'] }]
const verdict = { reply: 1, answer: { verdict: 'met', reason: 'x', changedSection: null } }
const organisation = {
  name: 'Knivsta kommun',
  shortName: 'Knivsta',
  colour: 5,
  mailDomains: ['knivsta.example'],
}

async function access(): Promise<AccessAnswer> {
  return accessSchema.parse(await (await anna.get(at('/access'))).json())
}

async function ask(): Promise<string> {
  await karim.post(at('/requests'), { message: '' })
  await expect.poll(async () => (await access()).requests).toHaveLength(1)
  return (await access()).requests[0]?.id ?? ''
}

async function invite(address: string): Promise<string> {
  await anna.post(at('/invitations'), { addresses: [address], role: 'reader', message: '' })
  return (await access()).invitations.find(invitation => invitation.address === address)?.id ?? ''
}

async function makeGuestLink() {
  const asked = { label: 'Konsult', partyId: 'af', role: 'reader', endsOn: '2999-01-01' }
  return guestLinkMadeSchema.parse(await (await anna.post(at('/guest-links'), asked)).json())
}

async function secretTo(address: string): Promise<string> {
  const folder = join(server.dataDir, 'mailbox')
  for (const name of await readdir(folder)) {
    const letter = await readFile(join(folder, name), 'utf8')
    const secret = /#([\w-]{43})\s/.exec(letter)?.[1]
    if (letter.includes(`To: ${address}\r\n`) && secret) return secret
  }
  throw new Error(`There is no letter to ${address}.`)
}

/** What is on disk, oldest first. */
async function noted(): Promise<AuditAct[]> {
  const folder = join(server.dataDir, 'audit')
  const files = (await readdir(folder)).filter(name => /^\d+/.test(name)).toSorted()
  const texts = await Promise.all(files.map(async name => await readFile(join(folder, name), 'utf8')))
  return [...texts.join('').matchAll(/"act":"(\w+)"/g)].map(([, act]) => act as AuditAct)
}

/** Each act: what comes before it, and the act itself. None of it follows on another. */
const doing: Partial<
  Record<AuditAct, readonly [before: () => Promise<unknown>, act: (given: never) => Promise<unknown>]>
> = {
  signedIn: [async () => {}, () => server.enter('elin')],
  signedOut: [() => server.enter('elin'), (elin: Visitor) => elin.delete('/api/session')],
  signInRefused: [async () => {}, () => anna.post('/api/sign-in/mail-link/redeem', noSecret)],
  sessionEnded: [() => server.enter('elin'), (elin: Visitor) => elin.delete('/api/sessions')],
  linkAsked: [async () => {}, () => anna.post('/api/sign-in/mail-link', { address: 'karim@af.example' })],
  created: [async () => {}, () => anna.newApplicationAlone()],
  opened: [
    async () => {},
    async () => {
      const line = await anna.join(id)
      await line.close()
      await expect.poll(async () => (await noted()).at(-1)).toBe('opened')
    },
  ],
  memberAdded: [async () => {}, letKarimIn],
  roleChanged: [letKarimIn, () => anna.put(at('/members/karim'), { role: 'reviewer' })],
  memberRemoved: [letKarimIn, () => anna.delete(at('/members/karim'))],
  invited: [async () => {}, () => invite('ett@af.example')],
  invitationResent: [() => invite('ett@af.example'), (it: string) => anna.post(at(`/invitations/${it}`), {})],
  invitationRevoked: [() => invite('ett@af.example'), (it: string) => anna.delete(at(`/invitations/${it}`))],
  invitationTaken: [
    async () => {
      await invite('tar@af.example')
      await expect.poll(() => secretTo('tar@af.example').catch(() => null)).not.toBeNull()
      return { secret: await secretTo('tar@af.example'), name: 'Siv Ek', title: '' }
    },
    (asked: object) => fresh('/api/sign-in/invitation', asked),
  ],
  guestLinkMade: [async () => {}, makeGuestLink],
  guestLinkRevoked: [
    async () => (await makeGuestLink()).link.id,
    (linkId: string) => anna.delete(at(`/guest-links/${linkId}`)),
  ],
  guestEntered: [
    async () => ({ secret: (await makeGuestLink()).secret, name: 'Siv Ek' }),
    (asked: object) => fresh('/api/sign-in/guest', asked),
  ],
  accessAsked: [() => anna.delete(at('/members/karim')), () => karim.post(at('/requests'), { message: '' })],
  accessGranted: [ask, (request: string) => anna.post(at(`/requests/${request}`), { role: 'reader' })],
  accessDenied: [
    async () => {
      await anna.delete(at('/members/karim'))
      return await ask()
    },
    (request: string) => anna.delete(at(`/requests/${request}`)),
  ],
  sectionClosed: [async () => {}, () => anna.put(at('/sections/background'), { is: 'finished' })],
  columnsLimited: [
    async () => {},
    () => anna.put(at('/sections/budget'), { is: 'columns', limited: [{ partyId: 'fk', column: 'owner' }] }),
  ],
  sectionOpened: [
    () => anna.put(at('/sections/background'), { is: 'finished' }),
    () => anna.put(at('/sections/background'), { is: 'open' }),
  ],
  commentReleased: [
    () => anna.post(at('/comments'), internalComment),
    () => anna.put(at(`/comments/${internalComment.id}`), { isInternal: false }),
  ],
  adviceOpened: [async () => {}, () => anna.put(at('/advice'), { open: true })],
  adviceClosed: [
    () => anna.put(at('/advice'), { open: true }),
    () => anna.put(at('/advice'), { open: false }),
  ],
  organisationChanged: [
    async () => {},
    () => ingrid.post('/api/organisations', { ...organisation, kind: 'kommun', signIn: 'mailLink' }),
  ],
  personChanged: [async () => {}, () => anna.put('/api/me', { name: 'Anna Lindholm', title: 'chef' })],
  personDeactivated: [
    async () => {},
    () => ingrid.post('/api/persons/sofia/deactivate', { shownAs: 'former' }),
  ],
  personReactivated: [
    () => ingrid.post('/api/persons/sofia/deactivate', { shownAs: 'former' }),
    () => ingrid.post('/api/persons/sofia/reactivate', {}),
  ],
  ownDataExported: [async () => {}, () => anna.get('/api/me/data')],
  logExported: [async () => {}, () => anna.get(at('/log.csv'))],
  versionMade: [async () => {}, () => anna.post(at('/versions'), { name: 'Ett', note: '' })],
  versionOpened: [async () => {}, () => anna.get(at('/versions/1'))],
  versionRestored: [async () => {}, () => anna.post(at('/versions/1/restore'), { note: '' })],
  roundSent: [inRound, ({ byAnna }: InRound) => byAnna.send({ purpose: 'information', recipients: toHeby })],
  roundChanged: [inRound, ({ byAnna }: InRound) => byAnna.change(1, { is: 'textIsOpen', textIsOpen: true })],
  roundOver: [
    async () => {
      const here = await inRound()
      // As long as another is open, the ansökan stays where it is.
      await here.byAnna.send({ recipients: toHeby })
      return here
    },
    ({ byAnna }: InRound) => byAnna.change(1, { is: 'close' }),
  ],
  roundReminded: [inRound, ({ byAnna }: InRound) => byAnna.remind(1, 'heby')],
  replySent: [inRound, ({ byIngrid }: InRound) => byIngrid.send()],
  replyReopened: [answered, ({ byIngrid }: InRound) => byIngrid.reopen()],
  oppositionLifted: [answered, ({ byIngrid }: InRound) => byIngrid.lift('x')],
  oppositionRecorded: [
    answered,
    ({ path }: InRound) => anna.put(`${path}/replies/heby/opposition`, { reason: 'x' }),
  ],
  remarkAnswered: [
    answered,
    ({ path, remarkId }: InRound) => anna.put(`${path}/replies/heby/remarks/${remarkId}`, verdict),
  ],
  compilationPublished: [answered, ({ byAnna }: InRound) => byAnna.change(1, { is: 'publish' })],
  exported: [answered, ({ path }: InRound) => anna.get(`${path}/compilation.csv`)],
  refused: [async () => {}, () => anna.get('/api/persons')],
}

type InRound = Awaited<ReturnType<typeof inRound>>

/** An ansökan in which Ingrid has written what her party opposes. */
async function inRound() {
  const applicationId = await anna.newApplicationAlone()
  const lead = { personId: 'ingrid', partyId: 'heby', role: 'partyLead' }
  await anna.post(`/api/applications/${applicationId}/members`, lead)
  const byAnna = new RoundsOf(anna, applicationId)
  const byIngrid = new Answering(ingrid, applicationId)
  await byAnna.send({ recipients: toHeby, repliesAreSeen: 'whenSent' })
  const draft = await byIngrid.join()
  let remarkId = ''
  await draft.write(doc => {
    take(doc, 'opposes')
    remarkId = remark(doc, { text: 'x' })
  })
  await draft.close()
  return { byAnna, byIngrid, remarkId, path: `/api/applications/${applicationId}/rounds/1` }
}

async function answered(): Promise<InRound> {
  const here = await inRound()
  await here.byIngrid.send()
  return here
}

/** Asks in a browser that nobody has used. */
async function fresh(path: string, asked: object): Promise<Response> {
  return await fetch(`${server.origin}${path}`, {
    method: 'POST',
    headers: { origin: server.origin, 'content-type': 'application/json' },
    body: JSON.stringify(asked),
  })
}

/**
 * Acts that nothing does yet; and those with tests of their own: the word of the program itself, and what is done with
 * another act.
 */
const notYet: readonly AuditAct[] = ['stateChanged', 'logBroken', 'successorNamed', 'movedToForm']

it.each(auditActs.filter(act => !notYet.includes(act)))('%s is noted by exactly one line', async act => {
  const [before, does] = doing[act] ?? []
  const given = await before?.()
  const already = (await noted()).length
  await does?.(given as never)
  // What is noted without being waited for is on disk when another act has been noted after it.
  await anna.get('/api/me/data')
  expect((await noted()).slice(already, -1)).toEqual([act])
})
