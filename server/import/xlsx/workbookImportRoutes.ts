import { Hono, type MiddlewareHandler } from 'hono'
import { type ReadWorkbook, workbookMaxBytes } from '../../../shared/http/budget.ts'
import { may } from '../../../shared/people/may.ts'
import type { Applications } from '../../document/Applications.ts'
import { openApplication, visible } from '../../document/applicationRoutes.ts'
import { Attempts } from '../../http/Attempts.ts'
import { limitBody } from '../../http/limitBody.ts'
import { Refused } from '../../http/refuse.ts'
import type { Access } from '../../people/access/Access.ts'
import type { SignedIn } from '../../people/sessionCookie.ts'
import type { ReadingThread } from '../ReadingThread.ts'

const hourMs = 3_600_000

interface WorkbookImportParts {
  readonly applications: Applications
  readonly access: Access
  readonly reader: ReadingThread<ReadWorkbook>
  readonly now: () => number
}

/** Reads a budget out of a workbook and says what stands in it. Nothing is kept and nothing is changed. */
export function workbookImportRoutes({
  applications,
  access,
  reader,
  now,
}: WorkbookImportParts): Hono<SignedIn> {
  const reading = new Attempts(100, hourMs)
  const routes = new Hono<SignedIn>()

  const mayRead: MiddlewareHandler<SignedIn> = async (c, next) => {
    const id = visible(c, access)
    openApplication(applications, id)
    if (!may(access.standingOf(id, c.get('me')), 'writeFields')) throw new Refused('mayNot')
    const waitSeconds = reading.take(c.get('me').person.id, now())
    if (waitSeconds !== null) throw new Refused('tooManyAttempts', [], waitSeconds)
    await next()
  }

  routes.post('/:id/budget/workbook', mayRead, limitBody(workbookMaxBytes), async c => {
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    return c.json((await reader.read(bytes)) satisfies ReadWorkbook)
  })

  return routes
}
