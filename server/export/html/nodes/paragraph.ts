import type { Inline, ParagraphContent } from '../../../../shared/document/blockContent.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import type { InText } from './InText.ts'
import { runs } from './runs.ts'

/** A paragraph that is no part of a list, or a subheading under the heading of its section. Empty ones are nothing. */
export function paragraph({ level = 0, indent = 0, content }: ParagraphContent, inText: InText): Html {
  const words = inline(content, inText)
  if (words.isEmpty) return nothing
  if (level === 1) return html`<h3>${words}</h3>\n`
  if (level === 2) return html`<h4>${words}</h4>\n`
  return indent === 0 ? html`<p>${words}</p>\n` : html`<p class="step-${indent}">${words}</p>\n`
}

/** Text, the numbers of footnotes, and sums of the budget. */
export function inline(content: readonly Inline[], inText: InText): Html {
  return joined(
    content.map(part => {
      if (part.type === 'budgetFigure') return html`${inText.figure(part.sum)}`
      return part.type === 'text' ? runs([part]) : inText.notes.mark(part)
    }),
  )
}
