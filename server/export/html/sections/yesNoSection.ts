import type { YesNoContent } from '../../../../shared/document/filledForm.ts'
import type { YesNoSection } from '../../../../shared/form/FormTemplate.ts'
import { formWords } from '../../words.ts'
import { type Html, html, nothing } from '../html.ts'
import { facts, prose } from '../prose.ts'

/** An answer, and what was said about it. */
export function yesNoSection({ commentLabel }: YesNoSection, { answer, comment }: YesNoContent): Html {
  const said = answer === null ? nothing : html`<p>${formWords[answer]}</p>\n`
  return commentLabel === null
    ? html`${said}${prose(comment)}`
    : html`${said}${facts([[commentLabel, prose(comment)]])}`
}
