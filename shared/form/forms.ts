import type { FormTemplate } from './FormTemplate.ts'
import { form2016 } from './forms/2016/form.ts'
import { form2019 } from './forms/2019/form.ts'
import { form2022 } from './forms/2022/form.ts'
import { form2024 } from './forms/2024/form.ts'

/** Every form version, oldest first. */
export const forms: readonly FormTemplate[] = [form2016, form2019, form2022, form2024]

/** The form version that an ansökan says it is made on; null if there is none of that id. */
export function formById(id: string): FormTemplate | null {
  return forms.find(form => form.id === id) ?? null
}
