import type { FormTemplate } from '../../shared/form/FormTemplate.ts'

/** The heading of a section; null when the form has none of that name. */
export function headingIn(form: FormTemplate, section: string): string | null {
  return form.sections.find(({ key }) => key === section)?.heading ?? null
}
