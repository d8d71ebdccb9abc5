import type { FilledForm } from '../../../shared/document/filledForm.ts'
import type { Change } from '../../../shared/version/compare/changes.ts'
import type { FormComparison } from '../../../shared/version/compare/comparison.ts'

/** What an ansökan says at one moment: read already, or as the bytes of its document. */
export type Moment = { readonly form: FilledForm } | { readonly state: Uint8Array }

/** What is asked of the worker. */
export interface CompareQuestion {
  readonly formId: string
  readonly before: Moment
  readonly after: Moment
}

/** What differs, and every change of it in reading order. */
export interface Compared {
  readonly comparison: FormComparison
  readonly changes: readonly Change[]
}

export type CompareAnswer = { readonly compared: Compared } | { readonly fault: string }
