import type { PdfStandard } from '../../../shared/export/pdfStandard.ts'
import type { Picture } from '../pictures.ts'
import { compile, picturePath } from './compile.ts'
import { style } from './style.ts'
import { joined, typst, unseen } from './typst.ts'

/** Those that can stand in a PDF, each tried by itself. */
export function readablePictures(
  pictures: ReadonlyMap<string, Picture>,
  standard: PdfStandard,
): ReadonlyMap<string, Picture> {
  return new Map([...pictures].filter(one => isReadable(one, standard)))
}

function isReadable([hash, picture]: [string, Picture], standard: PdfStandard): boolean {
  const shown = typst`picture(${unseen(picturePath(hash, picture))}, 100, "x", [])`
  const document = joined([typst`set document(title: "x")`, style, shown])
  try {
    compile(document, new Map([[hash, picture]]), standard)
    return true
  } catch {
    // Whatever it is that Typst has against it, the document can do without.
    return false
  }
}
