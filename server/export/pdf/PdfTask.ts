import type { FilledForm } from '../../../shared/document/filledForm.ts'
import type { PdfStandard } from '../../../shared/export/pdfStandard.ts'
import type { Paper } from '../paper/Paper.ts'
import type { Picture } from '../pictures.ts'

/** What a thread is given to make a PDF of: an ansökan laid out as its form, or a paper. */
export interface PdfTask {
  readonly of:
    | {
        readonly is: 'application'
        readonly formId: string
        readonly form: FilledForm
        /** Id of the ansökan and which version it is, as it stands at the foot of every page; empty for an empty form. */
        readonly documentId: string
      }
    | { readonly is: 'paper'; readonly paper: Paper }
  readonly standard: PdfStandard
  /** When it says what it says, an ISO instant: the date of the file. */
  readonly madeAt: string
  readonly pictures: ReadonlyMap<string, Picture>
}
