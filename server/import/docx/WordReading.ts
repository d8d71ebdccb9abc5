import type { ReadWord } from '../../../shared/http/formImport.ts'

/** What was read of a Word file, and the pictures in it. */
export interface WordReading {
  readonly answer: ReadWord
  /**
   * The pictures of figures in the form and in left-over texts, as they came: by the hash (SHA-256, hex) of their bytes,
   * which is also what stands in `FigureContent.image`. To be cleaned before anything of them is kept.
   */
  readonly pictures: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
}
