import type { FilledForm } from '../../../shared/document/filledForm.ts'
import type { Thread } from '../../../shared/http/comments.ts'
import type { Picture } from '../pictures.ts'

/** What a thread is given to make a Word document of (`wordDocument.ts`). */
export interface WordTask {
  readonly formId: string
  readonly form: FilledForm
  readonly documentId: string
  readonly threads: readonly Thread[]
  /** By the hash they are kept under. */
  readonly pictures: ReadonlyMap<string, Picture>
}

export function picturesOf(pictures: ReadonlyMap<string, Picture>): (hash: string) => Picture | null {
  return hash => pictures.get(hash) ?? null
}
