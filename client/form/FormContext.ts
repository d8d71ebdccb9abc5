import { createContext, useContext } from 'react'
import type { FormTemplate, Section, SectionKind } from '../../shared/form/FormTemplate.ts'
import type { LiveDocument } from '../sync/LiveDocument.ts'
import type { BesideForm } from './BesideForm.ts'
import type { FormRights } from './FormRights.ts'
import type { FieldPath } from './fieldPath.ts'
import type { Presses } from './fields/Presses.ts'
import type { WrittenValues } from './writtenValues.ts'

/** A field that the arrow keys can be carried into from the section above or below. */
export interface FieldHandle {
  readonly section: string
  readonly path: FieldPath
  readonly element: HTMLElement
  /** Puts the caret first or last in the field. */
  focus(at: 'start' | 'end'): void
  /** Gives it focus with the caret where it was. */
  resume(): void
  /** Puts in what was typed elsewhere, where the caret is. */
  insert(typed: string): void
}

/** The page's focus order over all sections. Returns how to leave it. */
export interface FocusOrder {
  register(field: FieldHandle): () => void
  /** Goes on from a field in a direction; false if there is nothing there. */
  step(from: FieldHandle, direction: 'up' | 'down'): boolean
}

/** A form on the page, and the open document it is filled in from. */
export interface FormOnPage {
  readonly form: FormTemplate
  /** Null where the form is shown empty. */
  readonly open: OpenForm | null
  /** Who reads, for what the browser remembers of her. */
  readonly personId: string
  readonly guidance: 'shown' | 'hidden'
  /** Null where all of it may be written in, or it is shown empty. */
  readonly rights: FormRights | null
  /** Null where nothing stands beside it. */
  readonly beside: BesideForm | null
}

export interface OpenForm {
  readonly live: LiveDocument
  readonly values: WrittenValues
  readonly personId: string
  readonly focusOrder: FocusOrder | null
  readonly presses: Presses
}

export const FormContext = createContext<FormOnPage | null>(null)
export const SectionContext = createContext<Section | null>(null)

export function useForm(): FormOnPage {
  const form = useContext(FormContext)
  if (form === null) throw new Error('Drawn outside FormView')
  return form
}

/** The open document, for what is drawn only when there is one. */
export function useOpenForm(): OpenForm {
  const { open } = useForm()
  if (open === null) throw new Error('Drawn in an empty form')
  return open
}

/** The section being drawn. */
export function useSection(): Section {
  const section = useContext(SectionContext)
  if (section === null) throw new Error('Drawn outside a section')
  return section
}

/** Whether the section being drawn is to be written in, and not only read. */
export function useMayWrite(): boolean {
  const { open, rights } = useForm()
  const section = useSection()
  return open !== null && (rights === null || rights.mayWrite(section))
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
