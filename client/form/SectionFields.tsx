import { type ReactNode, useMemo } from 'react'
import { type Fields, FieldsContext } from './FieldsContext.ts'
import { useForm, useSection } from './FormContext.ts'
import type { FieldPath } from './fieldPath.ts'

/** Around a section of a form: what its fields are drawn from. */
export function SectionFields({ children }: { readonly children: ReactNode }) {
  const section = useSection()
  const { open, rights, beside } = useForm()
  const fields = useMemo<Fields>(
    () => ({
      section: section.key,
      open,
      mayWrite: open !== null && (rights === null || rights.mayWrite(section)),
      beside: beside && ((path: FieldPath, label: string) => beside.field(section, path, label)),
    }),
    [section, open, rights, beside],
  )
  return <FieldsContext value={fields}>{children}</FieldsContext>
}
