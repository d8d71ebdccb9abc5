import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { mayReply, type RoundStanding, seesDraft } from '../../../../shared/consultation/roundRules.ts'
import type { Role } from '../../../../shared/people/role.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { Visitor } from '../../../harness/rawClient.ts'
import { RoundsOf } from '../roundsOf.ts'
import { Answering, leaveDrafts, refusalOf, sum, take } from './Answering.ts'

let server: DemoServer
/** Anna owns it, and Ingrid of the same party is what the table says. */
let anna: Visitor
let ingrid: Visitor

afterEach(leaveDrafts)

const roles: readonly (Role | null)[] = [
  ...['ownerEditor', 'partyEditor', 'partyLead', 'reviewer', 'signatory', 'reader'],
  null,
] as (Role | null)[]

/** What has happened to the round, and to the answer. */
const situations = {
  asked: { isOver: false, hasReplied: false, isReplacing: false },
  answered: { isOver: false, hasReplied: true, isReplacing: false },
  replacing: { isOver: false, hasReplied: true, isReplacing: true },
  closed: { isOver: true, hasReplied: false, isReplacing: false },
  closedAnswered: { isOver: true, hasReplied: true, isReplacing: false },
} as const

async function laid(situation: keyof typeof situations, purpose: 'remarks' | 'proof') {
  const id = await anna.newApplicationAlone()
  const lead = { personId: 'ingrid', partyId: 'heby', role: 'partyLead' }
  await anna.post(`/api/applications/${id}/members`, lead)
  const recipients = [{ partyId: 'heby', personIds: ['ingrid'] }]
  await new RoundsOf(anna, id).send({ purpose, recipients })
  const byIngrid = new Answering(ingrid, id)
  const draft = await byIngrid.join()
  await draft.write(doc => take(doc, 'endorses'))
  const { isOver, hasReplied, isReplacing } = situations[situation]
  if (hasReplied) await byIngrid.send()
  if (isReplacing) await byIngrid.reopen()
  const draftId = await byIngrid.begin()
  await draft.close()
  if (isOver) await new RoundsOf(anna, id).change(1, { is: 'close' })
  return { id, draftId }
}

describe.each(['remarks', 'proof'] as const)('in a round for %s', purpose => {
  beforeAll(async () => {
    server = await DemoServer.start()
    anna = await server.enter('anna')
    ingrid = await server.enter('ingrid')
  })
  afterAll(async () => await server.dispose())

  describe.each(Object.keys(situations) as (keyof typeof situations)[])('that is %s', situation => {
    it.each(roles)('somebody who is %s does what the rule says, and nothing else', async role => {
      const { id, draftId } = await laid(situation, purpose)
      const at = `/api/applications/${id}/members/ingrid`
      expect((await (role === null ? anna.delete(at) : anna.put(at, { role }))).ok).toBe(true)
      const { isOver, hasReplied, isReplacing } = situations[situation]
      const state = isOver ? 'draft' : purpose === 'proof' ? 'proofreading' : 'reviewRound'
      const standing = role && ({ role, state, adviceIsOpen: false, textIsOpen: false } as const)
      const round: RoundStanding = {
        ...{ purpose, closesOn: null, textIsOpen: false, isOver, isPublished: false },
        ...{ repliesAreSeen: 'whenOver', parties: ['heby'] },
      }
      const asking = { partyId: 'heby', isGuest: false }
      const may = (act: 'draft' | 'send' | 'replace') =>
        mayReply(standing, asking, round, hasReplied, '2026-11-22', act)

      // The draft, over the line and over HTTP.
      const line = await ingrid.open(draftId)
      const loaded = line.load().then(
        () => null,
        () => line.closed,
      )
      const closed = await loaded
      const sees = seesDraft(standing, asking, round)
      expect(closed?.reason ?? 'open').toBe(sees ? 'open' : 'unknownDocument')
      const whole = await ingrid.get(`/api/applications/${draftId}/state`)
      expect(whole.status).toBe(sees ? 200 : 404)
      const mayWrite = may('draft') && (!hasReplied || isReplacing)
      if (sees) {
        const written = await refusalOf(line.write(doc => sum(doc, 'x')))
        expect(written === 'done').toBe(mayWrite)
      }
      if (!line.isClosed) await line.close()

      const byIngrid = new Answering(ingrid, id)
      const outcome = async (trying: Promise<unknown>) => (await refusalOf(trying)) === 'done'
      expect(await outcome(byIngrid.begin())).toBe(may('draft'))
      expect(await outcome(byIngrid.attach('a', Buffer.from('a')))).toBe(mayWrite)
      // Whatever is sent or opened changes what the next may do: so these come last, and what is refused first.
      if (!may('replace') || !hasReplied) expect(await outcome(byIngrid.reopen())).toBe(false)
      const maySend = may('send') && (!hasReplied || isReplacing)
      expect(await outcome(byIngrid.send(hasReplied ? 1 : 0))).toBe(maySend)
      if (may('replace') && hasReplied) expect(await outcome(byIngrid.reopen())).toBe(true)
    })
  })
})
