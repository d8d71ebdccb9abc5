import { useCallback, useRef, useSyncExternalStore } from 'react'
import { readBudget } from '../../shared/budget/readBudget.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { Column } from '../access/columns.ts'
import { columnWords } from '../budget/cellWords.ts'
import type { LiveDocument } from '../sync/LiveDocument.ts'

/** The columns of the budget as they are now, each by the name of its organisation. The same list until one changes. */
export function useColumns({ doc }: LiveDocument, form: FormTemplate): readonly Column[] {
  const known = useRef<readonly Column[]>([])
  const subscribe = useCallback(
    (listener: () => void) => {
      const roots = form.sections.flatMap(({ kind, key }) => (kind === 'parties' ? [doc.getMap(key)] : []))
      for (const root of roots) root.observeDeep(listener)
      return () => {
        for (const root of roots) root.unobserveDeep(listener)
      }
    },
    [doc, form],
  )
  return useSyncExternalStore(subscribe, () => {
    const now = columnsOf(doc, form)
    if (!isSame(known.current, now)) known.current = now
    return known.current
  })
}

/** Without a name a column is called as the form calls it: *Delinsatsägare 2*. */
function columnsOf(doc: LiveDocument['doc'], form: FormTemplate): Column[] {
  const section = form.sections.find(section => section.kind === 'budget')
  if (!section) return []
  const { labels } = section.budget
  return readBudget(doc, form).parties.map(({ key, role, organisation }, index) => ({
    key,
    name: columnWords(labels, role === 'owner' ? role : index - 1, organisation),
  }))
}

function isSame(one: readonly Column[], other: readonly Column[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ key, name }, index) => key === other[index]?.key && name === other[index]?.name)
  )
}
