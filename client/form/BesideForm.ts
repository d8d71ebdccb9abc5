import type { ReactNode } from 'react'
import type { Section } from '../../shared/form/FormTemplate.ts'
import type { FieldPath } from './fieldPath.ts'

/** What the page draws beside the parts of a form, such as what is said about them. Always the same object. */
export interface BesideForm {
  /** In the line of a heading. */
  heading(section: Section): ReactNode
  /** After its heading in the contents. */
  contents(section: Section): ReactNode
  /** After a field. */
  field(section: Section, path: FieldPath, label: string): ReactNode
  /** A line of a fixed text, which begins at `from` in the whole (`shared/form/agreementText.ts`). */
  fixedLine(section: Section, words: string, from: number): ReactNode
}
