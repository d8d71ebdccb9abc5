import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { z } from 'zod'
import type { AuditAct } from '../../../shared/http/auditLog.ts'
import {
  addOrganisationSchema,
  addPersonSchema,
  changeOrganisationSchema,
  changePersonSchema,
  deactivateSchema,
  type OrganisationsAnswer,
  personsTogether,
} from '../../../shared/http/people.ts'
import type { AuditLog } from '../../audit/AuditLog.ts'
import { parseBody } from '../../http/parseBody.ts'
import { parseQuery } from '../../http/parseQuery.ts'
import { Refused } from '../../http/refuse.ts'
import { AddressTaken, type People } from '../People.ts'
import type { SignedIn } from '../sessionCookie.ts'
import type { Sessions } from '../sessions.ts'
import type { Administration } from './Administration.ts'

export interface AdministrationRoutes {
  readonly administration: Administration
  readonly people: People
  readonly sessions: Sessions
  readonly audit: Pick<AuditLog, 'note'>
  /** Whether any organisation's own sign-in is set up. */
  readonly hasOpenId: boolean
  /** Where the own sign-in of a party begins; null when it is not set up. */
  readonly openIdOf: (partyId: string) => string | null
}

const personsQuery = z.strictObject({ q: z.string().max(100).default('') })

/** `/api/organisations` and `/api/persons`: for those who look after the program, and nobody else. */
export function administrationRoutes(parts: AdministrationRoutes): Hono<SignedIn> {
  const { administration, people, sessions, audit, hasOpenId } = parts
  const routes = new Hono<SignedIn>()
  const administratorsOnly: MiddlewareHandler<SignedIn> = async (c, next) => {
    if (!people.isAdministrator(c.get('me').person.id)) throw new Refused('mayNot')
    await next()
  }
  routes.use('/organisations/*', administratorsOnly)
  routes.use('/persons/*', administratorsOnly)
  const note = async (c: Context<SignedIn>, act: AuditAct, details: Readonly<Record<string, string>>) => {
    await audit.note({ act, me: c.get('me'), details })
  }

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
    const organisation = await administration.addOrganisation(asked)
    await note(c, 'organisationChanged', { party: organisation.id, what: 'added' })
    return c.json(organisation, 201)
  })

  routes.put('/organisations/:id', async c => {
    const asked = await parseBody(c, changeOrganisationSchema)
    const id = c.req.param('id')
    // Nobody of theirs could get in.
    if (asked.signIn === 'openId' && parts.openIdOf(id) === null) throw new Refused('noOwnSignIn', ['signIn'])
    const isSwitched = asked.signIn === 'openId' && people.signInOf(id) !== 'openId'
    const organisation = await administration.changeOrganisation(id, asked)
    if (asked.signIn === 'openId') await sessions.endByLink(id)
    await note(c, 'organisationChanged', { party: id, what: isSwitched ? 'ownSignIn' : 'changed' })
    return c.json(organisation)
  })

  routes.get('/persons', c => {
    const { q } = parseQuery(c, personsQuery)
    return c.json(administration.persons(q, personsTogether))
  })

  routes.post('/persons', async c => {
    const { name, title, address } = await parseBody(c, addPersonSchema)
    const party = people.partyOf(address)
    if (!party) throw new Refused('noParty', ['address'])
    try {
      const id = await people.add({ name, title, address, partyId: party.id, isGuest: false })
      await note(c, 'personChanged', { person: id, party: party.id, what: 'added' })
      return c.json(administration.person(id), 201)
    } catch (fault) {
      if (fault instanceof AddressTaken) throw new Refused('addressTaken', ['address'])
      throw fault
    }
  })

  routes.put('/persons/:id', async c => {
    const asked = await parseBody(c, changePersonSchema)
    const id = c.req.param('id')
    const before = administration.person(id)
    const person = await administration.changePerson(id, asked)
    const what =
      before.isAdministrator === person.isAdministrator
        ? 'corrected'
        : person.isAdministrator
          ? 'madeAdministrator'
          : 'noLongerAdministrator'
    await note(c, 'personChanged', { person: id, what })
    return c.json(person)
  })

  routes.post('/persons/:id/deactivate', async c => {
    const { shownAs } = await parseBody(c, deactivateSchema)
    const person = await administration.deactivate(c.req.param('id'), shownAs)
    await sessions.endAllOf(person.id)
    await note(c, 'personDeactivated', { person: person.id, what: shownAs })
    return c.json(person)
  })

  routes.post('/persons/:id/reactivate', async c => {
    const person = await administration.reactivate(c.req.param('id'))
    await note(c, 'personReactivated', { person: person.id })
    return c.json(person)
  })

  routes.delete('/persons/:id/open-ids', async c => {
    const person = await administration.unlinkOpenIds(c.req.param('id'))
    await sessions.endAllOf(person.id)
    await note(c, 'personChanged', { person: person.id, what: 'unlinked' })
    return c.json(person)
  })

  return routes
}
