import type { ReactNode } from 'react'
import type { Section } from '../../shared/form/FormTemplate.ts'

/** Who may write where in a form, as the page knows it. The same object until something of it changes. */
export interface FormRights {
  /** False shows a section to be read. */
  mayWrite(section: Section): boolean
  /** Why not, said to whoever tries; null where the page says it for all sections. */
  whyNot(section: Section): string | null
  /**
   * Of a budget that I may write in: why not what stands under this key of its root (`budget/budgetKeys.ts`), said to
   * whoever tries; null where I may. What is being written when it changes is better left until she is done.
   */
  whyNotCell(key: string): string | null
  /** Stands last in the line of a heading, for what can be done with the section. */
  tools(section: Section): ReactNode
  /** Stands under a heading: who may write in the section, where not all do. */
  line(section: Section): ReactNode
}
