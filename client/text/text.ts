import { editor as enEditor } from './en/editor.ts'
import { form as enForm } from './en/form.ts'
import { pages as enPages } from './en/pages.ts'
import { problem as enProblem } from './en/problem.ts'
import { sync as enSync } from './en/sync.ts'
import { editor } from './sv/editor.ts'
import { form } from './sv/form.ts'
import { pages } from './sv/pages.ts'
import { problem } from './sv/problem.ts'
import { sync } from './sv/sync.ts'

export type Language = 'sv' | 'en'

/** Every word on the screen. A word missing in one language does not compile. */
export interface Text {
  readonly editor: typeof editor
  readonly form: typeof form
  readonly pages: typeof pages
  readonly problem: typeof problem
  readonly sync: typeof sync
}

export const texts: Readonly<Record<Language, Text>> = {
  sv: { editor, form, pages, problem, sync },
  en: { editor: enEditor, form: enForm, pages: enPages, problem: enProblem, sync: enSync },
}
