import { formById } from '../../../../shared/form/forms.ts'
import type { PaperPart } from '../../paper/Paper.ts'
import { formBody } from '../formBody.ts'
import type { Typst } from '../typst.ts'
import type { PaperWriting } from './paperBody.ts'

/** A whole form, its sections under a heading of the paper. Throws when there is no such form. */
export function formPart({ form }: Extract<PaperPart, { is: 'form' }>, writing: PaperWriting): Typst {
  const template = formById(form.formId)
  if (template === null) throw new Error(`There is no form ${form.formId}.`)
  return formBody(template, form, { ...writing, level: 1 })
}
