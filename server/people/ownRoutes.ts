import { type Context, Hono } from 'hono'
import type { OwnData } from '../../shared/http/people.ts'
import { correctMeSchema, type SessionsAnswer } from '../../shared/http/signIn.ts'
import type { AuditLog } from '../audit/AuditLog.ts'
import { parseBody } from '../http/parseBody.ts'
import { Refused } from '../http/refuse.ts'
import type { Entrance } from './Entrance.ts'
import type { People } from './People.ts'
import type { SessionCookie, SignedIn } from './sessionCookie.ts'
import type { Sessions } from './sessions.ts'

export interface OwnRoutes {
  readonly people: People
  readonly sessions: Sessions
  readonly cookie: SessionCookie
  readonly entrance: Entrance
  readonly audit: Pick<AuditLog, 'note'>
  /** The ansökningar that a person has a role in. */
  readonly membershipsOf: (personId: string) => OwnData['memberships']
  /** What the log says that a person has done. */
  readonly logOf: (personId: string) => Promise<OwnData['log']>
}

/** `/api/sessions` and `/api/me`: what somebody sees and does of her own. */
export function ownRoutes(parts: OwnRoutes): Hono<SignedIn> {
  const { people, sessions, cookie, entrance, audit } = parts
  const routes = new Hono<SignedIn>()
  const shortName = (partyId: string) => people.party(partyId)?.shortName ?? ''

  routes.get('/sessions', c => {
    const own = sessions.idOf(cookie.secret(c) ?? '')
    const shown = sessions.list(c.get('me').person.id).map(({ partyId, ...session }) => ({
      ...session,
      partyShortName: shortName(partyId),
      isThis: session.id === own,
    }))
    return c.json({ sessions: shown } satisfies SessionsAnswer)
  })

  routes.delete('/sessions/:id', async c => {
    const me = c.get('me')
    const isOwn = c.req.param('id') === sessions.idOf(cookie.secret(c) ?? '')
    if (!(await sessions.endOne(me.person.id, c.req.param('id')))) throw new Refused('unknownSession')
    await audit.note({ act: 'sessionEnded', me, details: { what: 'one' } })
    if (isOwn) cookie.clear(c)
    return c.body(null, 204)
  })

  routes.delete('/sessions', async c => {
    const me = c.get('me')
    await sessions.endAllOf(me.person.id)
    await audit.note({ act: 'sessionEnded', me, details: { what: 'all' } })
    cookie.clear(c)
    return c.body(null, 204)
  })

  routes.put('/me', async c => {
    const me = c.get('me')
    const { name, title } = await parseBody(c, correctMeSchema)
    await people.correct(me.person.id, name, title)
    await audit.note({ act: 'personChanged', me, details: { person: me.person.id, what: 'corrected' } })
    return c.json(entrance.answer(c))
  })

  routes.get('/me/data', async c => {
    const me = c.get('me')
    const data = await dataOf(c)
    await audit.note({ act: 'ownDataExported', me, details: { format: 'json' } })
    c.header('content-disposition', 'attachment; filename="samskriv-mina-uppgifter.json"')
    c.header('content-type', 'application/json')
    return c.body(`${JSON.stringify(data, null, 2)}\n`)
  })

  const dataOf = async (c: Context<SignedIn>): Promise<OwnData> => {
    const { id } = c.get('me').person
    const record = people.record(id)
    if (!record) throw new Refused('unknownPerson')
    const { name, title, address, partyIds, isAdministrator, isGuest, openIds, createdAt } = record
    const parties = partyIds.map(partyId => people.party(partyId)?.name ?? partyId)
    return {
      person: { id, name, title, address, parties, isAdministrator, isGuest, openIds, createdAt },
      sessions: sessions.list(id).map(({ way, device, partyId, beganAt, seenAt }) => ({
        way,
        device,
        party: shortName(partyId),
        beganAt,
        seenAt,
      })),
      memberships: parts.membershipsOf(id),
      log: await parts.logOf(id),
    }
  }
  return routes
}
