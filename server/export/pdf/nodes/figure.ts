import type { FigureContent } from '../../../../shared/document/blockContent.ts'
import { picturePath } from '../compile.ts'
import { type Typst, typst, unseen } from '../typst.ts'
import type { Writing } from '../Writing.ts'
import { runs } from './runs.ts'

/** What those hear who cannot see a picture that nobody has described. */
const undescribed = 'Bild utan beskrivning'

/** The widest and the highest that a picture may be on the page, in points; a pixel is 1/96 inch unless it is too big. */
const [maxWidth, maxHeight] = [444, 600]
const pointsPerPixel = 0.75

/** A picture with its caption and what it shows in words. One that is not there is said, with its words. */
export function figure({ image, width, height, alt, caption }: FigureContent, { pictureOf }: Writing): Typst {
  const picture = pictureOf(image)
  const words = runs(caption)
  if (picture === null) return typst`missing-picture(${`[Bilden går inte att visa: ${alt}]`}, ${words})`
  const [wide, high] = [Math.max(1, width) * pointsPerPixel, Math.max(1, height) * pointsPerPixel]
  const scale = Math.min(1, maxWidth / wide, maxHeight / high)
  const inWords = alt.trim() === '' ? undescribed : alt
  return typst`picture(${unseen(picturePath(image, picture))}, ${Math.round(wide * scale)}, ${unseen(inWords)}, ${words})`
}
