import { type Document, Packer } from 'docx'
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import type { Picture } from '../pictures.ts'

/**
 * What the library is given instead of the bytes of a picture: it would hash and deflate them all, which takes seconds for
 * what is deflated already.
 */
export function standIn(hash: string): Uint8Array {
  return strToU8(hash)
}

/** A document as a file. Every picture in it is a `standIn`, which gives place to the picture, stored as it is. */
export async function packed(
  document: Document,
  pictureOf: (hash: string) => Picture | null,
): Promise<Uint8Array> {
  const bytes = await Packer.toBuffer(document)
  const parts: Zippable = {}
  let isAsItIs = true
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    const picture = name.startsWith('word/media/') ? pictureOf(strFromU8(part)) : null
    parts[name] = picture ? [picture.bytes, { level: 0 }] : part
    if (picture) isAsItIs = false
  }
  return isAsItIs ? bytes : zipSync(parts)
}
