import { Hono } from 'hono'
import type { Applications } from './document/Applications.ts'
import { applicationRoutes } from './document/applicationRoutes.ts'
import { imageRoutes } from './document/imageRoutes.ts'
import { rescuedRoutes } from './document/rescuedRoutes.ts'
import { limitBody } from './http/limitBody.ts'
import { type Origins, requireOwnOrigin } from './http/origins.ts'
import { jsonMaxBytes } from './http/parseBody.ts'
import { answerProblem, Refused } from './http/refuse.ts'
import { securityHeaders } from './http/securityHeaders.ts'
import { staticClient } from './http/staticClient.ts'
import type { Directory } from './people/directory.ts'
import { requireSession, type SessionCookie } from './people/sessionCookie.ts'
import { sessionRoutes } from './people/sessionRoutes.ts'
import type { Sessions } from './people/sessions.ts'
import { DamagedDocument } from './storage/damage.ts'
import { DiskFault } from './storage/diskFault.ts'
import type { Storage } from './storage/Storage.ts'
import type { Rooms } from './sync/rooms.ts'
import { syncRoutes } from './sync/upgrade.ts'

export interface AppParts {
  readonly https: boolean
  readonly origins: Origins
  readonly sessions: Sessions
  readonly cookie: SessionCookie
  readonly sessionHours: number
  readonly demo: Directory | null
  readonly applications: Applications
  readonly storage: Storage
  readonly rooms: Rooms
  readonly clientFolder: string
  readonly report: (what: string, detail: unknown) => void
}

/** The whole server behind one port: client, API and socket. */
export function createApp(parts: AppParts): Hono {
  const { applications, cookie, origins, report, rooms, sessions, storage } = parts
  const app = new Hono()
  app.use(securityHeaders(parts.https))
  app.onError((fault, c) => {
    if (fault instanceof Refused) return answerProblem(c, fault.kind, fault.fields)
    report('request', fault)
    if (fault instanceof DamagedDocument) return answerProblem(c, 'damagedDocument')
    return answerProblem(c, fault instanceof DiskFault ? 'diskFault' : 'serverFault')
  })

  app.notFound(c => answerProblem(c, 'unknownAddress'))

  app.route('/sync', syncRoutes({ origins, sessions, cookie, applications, rooms, report }))

  const api = new Hono()
  api.use(requireOwnOrigin(origins))
  const behindSession = requireSession(sessions, cookie)
  api.use('/applications', behindSession)
  api.use('/applications/*', behindSession)
  // Before the limit of JSON bodies: pictures have their own.
  api.route('/applications', imageRoutes(applications, storage))
  api.use(limitBody(jsonMaxBytes))
  api.route('/', sessionRoutes(parts))
  api.route('/applications', applicationRoutes(applications, rooms))
  api.route('/applications', rescuedRoutes(applications))
  api.all('*', c => answerProblem(c, 'unknownAddress'))
  app.route('/api', api)

  app.route('/', staticClient(parts.clientFolder))
  return app
}
