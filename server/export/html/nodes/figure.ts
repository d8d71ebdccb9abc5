import type { FigureContent } from '../../../../shared/document/blockContent.ts'
import { type Html, html, nothing } from '../html.ts'
import { runs } from './runs.ts'

/** A picture with its caption. */
export function figure({ image, width, height, alt, caption }: FigureContent): Html {
  const size = width > 0 && height > 0 ? html` width="${width}" height="${height}"` : nothing
  const words = runs(caption)
  const under = words.isEmpty ? nothing : html`<figcaption>${words}</figcaption>`
  return html`<figure><img src="${{ picture: image }}" alt="${alt}"${size}>${under}</figure>\n`
}
