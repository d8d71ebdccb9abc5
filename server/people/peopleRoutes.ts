import { Hono } from 'hono'
import { type AdministrationRoutes, administrationRoutes } from './administration/administrationRoutes.ts'
import { type OwnRoutes, ownRoutes } from './ownRoutes.ts'
import { type SearchRoutes, searchRoutes } from './searchRoutes.ts'
import { requireSession } from './sessionCookie.ts'
import { sessionRoutes } from './sessionRoutes.ts'
import type { WayRoutes } from './ways/WayIn.ts'

interface PeopleRoutes extends AdministrationRoutes, OwnRoutes, SearchRoutes {
  /** The routes of the ways in. */
  readonly ways: WayRoutes
}

/** What only somebody who is signed in may ask for. */
const signedIn = ['/sessions', '/me', '/people', '/organisations', '/persons']

/** `/api/…`: who is signed in, how one gets in, one's own data, and the people of the program. */
export function peopleRoutes(parts: PeopleRoutes): Hono {
  const routes = new Hono()
  const behindSession = requireSession(parts.sessions, parts.cookie)
  for (const path of signedIn) routes.use(`${path}/*`, behindSession)
  routes.route('/', sessionRoutes(parts))
  routes.route('/', parts.ways)
  routes.route('/', ownRoutes(parts))
  routes.route('/', searchRoutes(parts))
  routes.route('/', administrationRoutes(parts))
  return routes
}
