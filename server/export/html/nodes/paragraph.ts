import type { Inline, ParagraphContent } from '../../../../shared/document/blockContent.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import type { Footnotes } from './Footnotes.ts'
import { runs } from './runs.ts'

/** A paragraph that is no part of a list, or a subheading under the heading of its section. Empty ones are nothing. */
export function paragraph({ level = 0, indent = 0, content }: ParagraphContent, notes: Footnotes): Html {
  const words = inline(content, notes)
  if (words.isEmpty) return nothing
  if (level === 1) return html`<h3>${words}</h3>\n`
  if (level === 2) return html`<h4>${words}</h4>\n`
  return indent === 0 ? html`<p>${words}</p>\n` : html`<p class="step-${indent}">${words}</p>\n`
}

/** Text and the numbers of footnotes. */
export function inline(content: readonly Inline[], notes: Footnotes): Html {
  return joined(content.map(part => (part.type === 'text' ? runs([part]) : notes.mark(part))))
}
