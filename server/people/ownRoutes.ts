import { type Context, Hono } from 'hono'
import type { OwnData, OwnTraces } from '../../shared/http/people.ts'
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
  /** What ansökningar and the log have of a person. */
  readonly tracesOf: (personId: string) => Promise<OwnTraces>
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
    const id = c.req.param('id')
    const isOwn = id === sessions.idOf(cookie.secret(c) ?? '')
    if (!sessions.list(me.person.id).some(session => session.id === id)) throw new Refused('unknownSession')
    await audit.note({ act: 'sessionEnded', me, details: { what: 'one' } })
    // Ended from elsewhere meanwhile, it is as it was to be.
    await sessions.endOne(me.person.id, id)
    if (isOwn) cookie.clear(c)
    return c.body(null, 204)
  })

  routes.delete('/sessions', async c => {
    const me = c.get('me')
    await audit.note({ act: 'sessionEnded', me, details: { what: 'all' } })
    await sessions.endAllOf(me.person.id)
    cookie.clear(c)
    return c.body(null, 204)
  })

  routes.put('/me', async c => {
    const me = c.get('me')
    const { name, title } = await parseBody(c, correctMeSchema)
    const details = { person: me.person.id, what: 'corrected' }
    const first = () => audit.note({ act: 'personChanged', me, details })
    await people.provided(first).correct(me.person.id, name, title)
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
      ...(await parts.tracesOf(id)),
    }
  }
  return routes
}
