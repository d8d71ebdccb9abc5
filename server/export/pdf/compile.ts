import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PdfStandard } from '../../../shared/export/pdfStandard.ts'
import type { Picture } from '../pictures.ts'
import { fontFiles } from './fonts.ts'
import type { Typst } from './typst.ts'

/** A folder that is not there: a document reads no file but what is handed over with it. */
const workspace = join(import.meta.dirname, 'nowhere')

/**
 * The library keeps the text of every file of code that it has read, for as long as the program runs. So it reads but
 * this one, whose text is always the same; the document is handed over as a file of text.
 */
const documentPath = '/document.txt'
const main = `#eval(read("${documentPath}"), mode: "code")`

/** One for each thread: to look for the fonts takes a tenth of a second. */
let known: NodeCompiler | null = null

/** Where a document finds a picture that is handed over with it. */
export function picturePath(hash: string, { type }: Pick<Picture, 'type'>): string {
  return `/${Buffer.from(hash).toString('hex')}.${type}`
}

/** Sets a document. Throws what Typst says of one that it refuses. */
export function compile(
  document: Typst,
  pictures: ReadonlyMap<string, Picture>,
  standard: PdfStandard,
): Uint8Array {
  known ??= NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontFiles }] })
  const compiler = known
  try {
    for (const [hash, picture] of pictures) {
      const { buffer, byteOffset, byteLength } = picture.bytes
      compiler.mapShadow(
        join(workspace, picturePath(hash, picture)),
        Buffer.from(buffer, byteOffset, byteLength),
      )
    }
    compiler.mapShadow(join(workspace, documentPath), Buffer.from(document.code))
    // On memory of its own, which can be handed over to another thread.
    return new Uint8Array(compiler.pdf({ mainFileContent: main }, { pdfStandard: standard }))
  } finally {
    compiler.resetShadow()
    // What it remembers of a document is of no use to the next.
    compiler.evictCache(0)
  }
}
