import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { z } from 'zod'
import type { AuditAct } from '../../../shared/http/auditLog.ts'
import {
  addOrganisationSchema,
  addPersonSchema,
  changeOrganisationSchema,
  changePersonSchema,
  deactivateSchema,
  nameSuccessorSchema,
  type OrganisationsAnswer,
  type PersonAdded,
  type PersonShown,
  personsTogether,
  type SuccessorsAnswer,
} from '../../../shared/http/people.ts'
import type { AuditLog } from '../../audit/AuditLog.ts'
import { parseBody } from '../../http/parseBody.ts'
import { parseQuery } from '../../http/parseQuery.ts'
import { Refused } from '../../http/refuse.ts'
import { accountLetter } from '../../mail/letters/accountLetter.ts'
import { type MailQueue, MailQueueFull } from '../../mail/MailQueue.ts'
import { DiskFault } from '../../storage/diskFault.ts'
import { AddressTaken, type People } from '../People.ts'
import type { First } from '../PeopleChanges.ts'
import type { SessionCookie, SignedIn } from '../sessionCookie.ts'
import type { Sessions } from '../sessions.ts'
import type { Administration } from './Administration.ts'
import type { Succession } from './Succession.ts'

export interface AdministrationRoutes {
  readonly administration: Administration
  readonly succession: Succession
  readonly people: People
  readonly sessions: Sessions
  readonly cookie: SessionCookie
  readonly mail: Pick<MailQueue, 'send'>
  readonly audit: Pick<AuditLog, 'note'>
  /** Where people reach the program, without a path. */
  readonly address: () => string
  /** Whether any organisation's own sign-in is set up. */
  readonly hasOpenId: boolean
  /** Where the own sign-in of a party begins; null when it is not set up. */
  readonly openIdOf: (partyId: string) => string | null
}

/** How long after a sign-in organisations and people are changed (limits.md 40). */
const freshForMs = 30 * 60_000

const personsQuery = z.strictObject({ q: z.string().max(100).default('') })

/** `/api/organisations` and `/api/persons`: for those who look after the program, and nobody else. */
export function administrationRoutes(parts: AdministrationRoutes): Hono<SignedIn> {
  const { administration, succession, people, sessions, audit, hasOpenId } = parts
  const routes = new Hono<SignedIn>()
  const mustAdminister = (c: Context<SignedIn>): void => {
    if (!people.isAdministrator(c.get('me').person.id)) throw new Refused('mayNot')
  }
  /** Where her organisation has a sign-in of its own, a session by a link is over: that was hers, then. */
  const mustBeFresh = (c: Context<SignedIn>): void => {
    const ageMs = sessions.ageMs(parts.cookie.secret(c) ?? '')
    if (ageMs === null || ageMs > freshForMs) throw new Refused('freshSignInNeeded')
  }
  const administratorsOnly: MiddlewareHandler<SignedIn> = async (c, next) => {
    mustAdminister(c)
    if (c.req.method !== 'GET') mustBeFresh(c)
    await next()
  }
  routes.use('/organisations/*', administratorsOnly)
  routes.use('/persons/*', administratorsOnly)

  /** Notes a change right before it is made, if she may make it still. */
  const noting = (
    c: Context<SignedIn>,
    act: AuditAct,
    details: (id: string) => Readonly<Record<string, string>>,
  ): First => {
    return async id => {
      mustAdminister(c)
      await audit.note({ act, me: c.get('me'), details: details(id) })
    }
  }
  const shown = (id: string): PersonShown => ({
    ...administration.person(id),
    ownsAlone: succession.countOf(id),
  })

  routes.get('/organisations', c =>
    c.json({
      organisations: administration.organisations(),
      signIns: hasOpenId ? ['mailLink', 'openId'] : ['mailLink'],
    } satisfies OrganisationsAnswer),
  )

  routes.post('/organisations', async c => {
    const asked = await parseBody(c, addOrganisationSchema)
    // It is set up for the id, which it has not got yet.
    if (asked.signIn === 'openId') throw new Refused('noOwnSignIn', ['signIn'])
    const first = noting(c, 'organisationChanged', party => ({ party, what: 'added' }))
    return c.json(await administration.provided(first).addOrganisation(asked), 201)
  })

  routes.put('/organisations/:id', async c => {
    const asked = await parseBody(c, changeOrganisationSchema)
    const id = c.req.param('id')
    // Nobody of theirs could get in.
    if (asked.signIn === 'openId' && parts.openIdOf(id) === null) throw new Refused('noOwnSignIn', ['signIn'])
    const first = noting(c, 'organisationChanged', party => {
      const isSwitched = asked.signIn === 'openId' && people.signInOf(id) !== 'openId'
      return { party, what: isSwitched ? 'ownSignIn' : 'changed' }
    })
    const organisation = await administration.provided(first).changeOrganisation(id, asked)
    if (asked.signIn === 'openId') await sessions.endByLink(id)
    return c.json(organisation)
  })

  routes.get('/persons', c => {
    const { q } = parseQuery(c, personsQuery)
    const { ids, more } = administration.persons(q, personsTogether)
    return c.json({ persons: ids.map(shown), more })
  })

  routes.post('/persons', async c => {
    const { name, title, address } = await parseBody(c, addPersonSchema)
    const party = people.partyOf(address)
    if (!party) throw new Refused('noParty', ['address'])
    const first = noting(c, 'personChanged', person => ({ person, party: party.id, what: 'added' }))
    try {
      const somebody = { name, title, address, partyId: party.id, isGuest: false }
      const id = await people.provided(first).add(somebody)
      const isTold = await tellAdded(c, address, party.name, party.id)
      return c.json({ person: shown(id), isTold } satisfies PersonAdded, 201)
    } catch (fault) {
      if (fault instanceof AddressTaken) throw new Refused('addressTaken', ['address'])
      throw fault
    }
  })

  /** False when the letter could not be queued. She is there all the same, and the administrator is told so. */
  const tellAdded = async (c: Context<SignedIn>, to: string, partyName: string, partyId: string) => {
    const { person, party } = c.get('me')
    const giver = { name: person.name, partyName: party.name }
    const hasOwnSignIn = people.signInOf(partyId) === 'openId'
    const link = `${parts.address()}/`
    try {
      await parts.mail.send(accountLetter({ to, link, giver, partyName, hasOwnSignIn }))
      return true
    } catch (fault) {
      if (fault instanceof MailQueueFull || fault instanceof DiskFault) return false
      throw fault
    }
  }

  routes.put('/persons/:id', async c => {
    const asked = await parseBody(c, changePersonSchema)
    const first = noting(c, 'personChanged', person => {
      if (asked.isAdministrator === people.isAdministrator(person)) return { person, what: 'changed' }
      return { person, what: asked.isAdministrator ? 'madeAdministrator' : 'noLongerAdministrator' }
    })
    const { id } = await administration.provided(first).changePerson(c.req.param('id'), asked)
    return c.json(shown(id))
  })

  routes.get('/persons/:id/successors', c => {
    const { id } = administration.person(c.req.param('id'))
    const successors = succession.successorsOf(id)
    return c.json({ ownsAlone: succession.countOf(id), successors } satisfies SuccessorsAnswer)
  })

  // Somebody who has left without one: as it could be before successors were asked for.
  routes.post('/persons/:id/successor', async c => {
    const { successorId } = await parseBody(c, nameSuccessorSchema)
    const { id } = administration.person(c.req.param('id'))
    await succession.handOver(c.get('me'), id, successorId, () => mustAdminister(c))
    return c.json(shown(id))
  })

  routes.post('/persons/:id/deactivate', async c => {
    const { shownAs, successorId } = await parseBody(c, deactivateSchema)
    const note = noting(c, 'personDeactivated', person => ({ person, what: shownAs }))
    const first: First = async person => {
      const check = () => mustAdminister(c)
      if (successorId !== undefined) await succession.handOver(c.get('me'), person, successorId, check)
      if (succession.countOf(person) > 0) throw new Refused('successorNeeded', ['successorId'])
      await note(person)
    }
    const { id } = await administration.provided(first).deactivate(c.req.param('id'), shownAs)
    await sessions.endAllOf(id)
    return c.json(shown(id))
  })

  routes.post('/persons/:id/reactivate', async c => {
    const first = noting(c, 'personReactivated', person => ({ person }))
    const { id } = await administration.provided(first).reactivate(c.req.param('id'))
    return c.json(shown(id))
  })

  routes.delete('/persons/:id/open-ids', async c => {
    const first = noting(c, 'personChanged', person => ({ person, what: 'unlinked' }))
    const { id } = await administration.provided(first).unlinkOpenIds(c.req.param('id'))
    await sessions.endAllOf(id)
    return c.json(shown(id))
  })

  return routes
}
