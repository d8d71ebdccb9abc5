import sharp from 'sharp'
import type { Block } from '../../shared/document/blockContent.ts'
import type { FilledForm } from '../../shared/document/filledForm.ts'
import { cleanImage, imageType, maxSidePixels } from '../document/cleanImage.ts'
import { Refused } from '../http/refuse.ts'
import type { Log } from '../operations/LogEvent.ts'
import { DamagedDocument } from '../storage/damage.ts'
import type { Storage } from '../storage/Storage.ts'

/** A picture that every format can show (`document/cleanImage.ts`). */
export interface Picture {
  readonly bytes: Uint8Array
  readonly type: 'png' | 'jpg'
}

/** All pictures of a file together: they are held in memory while it is made, and so is the file. */
const mostBytes = 256 * 2 ** 20

interface PictureParts {
  readonly storage: Pick<Storage, 'getAttachment'>
  readonly log: Log
}

/**
 * The pictures of a form by the hash they are kept under. Left out are those that are not there, and those that are damaged
 * or no pictures: what is made says so in their place. Refuses `fileNotMade` when there are too many, or too large ones.
 */
export async function picturesIn(
  parts: PictureParts,
  id: string,
  form: FilledForm,
): Promise<ReadonlyMap<string, Picture>> {
  const pictures = new Map<string, Picture>()
  let held = 0
  for (const hash of imagesIn(form)) {
    const picture = await pictureOf(parts, id, hash)
    if (!picture) continue
    pictures.set(hash, picture)
    held += picture.bytes.length
    if (held > mostBytes) throw new Refused('fileNotMade')
  }
  return pictures
}

/** One of them, or null when it cannot be shown. */
export async function pictureOf(
  { storage, log }: PictureParts,
  id: string,
  hash: string,
): Promise<Picture | null> {
  try {
    const kept = await storage.getAttachment(id, hash)
    if (!kept) return null
    const bytes = (await isClean(kept)) ? kept : (await cleanImage(kept)).bytes
    return { bytes, type: imageType(bytes) === 'image/png' ? 'png' : 'jpg' }
  } catch (fault) {
    // One picture that cannot be shown keeps nobody from the rest of the file.
    if (!(fault instanceof DamagedDocument || fault instanceof Refused)) throw fault
    log({ kind: 'damagedPicture', document: id, fault })
    return null
  }
}

/**
 * True of what `cleanImage` has made. A hostile program may have named the hash of something else that is kept there;
 * what that unpacks to would take the memory of those who lay it out.
 */
async function isClean(bytes: Uint8Array): Promise<boolean> {
  if (imageType(bytes) === null) return false
  try {
    const { format, width, height, space, depth } = await sharp(bytes).metadata()
    const isOurs = format === 'png' || format === 'jpeg'
    const isPlain = depth === 'uchar' && (space === 'srgb' || space === 'b-w')
    return isOurs && isPlain && width <= maxSidePixels && height <= maxSidePixels
  } catch {
    // It begins as a picture and is none; to clean it fails too, and says so.
    return false
  }
}

/** The hashes of all sections, each once. */
function imagesIn({ sections }: FilledForm): ReadonlySet<string> {
  const blocks = Object.values(sections).flatMap((content): readonly Block[] =>
    content.kind === 'rich' ? content.blocks : [],
  )
  return new Set(blocks.flatMap(block => (block.type === 'figure' ? [block.image] : [])))
}
