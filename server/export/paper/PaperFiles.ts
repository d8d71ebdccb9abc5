import type { FilledForm } from '../../../shared/document/filledForm.ts'
import type { PdfStandard } from '../../../shared/export/pdfStandard.ts'
import type { Log } from '../../operations/LogEvent.ts'
import type { Storage } from '../../storage/Storage.ts'
import type { Asking } from '../FairTurns.ts'
import type { FileMaker } from '../FileMaker.ts'
import { type Picture, picturesIn } from '../pictures.ts'
import type { Paper } from './Paper.ts'

/** A paper of an ansökan that is to be a file. */
export interface PaperToWrite {
  readonly applicationId: string
  readonly paper: Paper
  /** When it says what it says, an ISO instant. */
  readonly madeAt: string
}

export type PaperFormat = { readonly is: 'docx' } | { readonly is: 'pdf'; readonly standard: PdfStandard }

interface PaperFilesParts {
  readonly maker: Pick<FileMaker, 'make'>
  readonly storage: Pick<Storage, 'getAttachment'>
  readonly log: Log
}

/** Makes files of papers, with the pictures of the forms in them. */
export class PaperFiles {
  readonly #parts: PaperFilesParts

  constructor(parts: PaperFilesParts) {
    this.#parts = parts
  }

  /** Refuses as `FileMaker.make` does. */
  async make(
    asking: Asking,
    { applicationId, paper, madeAt }: PaperToWrite,
    as: PaperFormat,
  ): Promise<Uint8Array> {
    return await this.#parts.maker.make(asking, async () => {
      const pictures = await this.#pictures(applicationId, paper)
      return as.is === 'docx'
        ? { is: 'wordPaper', of: { paper, pictures } }
        : { is: 'pdf', of: { of: { is: 'paper', paper }, standard: as.standard, madeAt, pictures } }
    })
  }

  async #pictures(applicationId: string, { parts }: Paper): Promise<ReadonlyMap<string, Picture>> {
    const forms = parts.flatMap((part): FilledForm[] => (part.is === 'form' ? [part.form] : []))
    const found = await Promise.all(
      forms.map(async form => await picturesIn(this.#parts, applicationId, form)),
    )
    return new Map(found.flatMap(pictures => [...pictures]))
  }
}
