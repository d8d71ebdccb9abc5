import { useCallback, useMemo } from 'react'
import type * as Y from 'yjs'
import type { TypedAmount } from '../../../shared/budget/amountInForm.ts'
import { readTyped } from '../../../shared/budget/readTyped.ts'
import { useWorkedOut } from '../useSharedValue.ts'

/** The amount that has been typed in a section; the same object until it changes. */
export function useTyped(section: string): TypedAmount {
  const sections = useMemo(() => [section], [section])
  const read = useCallback(
    (doc: Y.Doc | null) => {
      const { total = null, years = [] } = doc === null ? {} : readTyped(doc, section)
      return [total ?? '', ...[...years].map(year => year.join(':'))].join(' ')
    },
    [section],
  )
  const words = useWorkedOut(sections, read)
  return useMemo(() => {
    const [total = '', ...years] = words.split(' ')
    return {
      total: total === '' ? null : Number(total),
      years: new Map(years.map(word => [Number(word.slice(0, 4)), Number(word.slice(5))])),
    }
  }, [words])
}
