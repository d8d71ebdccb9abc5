import { Hono } from 'hono'
import type { Readiness } from './Readiness.ts'

/**
 * `/alive`: the program answers; if it does not, start it anew. `/ready`: people can be sent to it; if they
 * cannot (503), the answer says why. The root says both. Nothing here is secret, and nobody needs to sign in.
 */
export function healthRoutes(readiness: Pick<Readiness, 'reasons'>): Hono {
  const routes = new Hono()
  routes.get('/', async c => {
    const reasons = await readiness.reasons()
    const ready = reasons.length === 0
    return c.json({ alive: true, ready, reasons }, ready ? 200 : 503)
  })
  routes.get('/alive', c => c.json({ alive: true }))
  routes.get('/ready', async c => {
    const reasons = await readiness.reasons()
    const ready = reasons.length === 0
    return c.json({ ready, reasons }, ready ? 200 : 503)
  })
  return routes
}
