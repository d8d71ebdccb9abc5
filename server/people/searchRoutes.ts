import { Hono } from 'hono'
import { z } from 'zod'
import type { PeopleFound } from '../../shared/http/access.ts'
import type { Me } from '../../shared/http/session.ts'
import { parseQuery } from '../http/parseQuery.ts'
import { Refused } from '../http/refuse.ts'
import type { People } from './People.ts'
import type { SignedIn } from './sessionCookie.ts'

export interface SearchRoutes {
  readonly people: People
  /** The parties whose people somebody may let into an ansökan; null when there is none such for her. */
  readonly mayInvite: (applicationId: string, me: Me) => ReadonlySet<string> | null
}

const foundTogether = 10
const query = z.strictObject({ q: z.string().max(100), application: z.string().max(64) })

/** `GET /api/people`: people to let into an ansökan. Nobody else's people are found by it. */
export function searchRoutes({ people, mayInvite }: SearchRoutes): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  routes.get('/people', c => {
    const { q, application } = parseQuery(c, query)
    const partyIds = mayInvite(application, c.get('me'))
    if (partyIds === null) throw new Refused('unknownApplication')
    if (partyIds.size === 0) throw new Refused('mayNot')
    return c.json({ people: people.search(q, partyIds, foundTogether) } satisfies PeopleFound)
  })
  return routes
}
