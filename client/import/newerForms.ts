import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import { forms } from '../../shared/form/forms.ts'

/** The form versions that an ansökan on this one can be moved to, newest first. */
export function newerForms(form: FormTemplate): readonly FormTemplate[] {
  return forms.slice(forms.indexOf(form) + 1).toReversed()
}
