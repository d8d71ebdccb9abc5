import { access as enAccess } from './en/access.ts'
import { admin as enAdmin } from './en/admin.ts'
import { authors as enAuthors } from './en/authors.ts'
import { budget as enBudget } from './en/budget.ts'
import { budgetImport as enBudgetImport } from './en/budgetImport.ts'
import { comments as enComments } from './en/comments.ts'
import { compilation as enCompilation } from './en/compilation.ts'
import { consultation as enConsultation } from './en/consultation.ts'
import { editor as enEditor } from './en/editor.ts'
import { files as enFiles } from './en/files.ts'
import { findings as enFindings } from './en/findings.ts'
import { form as enForm } from './en/form.ts'
import { formImport as enFormImport } from './en/formImport.ts'
import { log as enLog } from './en/log.ts'
import { notices as enNotices } from './en/notices.ts'
import { pages as enPages } from './en/pages.ts'
import { people as enPeople } from './en/people.ts'
import { problem as enProblem } from './en/problem.ts'
import { reply as enReply } from './en/reply.ts'
import { round as enRound } from './en/round.ts'
import { sendRound as enSendRound } from './en/sendRound.ts'
import { sync as enSync } from './en/sync.ts'
import { tasks as enTasks } from './en/tasks.ts'
import { versions as enVersions } from './en/versions.ts'
import { access } from './sv/access.ts'
import { admin } from './sv/admin.ts'
import { authors } from './sv/authors.ts'
import { budget } from './sv/budget.ts'
import { budgetImport } from './sv/budgetImport.ts'
import { comments } from './sv/comments.ts'
import { compilation } from './sv/compilation.ts'
import { consultation } from './sv/consultation.ts'
import { editor } from './sv/editor.ts'
import { files } from './sv/files.ts'
import { findings } from './sv/findings.ts'
import { form } from './sv/form.ts'
import { formImport } from './sv/formImport.ts'
import { log } from './sv/log.ts'
import { notices } from './sv/notices.ts'
import { pages } from './sv/pages.ts'
import { people } from './sv/people.ts'
import { problem } from './sv/problem.ts'
import { reply } from './sv/reply.ts'
import { round } from './sv/round.ts'
import { sendRound } from './sv/sendRound.ts'
import { sync } from './sv/sync.ts'
import { tasks } from './sv/tasks.ts'
import { versions } from './sv/versions.ts'

export type Language = 'sv' | 'en'

/** Every word on the screen. A word missing in one language does not compile. */
export interface Text {
  readonly access: typeof access
  readonly admin: typeof admin
  readonly authors: typeof authors
  readonly budget: typeof budget
  readonly budgetImport: typeof budgetImport
  readonly comments: typeof comments
  readonly compilation: typeof compilation
  readonly consultation: typeof consultation
  readonly editor: typeof editor
  readonly files: typeof files
  readonly findings: typeof findings
  readonly form: typeof form
  readonly formImport: typeof formImport
  readonly log: typeof log
  readonly notices: typeof notices
  readonly pages: typeof pages
  readonly people: typeof people
  readonly problem: typeof problem
  readonly reply: typeof reply
  readonly round: typeof round
  readonly sendRound: typeof sendRound
  readonly sync: typeof sync
  readonly tasks: typeof tasks
  readonly versions: typeof versions
}

export const texts: Readonly<Record<Language, Text>> = {
  sv: {
    access,
    admin,
    authors,
    budget,
    budgetImport,
    comments,
    compilation,
    consultation,
    editor,
    files,
    findings,
    form,
    formImport,
    log,
    notices,
    pages,
    people,
    problem,
    reply,
    round,
    sendRound,
    sync,
    tasks,
    versions,
  },
  en: {
    access: enAccess,
    admin: enAdmin,
    authors: enAuthors,
    budget: enBudget,
    budgetImport: enBudgetImport,
    comments: enComments,
    compilation: enCompilation,
    consultation: enConsultation,
    editor: enEditor,
    files: enFiles,
    findings: enFindings,
    form: enForm,
    formImport: enFormImport,
    log: enLog,
    notices: enNotices,
    pages: enPages,
    people: enPeople,
    problem: enProblem,
    reply: enReply,
    round: enRound,
    sendRound: enSendRound,
    sync: enSync,
    tasks: enTasks,
    versions: enVersions,
  },
}
