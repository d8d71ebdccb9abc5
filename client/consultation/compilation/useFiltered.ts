import { useCallback, useMemo, useState } from 'react'
import type { Compilation, CompiledRemark } from '../../../shared/consultation/compilation.ts'

export interface Filtered {
  readonly isOnlyUnanswered: boolean
  /** Filters, or not; filtering anew leaves out what has been answered since. */
  readonly filter: (onlyUnanswered: boolean) => void
  readonly shown: Compilation
}

/** *Bara obesvarade*. What is answered meanwhile stays, so that nothing goes away under the hands of whoever answers it. */
export function useFiltered(whole: Compilation): Filtered {
  /** What was unanswered when it was filtered; null while all is shown. */
  const [kept, setKept] = useState<ReadonlySet<string> | null>(null)
  const filter = useCallback(
    (onlyUnanswered: boolean) => setKept(onlyUnanswered ? unansweredIn(whole) : null),
    [whole],
  )
  const shown = useMemo(() => (kept === null ? whole : keeping(whole, kept)), [whole, kept])
  return { isOnlyUnanswered: kept !== null, filter, shown }
}

/** Names of the remarks that wait for an answer. */
export function unansweredIn({ rows, parties }: Compilation): ReadonlySet<string> {
  const waiting = rows.flatMap(({ cells }) =>
    cells.flatMap((remarks, place) =>
      remarks.filter(({ answer }) => answer === null).map(remark => nameOf(parties[place]?.partyId, remark)),
    ),
  )
  return new Set(waiting)
}

/** The remarks without an answer, and those that are kept all the same. */
export function keeping(whole: Compilation, kept: ReadonlySet<string>): Compilation {
  const { parties, rows } = whole
  const left = rows.map(({ section, cells }) => ({
    section,
    cells: cells.map((remarks, place) =>
      remarks.filter(remark => remark.answer === null || kept.has(nameOf(parties[place]?.partyId, remark))),
    ),
  }))
  return { ...whole, rows: left.filter(({ cells }) => cells.some(remarks => remarks.length > 0)) }
}

function nameOf(partyId: string | undefined, { remark }: CompiledRemark): string {
  return `${partyId} ${remark.id}`
}
