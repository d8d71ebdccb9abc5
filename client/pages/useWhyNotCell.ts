import { useEffect, useMemo, useRef } from 'react'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { Application } from '../../shared/http/application.ts'
import type { Me } from '../../shared/http/session.ts'
import { writableKeys } from '../../shared/people/closedSection.ts'
import type { Standing } from '../../shared/people/may.ts'
import type { Column } from '../access/columns.ts'
import { ownLimitWords } from '../access/LimitedLine.tsx'
import type { FormRights } from '../form/FormRights.ts'
import { useText } from '../text/useText.ts'
import { useNotices } from '../ui/notices.ts'

interface WhyNotCellOptions {
  readonly application: Application
  readonly form: FormTemplate
  readonly standing: Standing
  readonly me: Me
  readonly columns: readonly Column[]
}

const mayAll = () => null

/**
 * Why what stands under a key of the budget is not mine to write; the same function until that changes. Whoever is in
 * the budget when her party is limited is told so.
 */
export function useWhyNotCell(options: WhyNotCellOptions): FormRights['whyNotCell'] {
  const { application, form, standing, me, columns } = options
  const text = useText()
  const notices = useNotices()
  const budget = form.sections.find(({ kind }) => kind === 'budget')
  const closed = useSame(budget && application.closings[budget.key])
  const words = useMemo(() => {
    if (closed?.closing.is !== 'columns') return null
    const { limits } = text.budget
    const whom = text.access.whoIs(closed.by.name, closed.by.partyShortName)
    const own = closed.closing.limited.find(({ partyId }) => partyId === me.party.id)
    const limited = own ? limits.why(ownLimitWords(text, own, columns), whom) : null
    return { limited, years: limits.whyYears(whom) }
  }, [closed, me, columns, text])

  const mine = useMemo(() => writableKeys(standing, me.party.id, closed?.closing), [standing, me, closed])
  const heading = budget?.heading ?? ''
  const limited = mine === 'all' ? null : (words?.limited ?? null)
  const before = useRef(limited)
  useEffect(() => {
    const isNew = before.current === null && limited !== null
    before.current = limited
    const here = document.activeElement?.closest('section[data-kind="budget"]')
    if (isNew && here) notices.toast(text.access.closedNow(heading, limited))
  }, [limited, heading, notices, text])

  return useMemo(() => {
    if (mine === 'all' || words === null) return mayAll
    return (key: string) => (mine(key) ? null : (words.limited ?? words.years))
  }, [mine, words])
}

/** The same object until it says something else: every cell is drawn anew for another. */
function useSame<Value>(value: Value): Value {
  const kept = useRef(value)
  if (JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value
  return kept.current
}
