import { Hono } from 'hono'
import type { Applications } from '../document/Applications.ts'
import type { AnswerApplication } from '../document/answerApplication.ts'
import type { Starting } from '../document/Starting.ts'
import { LargeAnswers } from '../http/LargeAnswers.ts'
import type { Access } from '../people/access/Access.ts'
import type { People } from '../people/People.ts'
import type { SessionCookie, SignedIn } from '../people/sessionCookie.ts'
import type { DocumentMaker } from './document/DocumentMaker.ts'
import { wordImportRoutes } from './docx/wordImportRoutes.ts'
import { wordReader } from './docx/wordReader.ts'
import { workbookImportRoutes } from './xlsx/workbookImportRoutes.ts'
import { workbookReader } from './xlsx/workbookReader.ts'

interface FileImportParts {
  readonly applications: Applications
  readonly access: Access
  readonly people: Pick<People, 'find'>
  readonly cookie: SessionCookie
  readonly starting: Starting
  readonly documents: DocumentMaker
  readonly answer: AnswerApplication
  readonly now: () => number
}

/** Files of one session that are taken at the same time, since each is held in memory; the others wait. */
const [workbooksTogether, wordFilesTogether] = [2, 1]

/** Files that people send to have them read: they have their own bounds. */
export function fileImportRoutes(parts: FileImportParts): Hono<SignedIn> {
  const { cookie } = parts
  const routes = new Hono<SignedIn>()
  routes.post('/:id/budget/workbook', new LargeAnswers(workbooksTogether).limit(cookie))
  const oneWordFile = new LargeAnswers(wordFilesTogether).limit(cookie)
  routes.post('/word/read', oneWordFile)
  routes.post('/word', oneWordFile)
  routes.route('/', workbookImportRoutes({ ...parts, reader: workbookReader() }))
  routes.route('/', wordImportRoutes({ ...parts, reader: wordReader() }))
  return routes
}
