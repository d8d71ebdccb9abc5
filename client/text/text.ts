import { access as enAccess } from './en/access.ts'
import { admin as enAdmin } from './en/admin.ts'
import { authors as enAuthors } from './en/authors.ts'
import { editor as enEditor } from './en/editor.ts'
import { form as enForm } from './en/form.ts'
import { log as enLog } from './en/log.ts'
import { pages as enPages } from './en/pages.ts'
import { people as enPeople } from './en/people.ts'
import { problem as enProblem } from './en/problem.ts'
import { sync as enSync } from './en/sync.ts'
import { access } from './sv/access.ts'
import { admin } from './sv/admin.ts'
import { authors } from './sv/authors.ts'
import { editor } from './sv/editor.ts'
import { form } from './sv/form.ts'
import { log } from './sv/log.ts'
import { pages } from './sv/pages.ts'
import { people } from './sv/people.ts'
import { problem } from './sv/problem.ts'
import { sync } from './sv/sync.ts'

export type Language = 'sv' | 'en'

/** Every word on the screen. A word missing in one language does not compile. */
export interface Text {
  readonly access: typeof access
  readonly admin: typeof admin
  readonly authors: typeof authors
  readonly editor: typeof editor
  readonly form: typeof form
  readonly log: typeof log
  readonly pages: typeof pages
  readonly people: typeof people
  readonly problem: typeof problem
  readonly sync: typeof sync
}

export const texts: Readonly<Record<Language, Text>> = {
  sv: { access, admin, authors, editor, form, log, pages, people, problem, sync },
  en: {
    access: enAccess,
    admin: enAdmin,
    authors: enAuthors,
    editor: enEditor,
    form: enForm,
    log: enLog,
    pages: enPages,
    people: enPeople,
    problem: enProblem,
    sync: enSync,
  },
}
