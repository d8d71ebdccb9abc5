import { linesOf } from '../../paper/linesOf.ts'
import type { PaperProse } from '../../paper/Paper.ts'
import { type Html, html, joined } from '../html.ts'
import { prose } from '../prose.ts'

/** Running text by what it is. What stands over and under the rest of a page is written there. */
export function proseOf({ text, look }: PaperProse): Html {
  switch (look) {
    case 'plain':
    case 'lead':
      return prose(text)
    case 'strong':
      return joined(linesOf(text).map(line => html`<p><strong>${line}</strong></p>\n`))
    case 'quiet':
      return joined(linesOf(text).map(line => html`<p class="empty">${line}</p>\n`))
    case 'quote':
      return html`<blockquote>\n${prose(text)}</blockquote>\n`
  }
}
