import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { Refused } from '../http/refuse.ts'

/** A picture as it is kept: decoded and encoded again, so that nothing but pixels is left of what was sent. */
export interface CleanImage {
  readonly bytes: Uint8Array
  /** SHA-256 of `bytes`, in hex. */
  readonly hash: string
  readonly width: number
  readonly height: number
}

/** Formats that browsers send and that cannot carry script. SVG is not among them. */
const formats = ['png', 'jpeg', 'webp', 'gif']

/** Most pixels a picture may unpack to. */
const maxPixels = 50_000_000
/** The longest side that is kept: enough for a full page in print. */
export const maxSidePixels = 2400

/** Decodes, turns upright, shrinks to print size and encodes anew as PNG or JPEG; refuses what is no picture. */
export async function cleanImage(sent: Uint8Array): Promise<CleanImage> {
  try {
    const source = sharp(sent, { limitInputPixels: maxPixels, failOn: 'error', animated: false })
    const { format, hasAlpha } = await source.metadata()
    if (!formats.includes(format)) throw new Refused('notAnImage')
    const upright = source
      .rotate()
      .resize({ width: maxSidePixels, height: maxSidePixels, fit: 'inside', withoutEnlargement: true })
    const photograph = format === 'jpeg' && !hasAlpha
    const encoded = photograph ? upright.jpeg({ quality: 88 }) : upright.png({ compressionLevel: 9 })
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true })
    const hash = createHash('sha256').update(data).digest('hex')
    return { bytes: data, hash, width: info.width, height: info.height }
  } catch (fault) {
    if (fault instanceof Refused) throw fault
    // The decoder's own words are about its library; the sender is told that it is not a picture we can read.
    throw new Refused('notAnImage')
  }
}

/**
 * The type to serve kept bytes as, which are in one of the two encodings that `cleanImage` makes; null when they are no
 * picture. What versions say is kept beside the pictures, and is not for everybody who sees these.
 */
export function imageType(bytes: Uint8Array): 'image/png' | 'image/jpeg' | null {
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return 'image/png'
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? 'image/jpeg' : null
}
