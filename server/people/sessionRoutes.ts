import { Hono } from 'hono'
import type { Entrance } from './Entrance.ts'
import type { SessionCookie } from './sessionCookie.ts'
import type { Sessions } from './sessions.ts'

interface SessionRoutes {
  readonly sessions: Sessions
  readonly cookie: SessionCookie
  readonly entrance: Entrance
}

/** `/api/session`: who I am, which ways in there are, and the way out. */
export function sessionRoutes({ sessions, cookie, entrance }: SessionRoutes): Hono {
  const routes = new Hono()
  routes.get('/session', c => {
    const secret = cookie.secret(c)
    if (secret) sessions.seenBy(secret)()
    return c.json(entrance.answer(c))
  })
  routes.delete('/session', async c => {
    await entrance.leave(c)
    return c.body(null, 204)
  })
  return routes
}
