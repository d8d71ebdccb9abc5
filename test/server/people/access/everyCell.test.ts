import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applicationStates } from '../../../../shared/document/applicationState.ts'
import { type Act, may, type Standing } from '../../../../shared/people/may.ts'
import type { Role } from '../../../../shared/people/role.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import { applicants, type Visitor } from '../../../harness/rawClient.ts'

/** Which role each person has, in two ansökningar for every state. Per is of the förbund, and has none to be given. */
const casts = [
  { anna: 'ownerEditor', karim: 'partyEditor', elin: 'partyLead', sofia: 'reviewer', adviceIsOpen: false },
  { anna: 'ownerEditor', karim: 'signatory', elin: 'reader', sofia: null, adviceIsOpen: true },
] as const

type PersonId = 'anna' | 'karim' | 'elin' | 'sofia' | 'per'

interface Cell {
  readonly person: PersonId
  readonly id: string
  readonly standing: Standing | null
}

let server: DemoServer
const visitors = new Map<PersonId, Visitor>()
const cells: Cell[] = []

beforeAll(async () => {
  server = await DemoServer.start()
  const anna = await server.enter('anna')
  const laid = applicationStates.flatMap(state => casts.map(cast => ({ state, cast })))
  const ids = await Promise.all(laid.map(() => anna.newApplicationAlone()))
  await server.stop()
  for (const [place, { state, cast }] of laid.entries()) {
    const id = ids[place] ?? ''
    await put(id, state, cast)
    for (const person of ['anna', 'karim', 'elin', 'sofia', 'per'] as const) {
      const role: Role | null = person === 'per' ? 'officer' : cast[person]
      const { adviceIsOpen } = cast
      cells.push({ person, id, standing: role && { role, state, adviceIsOpen, textIsOpen: false } })
    }
  }
  await server.restart()
  for (const { person } of cells) visitors.set(person, await server.enter(person))
})
afterAll(async () => await server.dispose())

/** Puts an ansökan of a server that is stopped into a state, with a cast. */
async function put(id: string, state: string, cast: (typeof casts)[number]): Promise<void> {
  const change = async (name: string, changes: (record: Record<string, unknown>) => object) => {
    const file = server.documentFile(id, name)
    const record = JSON.parse(await readFile(file, 'utf8'))
    await writeFile(file, JSON.stringify({ ...record, ...changes(record) }))
  }
  await change('record.json', () => ({ state }))
  const since = '2026-01-01T00:00:00.000Z'
  await change('access.json', () => ({
    advice: cast.adviceIsOpen ? { by: 'anna@heby', at: since } : null,
    members: applicants.flatMap(({ personId, partyId }) => {
      const role = cast[personId]
      return role ? [{ personId, partyId, role, since, guestLinkId: null }] : []
    }),
  }))
}

function visitorOf({ person }: Cell): Visitor {
  const visitor = visitors.get(person)
  if (!visitor) throw new Error(`${person} has not entered.`)
  return visitor
}

/**
 * How each act is tried over HTTP, such that nothing comes of it: the status when it may be done. Refused it is 403,
 * or 404 for whoever may not know of the ansökan.
 */
const probes: Readonly<Record<Exclude<Act, 'writeText' | 'writeFields'>, { answers: number; try: Probe }[]>> =
  {
    read: [
      { answers: 200, try: (visitor, at) => visitor.get(at('')) },
      { answers: 200, try: (visitor, at) => visitor.get(at('/state')) },
      { answers: 200, try: (visitor, at) => visitor.get(at('/access')) },
      { answers: 200, try: (visitor, at) => visitor.get(at('/authors')) },
      { answers: 200, try: (visitor, at) => visitor.get(at('/rescued')) },
    ],
    share: [
      {
        answers: 400,
        try: (visitor, at) =>
          visitor.post(at('/guest-links'), {
            label: 'x',
            partyId: 'heby',
            role: 'reader',
            endsOn: '2020-01-01',
          }),
      },
    ],
    shareWithOwnParty: [
      {
        answers: 200,
        try: (visitor, at) =>
          visitor.post(at('/invitations'), { addresses: ['x@okand.example'], role: 'reader', message: '' }),
      },
      { answers: 404, try: (visitor, at) => visitor.delete(at('/invitations/0123456789abcdef')) },
      { answers: 404, try: (visitor, at) => visitor.delete(at('/requests/0123456789abcdef')) },
      { answers: 404, try: (visitor, at) => visitor.put(at('/members/nobody'), { role: 'reader' }) },
      { answers: 404, try: (visitor, at) => visitor.delete(at('/members/nobody')) },
    ],
    closeSections: [
      { answers: 404, try: (visitor, at) => visitor.put(at('/sections/finnsinte'), { is: 'finished' }) },
    ],
    openAdvice: [{ answers: 400, try: (visitor, at) => visitor.put(at('/advice'), {}) }],
    readLog: [{ answers: 200, try: (visitor, at) => visitor.get(at('/log')) }],
    readComments: [{ answers: 200, try: (visitor, at) => visitor.get(at('/comments')) }],
    comment: [{ answers: 400, try: (visitor, at) => visitor.post(at('/comments'), {}) }],
    readVersions: [
      { answers: 200, try: (visitor, at) => visitor.get(at('/versions')) },
      { answers: 404, try: (visitor, at) => visitor.get(at('/versions/999')) },
    ],
    makeVersion: [{ answers: 400, try: (visitor, at) => visitor.post(at('/versions'), {}) }],
    restoreVersion: [
      { answers: 404, try: (visitor, at) => visitor.post(at('/versions/999/restore'), { note: '' }) },
    ],
    readRounds: [
      { answers: 200, try: (visitor, at) => visitor.get(at('/rounds')) },
      { answers: 404, try: (visitor, at) => visitor.get(at('/rounds/99/version')) },
      { answers: 404, try: (visitor, at) => visitor.post(at('/rounds/99/opened'), {}) },
      { answers: 404, try: (visitor, at) => visitor.get(at('/rounds/99/replies')) },
      {
        answers: 404,
        try: (visitor, at) => visitor.get(at(`/rounds/99/replies/af/attachments/${'0'.repeat(64)}`)),
      },
      { answers: 404, try: (visitor, at) => visitor.get(at('/rounds/99/records')) },
      { answers: 404, try: (visitor, at) => visitor.get(at('/rounds/99/records/register.csv')) },
      { answers: 404, try: (visitor, at) => visitor.get(at('/rounds/99/records/af/svar-1.html')) },
      { answers: 404, try: (visitor, at) => visitor.get(at('/rounds/99/compilation.html')) },
      { answers: 404, try: (visitor, at) => visitor.get(at('/rounds/99/compilation.csv')) },
    ],
    holdRounds: [
      { answers: 400, try: (visitor, at) => visitor.post(at('/rounds'), {}) },
      { answers: 404, try: (visitor, at) => visitor.put(at('/rounds/99'), { is: 'close' }) },
      { answers: 404, try: (visitor, at) => visitor.post(at('/rounds/99/reminders'), { partyIds: ['af'] }) },
      {
        answers: 404,
        try: (visitor, at) => visitor.put(at('/rounds/99/replies/af/opposition'), { reason: 'x' }),
      },
      {
        answers: 404,
        try: (visitor, at) => visitor.put(at('/rounds/99/replies/af/remarks/a'), { reply: 1, answer: null }),
      },
    ],
    reply: [
      { answers: 404, try: (visitor, at) => visitor.post(at('/rounds/99/reply'), {}) },
      { answers: 404, try: (visitor, at) => visitor.post(at('/rounds/99/reply/attachments?name=a'), {}) },
    ],
    sendReply: [
      { answers: 404, try: (visitor, at) => visitor.post(at('/rounds/99/reply/send'), { replaces: 0 }) },
      { answers: 404, try: (visitor, at) => visitor.post(at('/rounds/99/reply/reopen'), {}) },
    ],
    liftOpposition: [
      { answers: 404, try: (visitor, at) => visitor.post(at('/rounds/99/reply/lift'), { reason: 'x' }) },
    ],
    moveToForm: [
      { answers: 409, try: (visitor, at) => visitor.get(at('/move?to=2016')) },
      {
        answers: 409,
        try: (visitor, at) => visitor.post(at('/move'), { to: '2016', hash: '0'.repeat(64), placements: {} }),
      },
    ],
  }

type Probe = (visitor: Visitor, at: (rest: string) => string) => Promise<Response>

/** What a refusal looks like: an ansökan that she may not read is unknown to her. */
function refusalOf(standing: Standing | null): string {
  return may(standing, 'read') ? 'mayNot' : 'unknownApplication'
}

async function outcomeOf(answer: Response): Promise<string> {
  if (answer.status !== 403 && answer.status !== 404) return String(answer.status)
  const { kind } = (await answer.json()) as { kind: string }
  return kind === 'mayNot' || kind === 'unknownApplication' ? kind : String(answer.status)
}

describe('every person in every state', () => {
  it.each(Object.keys(probes) as (keyof typeof probes)[])('may %s over HTTP as the table says', async act => {
    const wrong: unknown[] = []
    for (const cell of cells) {
      for (const [which, probe] of probes[act].entries()) {
        const outcome = await outcomeOf(
          await probe.try(visitorOf(cell), rest => `/api/applications/${cell.id}${rest}`),
        )
        const expected = may(cell.standing, act) ? String(probe.answers) : refusalOf(cell.standing)
        if (outcome !== expected) wrong.push({ ...cell, act, which, outcome, expected })
      }
    }
    expect(wrong).toEqual([])
  })

  it('sees in the list what she may read, and nothing else', async () => {
    for (const [person, visitor] of visitors) {
      const listed = (await visitor.applications()).map(({ id }) => id)
      const readable = cells.filter(cell => cell.person === person && may(cell.standing, 'read'))
      const laid = new Set(cells.map(({ id }) => id))
      expect(listed.filter(id => laid.has(id)).sort()).toEqual(readable.map(({ id }) => id).sort())
    }
  })

  it('joins what she may read, and writes text and fields as the table says', async () => {
    const wrong: unknown[] = []
    for (const cell of cells) {
      for (const act of ['writeText', 'writeFields'] as const) {
        const outcome = await writing(cell, act)
        const reads = may(cell.standing, 'read')
        const expected = may(cell.standing, act) ? 'saved' : reads ? 'mayNotWrite' : 'unknownDocument'
        if (outcome !== expected) wrong.push({ ...cell, act, outcome, expected })
      }
    }
    expect(wrong).toEqual([])
  }, 60_000)
})

/** Writes over a socket, and tells what came of it. */
async function writing(cell: Cell, act: 'writeText' | 'writeFields'): Promise<string | null> {
  const line = await visitorOf(cell).open(cell.id)
  const loaded = line.load().then(
    () => true,
    () => false,
  )
  if (!(await loaded)) {
    expect(line.frames).toEqual([])
    return (await line.closed).reason
  }
  line.doc.transact(() => {
    if (act === 'writeFields') line.doc.getMap('budgetAmount').set('total', 1000)
    else line.doc.getXmlFragment('background').push([new Y.XmlElement('paragraph')])
  })
  const saved = line.saved().then(
    () => 'saved',
    () => line.all('refused')[0]?.refusal ?? 'lost',
  )
  const outcome = await saved
  await line.close()
  return outcome
}
