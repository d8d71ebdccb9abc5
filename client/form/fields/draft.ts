import type { FieldValue } from '../../../shared/document/value.ts'
import type { FieldFormat, Refusal } from './format.ts'

/** What somebody is typing into an atomic field and has not left yet, or left and was refused. */
export interface Draft {
  readonly text: string
  /** What the field held when she began. */
  readonly startedFrom: FieldValue
  /** Why the text was not taken when she last left the field. */
  readonly refused: Refusal | null
}

/** The draft after a key press. */
export function typeInto(draft: Draft | null, text: string, current: FieldValue): Draft {
  return { text, startedFrom: draft?.startedFrom ?? current, refused: null }
}

/** What leaving the field does: a value to write, or a draft that stays in view, or neither. */
export type Leaving =
  | { readonly kind: 'write'; readonly value: FieldValue; readonly converted: boolean }
  | { readonly kind: 'stay'; readonly draft: Draft }
  | { readonly kind: 'nothing' }

/**
 * Leaves a field. A text that says what the field held when she began is no change of hers, so it is not written
 * over what somebody else has written since.
 */
export function leaveField(draft: Draft | null, current: FieldValue, format: FieldFormat): Leaving {
  if (draft === null) return { kind: 'nothing' }
  const reading = format.read(draft.text)
  if ('refused' in reading) return { kind: 'stay', draft: { ...draft, refused: reading.refused } }
  if (reading.value === current || reading.value === draft.startedFrom) return { kind: 'nothing' }
  return { kind: 'write', value: reading.value, converted: reading.converted ?? false }
}

/** True when somebody has changed the field under a draft. */
export function isOvertaken(draft: Draft | null, current: FieldValue): boolean {
  return draft !== null && draft.startedFrom !== current
}
