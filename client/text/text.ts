import { access as enAccess } from './en/access.ts'
import { admin as enAdmin } from './en/admin.ts'
import { authors as enAuthors } from './en/authors.ts'
import { comments as enComments } from './en/comments.ts'
import { editor as enEditor } from './en/editor.ts'
import { form as enForm } from './en/form.ts'
import { log as enLog } from './en/log.ts'
import { notices as enNotices } from './en/notices.ts'
import { pages as enPages } from './en/pages.ts'
import { people as enPeople } from './en/people.ts'
import { problem as enProblem } from './en/problem.ts'
import { sync as enSync } from './en/sync.ts'
import { versions as enVersions } from './en/versions.ts'
import { access } from './sv/access.ts'
import { admin } from './sv/admin.ts'
import { authors } from './sv/authors.ts'
import { comments } from './sv/comments.ts'
import { editor } from './sv/editor.ts'
import { form } from './sv/form.ts'
import { log } from './sv/log.ts'
import { notices } from './sv/notices.ts'
import { pages } from './sv/pages.ts'
import { people } from './sv/people.ts'
import { problem } from './sv/problem.ts'
import { sync } from './sv/sync.ts'
import { versions } from './sv/versions.ts'

export type Language = 'sv' | 'en'

/** Every word on the screen. A word missing in one language does not compile. */
export interface Text {
  readonly access: typeof access
  readonly admin: typeof admin
  readonly authors: typeof authors
  readonly comments: typeof comments
  readonly editor: typeof editor
  readonly form: typeof form
  readonly log: typeof log
  readonly notices: typeof notices
  readonly pages: typeof pages
  readonly people: typeof people
  readonly problem: typeof problem
  readonly sync: typeof sync
  readonly versions: typeof versions
}

export const texts: Readonly<Record<Language, Text>> = {
  sv: {
    access,
    admin,
    authors,
    comments,
    editor,
    form,
    log,
    notices,
    pages,
    people,
    problem,
    sync,
    versions,
  },
  en: {
    access: enAccess,
    admin: enAdmin,
    authors: enAuthors,
    comments: enComments,
    editor: enEditor,
    form: enForm,
    log: enLog,
    notices: enNotices,
    pages: enPages,
    people: enPeople,
    problem: enProblem,
    sync: enSync,
    versions: enVersions,
  },
}
