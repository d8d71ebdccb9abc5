import { formById } from '../../../shared/form/forms.ts'
import type { ReadWord } from '../../../shared/http/formImport.ts'
import { FileRefused } from '../office/FileRefused.ts'
import { fitsOf } from './form/rankForms.ts'
import { recogniseForm } from './form/recogniseForm.ts'
import type { WordContent } from './word/WordContent.ts'

/** How much better the best form must fit than the next for it to be beyond doubt. */
const clearly = 1.5

/**
 * A Word file as an ansökan on the form with this id, or on the one that it fits best. Throws `FileRefused` of a file in
 * which no heading of any form is, when nobody has said which form it is.
 */
export function readApplication(content: WordContent, formId: string | null): ReadWord {
  const [best, next, ...others] = fitsOf(content)
  const template = formById(formId ?? best?.formId ?? '')
  if (!best || !next || !template || (formId === null && best.found === 0)) throw new FileRefused('nothing')
  return {
    read: recogniseForm(content, template),
    forms: [best, next, ...others].map(({ formId, found, of }) => ({ formId, found, of })),
    isSure: best.score - next.score >= clearly,
  }
}
