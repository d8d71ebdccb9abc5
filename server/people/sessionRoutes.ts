import { type Context, Hono } from 'hono'
import { enterDemoSchema, type SessionAnswer } from '../../shared/http/session.ts'
import { parseBody } from '../http/parseBody.ts'
import { Refused } from '../http/refuse.ts'
import type { Directory } from './directory.ts'
import type { SessionCookie } from './sessionCookie.ts'
import type { Sessions } from './sessions.ts'

interface SessionRoutes {
  readonly sessions: Sessions
  readonly cookie: SessionCookie
  readonly sessionHours: number
  /** The demo persons; null when demo mode is off. */
  readonly demo: Directory | null
}

/** Who I am, going in and going out. */
export function sessionRoutes({ sessions, cookie, sessionHours, demo }: SessionRoutes): Hono {
  const routes = new Hono()
  const answer = (c: Context, secret: string | undefined): SessionAnswer => ({
    me: sessions.find(secret ?? cookie.secret(c)),
    demoPersons: demo?.all() ?? [],
  })

  routes.get('/session', c => c.json(answer(c, undefined)))

  routes.post('/demo/session', async c => {
    const { personId } = await parseBody(c, enterDemoSchema)
    if (!demo) throw new Refused('mayNot')
    if (!demo.find(personId)) throw new Refused('malformedRequest', ['personId'])
    const before = cookie.secret(c)
    const secret = await sessions.begin(personId)
    // Its cookie is replaced, and nobody could end it any more.
    if (before) await sessions.end(before)
    cookie.set(c, secret, sessionHours * 3600)
    return c.json(answer(c, secret))
  })

  routes.delete('/session', async c => {
    const secret = cookie.secret(c)
    if (secret) await sessions.end(secret)
    cookie.clear(c)
    return c.body(null, 204)
  })

  return routes
}
