import type { Refusal } from '../../../shared/sync/refusal.ts'

/** Thrown inside the guard where a check fails; `GuardedDocument.check` turns it into a verdict. */
export class Refused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal)
    this.refusal = refusal
  }
}
