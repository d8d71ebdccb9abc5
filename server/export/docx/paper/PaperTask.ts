import type { Paper } from '../../paper/Paper.ts'
import type { Picture } from '../../pictures.ts'

/** What a thread is given to make a Word document of a paper (`paperDocument.ts`). */
export interface PaperTask {
  readonly paper: Paper
  /** Those of the forms in it, by the hash they are kept under. */
  readonly pictures: ReadonlyMap<string, Picture>
}
