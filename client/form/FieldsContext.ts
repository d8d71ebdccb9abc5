import { createContext, type ReactNode, useContext } from 'react'
import type { LiveDocument } from '../sync/LiveDocument.ts'
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
  /** Of what holds many fields: goes to one of them; false if it is not there. */
  goTo?(path: FieldPath): boolean
}

/** The page's focus order over all sections. Returns how to leave it. */
export interface FocusOrder {
  register(field: FieldHandle): () => void
  /** Goes on from a field in a direction; false if there is nothing there. */
  step(from: FieldHandle, direction: 'up' | 'down'): boolean
}

/** The open document that fields are filled in from. */
export interface OpenFields {
  readonly live: LiveDocument
  readonly values: WrittenValues
  readonly personId: string
  readonly focusOrder: FocusOrder | null
  readonly presses: Presses
}

/** What the fields of one root are drawn from: a section of a form, or a part of an answer to a remiss. */
export interface Fields {
  /** Name of the root: in a form, the key of the section. */
  readonly section: string
  /** Null where they are shown empty. */
  readonly open: OpenFields | null
  /** They are to be written in, and not only read. */
  readonly mayWrite: boolean
  /** Stands after a field, such as what is said about it; null where nothing does. */
  readonly beside: ((path: FieldPath, label: string) => ReactNode) | null
}

export const FieldsContext = createContext<Fields | null>(null)

export function useFields(): Fields {
  const fields = useContext(FieldsContext)
  if (fields === null) throw new Error('A field drawn outside the root it belongs to')
  return fields
}

/** The open document, for what is drawn only when there is one. */
export function useOpenFields(): OpenFields {
  const { open } = useFields()
  if (open === null) throw new Error('Drawn among fields that are shown empty')
  return open
}

/** Whether what is being drawn is to be written in, and not only read. */
export function useMayWrite(): boolean {
  return useFields().mayWrite
}
