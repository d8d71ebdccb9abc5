import { useCallback, useMemo } from 'react'
import type * as Y from 'yjs'
import { useForm, useSectionOf } from '../FormContext.ts'
import { useWorkedOut } from '../useSharedValue.ts'
import { amountYears, sumOfYears } from './amountYears.ts'

/** The years to ask for, and what their amounts add up to. */
export function useAmountYears(): { readonly years: readonly number[]; readonly sum: number | null } {
  const { form } = useForm()
  const { key } = useSectionOf('amount')
  const sections = useMemo(
    () => [key, ...form.sections.filter(section => section.kind === 'period').map(section => section.key)],
    [form, key],
  )
  const read = useCallback(
    (doc: Y.Doc | null) => {
      if (doc === null) return ''
      const years = amountYears(doc, form, key)
      return `${years.join(',')} ${sumOfYears(doc, key, years) ?? ''}`
    },
    [form, key],
  )
  const [years = '', sum = ''] = useWorkedOut(sections, read).split(' ')
  return {
    years: years === '' ? [] : years.split(',').map(Number),
    sum: sum === '' ? null : Number(sum),
  }
}
