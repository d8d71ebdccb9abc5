import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono } from 'hono'
import { answerProblem } from '../http/refuse.ts'
import { exposition, expositionType } from './exposition.ts'
import { type Measured, measure } from './metrics.ts'
import type { MetricsAccess } from './metricsAccess.ts'

/** `GET /metrics`. Whoever may not read it is told what everybody is told of an address that does not exist. */
export function metricsRoutes(measured: Measured, access: MetricsAccess): Hono {
  const routes = new Hono()
  routes.get('/', async c => {
    const remoteAddress = getConnInfo(c).remote.address
    if (!access.allows({ remoteAddress, header: name => c.req.header(name) })) {
      return answerProblem(c, 'unknownAddress')
    }
    return c.body(exposition(await measure(measured)), 200, { 'content-type': expositionType })
  })
  return routes
}
