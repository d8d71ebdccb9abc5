import type { LockedTextSection } from '../../../../shared/form/FormTemplate.ts'
import { type Html, html, joined, nothing } from '../html.ts'

/** The fixed text of the form version. */
export function lockedTextSection({ headingNote, parts }: LockedTextSection): Html {
  const note = headingNote === null ? nothing : html`<p><em>${headingNote}</em></p>\n`
  const texts = parts.map(
    ({ heading, paragraphs }) =>
      html`<h3>${heading}</h3>\n${paragraphs.map(paragraph => html`<p>${paragraph}</p>\n`)}`,
  )
  return html`${note}${joined(texts)}`
}
