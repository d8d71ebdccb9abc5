import { createContext, useContext } from 'react'
import type { FormTemplate, Section, SectionKind } from '../../shared/form/FormTemplate.ts'
import type { BesideForm } from './BesideForm.ts'
import type { OpenFields } from './FieldsContext.ts'
import type { FormRights } from './FormRights.ts'

/** A form on the page, and the open document it is filled in from. */
export interface FormOnPage {
  readonly form: FormTemplate
  /** Null where the form is shown empty. */
  readonly open: OpenFields | null
  /** Who reads, for what the browser remembers of her. */
  readonly personId: string
  readonly guidance: 'shown' | 'hidden'
  /** Null where all of it may be written in, or it is shown empty. */
  readonly rights: FormRights | null
  /** Null where nothing stands beside it. */
  readonly beside: BesideForm | null
}

export const FormContext = createContext<FormOnPage | null>(null)
export const SectionContext = createContext<Section | null>(null)

export function useForm(): FormOnPage {
  const form = useContext(FormContext)
  if (form === null) throw new Error('Drawn outside FormView')
  return form
}

/** The section being drawn. */
export function useSection(): Section {
  const section = useContext(SectionContext)
  if (section === null) throw new Error('Drawn outside a section')
  return section
}

/** The section being drawn, by a component that draws only this kind. */
export function useSectionOf<Kind extends SectionKind>(kind: Kind): Extract<Section, { kind: Kind }> {
  const section = useSection()
  if (!isKind(section, kind)) throw new Error(`A ${section.kind} section drawn as ${kind}`)
  return section
}

function isKind<Kind extends SectionKind>(
  section: Section,
  kind: Kind,
): section is Extract<Section, { kind: Kind }> {
  return section.kind === kind
}
