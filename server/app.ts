import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Me } from '../shared/http/session.ts'
import type { AuditLog } from './audit/AuditLog.ts'
import { applicationLogRoutes, logRoutes } from './audit/auditRoutes.ts'
import { RefusedTries } from './audit/RefusedTries.ts'
import type { Commenting } from './comment/Commenting.ts'
import { commentRoutes } from './comment/commentRoutes.ts'
import { AnsweringRemarks } from './consultation/compilation/AnsweringRemarks.ts'
import { compilationRoutes } from './consultation/compilation/compilationRoutes.ts'
import { remarkRoutes } from './consultation/compilation/remarkRoutes.ts'
import type { OpenRounds } from './consultation/openRounds.ts'
import { Records } from './consultation/records/Records.ts'
import { recordRoutes } from './consultation/records/recordRoutes.ts'
import { attachmentRoutes } from './consultation/reply/attachmentRoutes.ts'
import type { OpenReplies } from './consultation/reply/openReplies.ts'
import { replyRoutes } from './consultation/reply/replyRoutes.ts'
import { roundRoutes } from './consultation/roundRoutes.ts'
import type { Applications } from './document/Applications.ts'
import { answerApplication } from './document/answerApplication.ts'
import { applicationRoutes } from './document/applicationRoutes.ts'
import { imageRoutes } from './document/imageRoutes.ts'
import { liveRoutes } from './document/liveRoutes.ts'
import { ownTraces } from './document/ownTraces.ts'
import { Starting } from './document/Starting.ts'
import { blankFormRoutes } from './export/blankFormRoutes.ts'
import { wordRoutes } from './export/docx/wordRoutes.ts'
import { ExportDoor } from './export/ExportDoor.ts'
import { FileMaker } from './export/FileMaker.ts'
import { PaperFiles } from './export/paper/PaperFiles.ts'
import { pdfRoutes } from './export/pdf/pdfRoutes.ts'
import { workbookRoutes } from './export/xlsx/workbookRoutes.ts'
import { Attempts } from './http/Attempts.ts'
import { LargeAnswers } from './http/LargeAnswers.ts'
import { limitBody } from './http/limitBody.ts'
import { requirePossibleAddress } from './http/listening.ts'
import { type Origins, requireOwnOrigin } from './http/origins.ts'
import { jsonMaxBytes } from './http/parseBody.ts'
import { answerProblem, Refused } from './http/refuse.ts'
import { securityHeaders } from './http/securityHeaders.ts'
import { staticClient } from './http/staticClient.ts'
import { wholeBody } from './http/wholeBody.ts'
import { DocumentMaker } from './import/document/DocumentMaker.ts'
import { fileImportRoutes } from './import/fileImportRoutes.ts'
import { moveRoutes } from './import/move/moveRoutes.ts'
import { type MailQueue, MailQueueFull } from './mail/MailQueue.ts'
import type { Notices } from './notice/Notices.ts'
import { noticeRoutes } from './notice/noticeRoutes.ts'
import { healthRoutes } from './operations/healthRoutes.ts'
import type { Measured } from './operations/metrics.ts'
import type { MetricsAccess } from './operations/metricsAccess.ts'
import { metricsRoutes } from './operations/metricsRoutes.ts'
import type { Readiness } from './operations/Readiness.ts'
import type { RequestTally } from './operations/RequestTally.ts'
import type { Access } from './people/access/Access.ts'
import type { AskedAccess } from './people/access/AskedAccess.ts'
import { accessRoutes } from './people/access/accessRoutes.ts'
import type { Inviting } from './people/access/Inviting.ts'
import { namesFrom } from './people/access/namesOf.ts'
import { partiesToInvite } from './people/access/partiesToInvite.ts'
import { whoFrom } from './people/access/whoOf.ts'
import type { Administration } from './people/administration/Administration.ts'
import { Succession } from './people/administration/Succession.ts'
import type { Entrance } from './people/Entrance.ts'
import type { People } from './people/People.ts'
import { peopleRoutes } from './people/peopleRoutes.ts'
import { requireSession, type SessionCookie } from './people/sessionCookie.ts'
import type { WayRoutes } from './people/ways/WayIn.ts'
import { DamagedDocument } from './storage/damage.ts'
import { DiskFault } from './storage/diskFault.ts'
import type { Storage } from './storage/Storage.ts'
import type { SyncHouse } from './sync/arrive.ts'
import { pollingRoutes } from './sync/polling/pollingRoutes.ts'
import { taskRoutes } from './task/taskRoutes.ts'
import type { VersionKeeper } from './version/VersionKeeper.ts'
import type { Versions } from './version/Versions.ts'
import { versionRoutes } from './version/versionRoutes.ts'

export interface AppParts {
  readonly https: boolean
  readonly now: () => number
  readonly origins: Origins
  readonly cookie: SessionCookie
  readonly entrance: Entrance
  /** The routes of the ways in. */
  readonly ways: WayRoutes
  readonly administration: Administration
  /** Whether organisations' own sign-ins are set up. */
  readonly hasOpenId: boolean
  /** Where the own sign-in of a party begins; null when it is not set up. */
  readonly openIdOf: (partyId: string) => string | null
  /** Where people reach the program, without a path. */
  readonly address: () => string
  readonly storage: Storage
  readonly people: People
  readonly audit: AuditLog
  readonly inviting: Inviting
  readonly askedAccess: AskedAccess
  readonly versions: Versions
  readonly keeper: VersionKeeper
  readonly mail: MailQueue
  readonly applications: Applications
  readonly access: Access
  readonly house: SyncHouse
  readonly commenting: Commenting
  readonly rounds: Pick<OpenRounds, 'routes' | 'waitingRounds' | 'sight' | 'afterwards'>
  readonly replies: OpenReplies
  readonly notices: Notices
  readonly clientFolder: string
  readonly requests: RequestTally
  readonly readiness: Readiness
  readonly measured: Measured
  readonly metricsAccess: MetricsAccess
}

/** Attachments of one session that are taken at the same time; the others wait. */
const filesTogether = 2

/** True when the rest of a request will never come. */
function isCutShort(c: Context): boolean {
  const { incoming } = c.env as HttpBindings
  return incoming.destroyed && !incoming.complete
}

/** The route that answers a request, as it is written: the most particular of those that its address fits. */
function routeOf(c: Context): string {
  const paths = matchedRoutes(c).map(({ path }) => path)
  return paths.reduce((one, other) => (other.length > one.length ? other : one), '')
}

/** Where not every request is somebody's. */
interface PerhapsSignedIn {
  readonly Variables: { readonly me?: Me }
}

/** All that is asked for in ordinary requests; lines are opened beside it, in `sync/upgrade.ts`. */
export function createApp(parts: AppParts): Hono<PerhapsSignedIn> {
  const { access, applications, audit, cookie, house, origins, people, storage } = parts
  const { log, rooms, sessions } = house
  const namesOf = namesFrom(people)
  const refusedTries = new RefusedTries(audit, fault => log({ kind: 'auditFault', fault }))
  const app = new Hono<PerhapsSignedIn>()
  app.use(parts.requests.count())
  app.use(securityHeaders(parts.https))
  app.use(requirePossibleAddress)
  app.onError((fault, c) => {
    if (fault instanceof Refused) {
      const what = `${c.req.method} ${routeOf(c)}`
      refusedTries.refused(c.get('me'), what, fault.kind, parts.now())
      if (fault.retryAfterSeconds !== null) c.header('retry-after', String(fault.retryAfterSeconds))
      return answerProblem(c, fault.kind, fault.fields)
    }
    // Whoever asked has gone in the middle of it: nobody reads the answer, and nothing is wrong in here.
    if (isCutShort(c)) return answerProblem(c, 'malformedRequest')
    log({ kind: 'requestFault', method: c.req.method, route: routeOf(c), fault })
    if (fault instanceof MailQueueFull) return answerProblem(c, 'mailQueueFull')
    if (fault instanceof DamagedDocument) return answerProblem(c, 'damagedDocument')
    return answerProblem(c, fault instanceof DiskFault ? 'diskFault' : 'serverFault')
  })

  app.notFound(c => answerProblem(c, 'unknownAddress'))

  app.route('/health', healthRoutes(parts.readiness))
  app.route('/metrics', metricsRoutes(parts.measured, parts.metricsAccess))
  app.route('/sync', pollingRoutes({ house, origins, cookie }))
  app.all('/sync/*', c => answerProblem(c, 'unknownAddress'))

  const starting = new Starting({
    ...{ applications, audit, now: parts.now },
    isGuest: ({ person }) => people.isGuest(person.id),
    attempts: new Attempts(200, 3_600_000),
  })
  const documents = new DocumentMaker(house.limits.maxDocumentBytes)
  const answer = answerApplication({ access, namesOf, waitingRounds: parts.rounds.waitingRounds })

  const api = new Hono()
  api.use(requireOwnOrigin(origins))
  const behindSession = requireSession(sessions, cookie)
  const large = new LargeAnswers().limit(cookie)
  // Before the limit of JSON bodies: pictures and attachments have their own.
  const files = [
    '/applications/:id/images',
    '/applications/:id/images/:hash',
    '/applications/:id/rounds/:number/reply/attachments',
    '/applications/:id/rounds/:number/replies/:party/attachments/:hash',
    '/applications/:id/budget/workbook',
    '/applications/word/read',
    '/applications/word',
  ]
  for (const path of files) api.use(path, behindSession)
  api.get('/applications/:id/images/:hash', large)
  api.get('/applications/:id/rounds/:number/replies/:party/attachments/:hash', large)
  // A file that is sent here is held in memory as well, until it is on disk.
  api.post(
    '/applications/:id/rounds/:number/reply/attachments',
    new LargeAnswers(filesTogether).limit(cookie),
  )
  api.route('/applications', imageRoutes(applications, access, storage))
  api.route('/applications', attachmentRoutes(parts.replies.attaching))
  api.route('/applications', fileImportRoutes({ ...parts, starting, documents, answer }))
  api.use(limitBody(jsonMaxBytes), wholeBody)
  const signedIn = [
    '/applications',
    '/applications/*',
    '/forms/*',
    '/log',
    '/log.csv',
    '/notices',
    '/notices/*',
    '/tasks',
  ]
  for (const path of signedIn) api.use(path, behindSession)
  api.get('/applications/:id/state', large)
  api.get('/applications/:id/comments', large)
  api.get('/applications/:id/log.csv', large)
  api.get('/applications/:id/versions/:number', large)
  api.get('/applications/:id/budget.xlsx', large)
  api.get('/applications/:id/application.docx', large)
  api.get('/applications/:id/application.pdf', large)
  api.get('/applications/:id/move', large)
  // All pictures of an ansökan are held in memory until they are on disk in the new one.
  api.post('/applications/:id/move', new LargeAnswers(1).limit(cookie))
  api.get('/applications/:id/rounds/:number/version', large)
  api.get('/applications/:id/rounds/:number/compilation.html', large)
  api.get('/applications/:id/rounds/:number/compilation.csv', large)
  api.get('/applications/:id/rounds/:number/compilation.docx', large)
  api.get('/applications/:id/rounds/:number/compilation.pdf', large)
  api.get('/applications/:id/rounds/:number/records/:party/:file', large)
  api.get('/forms/:id/form.docx', large)
  api.get('/forms/:id/form.pdf', large)
  api.get('/log.csv', large)
  api.get('/me/data', large)
  api.route(
    '/',
    peopleRoutes({
      ...parts,
      sessions,
      succession: new Succession({ people, access, audit, accessible: id => applications.accessible(id) }),
      mayInvite: (id, me) => partiesToInvite(access, people, id, me),
      tracesOf: personId => ownTraces({ ...parts, ...parts.replies }, personId),
    }),
  )
  api.route('/applications', applicationRoutes({ applications, access, rooms, namesOf, starting, answer }))
  api.route('/applications', moveRoutes({ ...parts, rooms, starting, documents, answer }))
  api.route('/applications', liveRoutes({ documentsOf: house.documentsOf, rooms, cookie }))
  api.route('/applications', commentRoutes(parts.commenting, whoFrom(people)))
  api.route('/applications', roundRoutes(parts.rounds.routes))
  const { door } = parts.rounds.routes
  api.route('/applications', replyRoutes({ replying: parts.replies.replying, door, whoOf: whoFrom(people) }))
  const { sight, afterwards } = parts.rounds
  const answering = new AnsweringRemarks({ door, afterwards, now: sight.now })
  api.route('/applications', remarkRoutes({ answering, door, whoOf: sight.whoOf }))
  const maker = new FileMaker(log)
  const paperFiles = new PaperFiles({ maker, storage, log })
  api.route('/applications', compilationRoutes({ door, sight, paperFiles }))
  const { versions, told } = parts.rounds.routes
  const { attaching } = parts.replies
  const records = new Records({ sight, attaching, versions, told, storage, paperFiles, log })
  api.route('/applications', recordRoutes({ door, records }))
  api.route('/', noticeRoutes(parts.notices, parts.now))
  api.route('/', taskRoutes({ applications, access, people }, parts.rounds.routes.sight.now))
  api.route(
    '/applications',
    versionRoutes({
      ...{ ...parts, applications, access, rooms, log, whoOf: whoFrom(people) },
      restored: (me, id, version) => parts.notices.restored(me, id, version),
    }),
  )
  api.route('/applications', workbookRoutes({ ...parts, log, rooms, maker }))
  const exporting = new ExportDoor({ ...parts, log, rooms, maker, whoOf: whoFrom(people) })
  api.route('/applications', wordRoutes(exporting))
  api.route('/applications', pdfRoutes(exporting))
  api.route('/forms', blankFormRoutes({ maker, now: parts.now }))
  api.route(
    '/applications',
    accessRoutes({
      ...parts,
      access,
      sessions,
      namesOf,
      asking: new Attempts(10, 3_600_000),
      formOf: id => applications.find(id)?.form ?? null,
      look: (id, at) => rooms.withRoom(id, room => room.look(at)),
      now: parts.now,
    }),
  )
  const logParts = {
    audit,
    standingOf: access.standingOf.bind(access),
    isAdministrator: ({ person }: Me) => people.isAdministrator(person.id),
    nameOf: (personId: string, partyId: string) => namesOf(`${personId}@${partyId}`),
  }
  api.route('/applications', applicationLogRoutes(logParts))
  api.route('/', logRoutes(logParts))
  api.all('*', c => answerProblem(c, 'unknownAddress'))
  app.route('/api', api)

  app.route('/', staticClient(parts.clientFolder))
  return app
}
