import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { routePath } from 'hono/route'
import { applicationRoutes } from './document/applicationRoutes.ts'
import { imageRoutes } from './document/imageRoutes.ts'
import { rescuedRoutes } from './document/rescuedRoutes.ts'
import { LargeAnswers } from './http/LargeAnswers.ts'
import { limitBody } from './http/limitBody.ts'
import { type Origins, requireOwnOrigin } from './http/origins.ts'
import { jsonMaxBytes } from './http/parseBody.ts'
import { answerProblem, Refused } from './http/refuse.ts'
import { securityHeaders } from './http/securityHeaders.ts'
import { staticClient } from './http/staticClient.ts'
import { healthRoutes } from './operations/healthRoutes.ts'
import type { Measured } from './operations/metrics.ts'
import type { MetricsAccess } from './operations/metricsAccess.ts'
import { metricsRoutes } from './operations/metricsRoutes.ts'
import type { Readiness } from './operations/Readiness.ts'
import type { RequestTally } from './operations/RequestTally.ts'
import type { Directory } from './people/directory.ts'
import { requireSession, type SessionCookie } from './people/sessionCookie.ts'
import { sessionRoutes } from './people/sessionRoutes.ts'
import { DamagedDocument } from './storage/damage.ts'
import { DiskFault } from './storage/diskFault.ts'
import type { Storage } from './storage/Storage.ts'
import type { SyncHouse } from './sync/arrive.ts'
import { pollingRoutes } from './sync/polling/pollingRoutes.ts'

export interface AppParts {
  readonly https: boolean
  readonly origins: Origins
  readonly cookie: SessionCookie
  readonly sessionHours: number
  readonly demo: Directory | null
  readonly storage: Storage
  readonly house: SyncHouse
  readonly clientFolder: string
  readonly requests: RequestTally
  readonly readiness: Readiness
  readonly measured: Measured
  readonly metricsAccess: MetricsAccess
}

/** True when the rest of a request will never come. */
function isCutShort(c: Context): boolean {
  const { incoming } = c.env as HttpBindings
  return incoming.destroyed && !incoming.complete
}

/** All that is asked for in ordinary requests; lines are opened beside it, in `sync/upgrade.ts`. */
export function createApp(parts: AppParts): Hono {
  const { cookie, house, origins, storage } = parts
  const { applications, log, rooms, sessions } = house
  const app = new Hono()
  app.use(parts.requests.count())
  app.use(securityHeaders(parts.https))
  app.onError((fault, c) => {
    if (fault instanceof Refused) return answerProblem(c, fault.kind, fault.fields)
    // Whoever asked has gone in the middle of it: nobody reads the answer, and nothing is wrong in here.
    if (isCutShort(c)) return answerProblem(c, 'malformedRequest')
    log({ kind: 'requestFault', method: c.req.method, route: routePath(c, -1), fault })
    if (fault instanceof DamagedDocument) return answerProblem(c, 'damagedDocument')
    return answerProblem(c, fault instanceof DiskFault ? 'diskFault' : 'serverFault')
  })

  app.notFound(c => answerProblem(c, 'unknownAddress'))

  app.route('/health', healthRoutes(parts.readiness))
  app.route('/metrics', metricsRoutes(parts.measured, parts.metricsAccess))
  app.route('/sync', pollingRoutes({ house, origins, cookie }))
  app.all('/sync/*', c => answerProblem(c, 'unknownAddress'))

  const api = new Hono()
  api.use(requireOwnOrigin(origins))
  const behindSession = requireSession(sessions, cookie)
  api.use('/applications', behindSession)
  api.use('/applications/*', behindSession)
  const large = new LargeAnswers().limit(cookie)
  api.get('/applications/:id/state', large)
  api.get('/applications/:id/images/:hash', large)
  // Before the limit of JSON bodies: pictures have their own.
  api.route('/applications', imageRoutes(applications, storage))
  api.use(limitBody(jsonMaxBytes))
  api.route('/', sessionRoutes({ ...parts, sessions }))
  api.route('/applications', applicationRoutes(applications, rooms))
  api.route('/applications', rescuedRoutes(applications))
  api.all('*', c => answerProblem(c, 'unknownAddress'))
  app.route('/api', api)

  app.route('/', staticClient(parts.clientFolder))
  return app
}
