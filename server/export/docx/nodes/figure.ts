import { AlignmentType, type FileChild, ImageRun, Paragraph } from 'docx'
import type { FigureContent } from '../../../../shared/document/blockContent.ts'
import { standIn } from '../packed.ts'
import { plainText } from '../plainText.ts'
import { styles } from '../styles.ts'
import type { Writing } from '../Writing.ts'
import { runs } from './runs.ts'

/** The widest and the highest that a picture may be on the page, in pixels of 1/96 inch. */
const [maxWidth, maxHeight] = [600, 820]

/** A picture with its caption and what it shows in words. One that cannot be shown is said, with its words. */
export function figure({ image, width, height, alt, caption }: FigureContent, writing: Writing): FileChild[] {
  const picture = writing.pictureOf(image)
  const scale = Math.min(1, maxWidth / Math.max(1, width), maxHeight / Math.max(1, height))
  const shown =
    picture === null
      ? new Paragraph({ style: styles.empty, text: plainText(`[Bilden går inte att visa: ${alt}]`) })
      : new Paragraph({
          alignment: AlignmentType.START,
          keepNext: caption.length > 0,
          children: [
            new ImageRun({
              type: picture.type,
              data: standIn(image),
              transformation: { width: pixels(width * scale), height: pixels(height * scale) },
              altText: { name: image.slice(0, 12), description: plainText(alt), title: '' },
            }),
          ],
        })
  if (caption.length === 0) return [shown]
  return [shown, new Paragraph({ style: styles.caption, children: runs(caption, writing) })]
}

/** Whole, and never none: Word takes a picture without a size for damage. */
function pixels(size: number): number {
  return Math.max(1, Math.round(size))
}
