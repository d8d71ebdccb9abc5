import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { Finding } from '../../../shared/budget/Finding.ts'
import { ownerKey } from '../../../shared/document/roots.ts'
import type { FindingNames } from '../../text/sv/findings.ts'
import { columnWords } from '../cellWords.ts'
import { useBudgetStore } from '../useBudget.ts'
import { findingsStore } from './FindingsStore.ts'
import type { BudgetSheet } from './whereTo.ts'

/** What the rules say of the budget on the page. */
export function useFindings(): readonly Finding[] {
  const findings = findingsStore(useBudgetStore())
  return useSyncExternalStore(findings.subscribe, findings.all)
}

/** What they say of one row, by its key or `otherRows`, in one of the sheets; draws again only when that changes. */
export function useLineFindings(line: string, sheet: BudgetSheet): readonly Finding[] {
  const findings = findingsStore(useBudgetStore())
  const read = useCallback(() => findings.ofLine(line, sheet), [findings, line, sheet])
  return useSyncExternalStore(findings.subscribe, read)
}

/** What columns and sums are called in the sentences of findings, as they are called when one is read. */
export function useFindingNames(): FindingNames {
  const store = useBudgetStore()
  return useMemo(() => {
    const { labels } = store.template
    return {
      party(key) {
        const { parties } = store.budget()
        const index = parties.findIndex(party => party.key === key)
        return columnWords(
          labels,
          key === ownerKey ? 'owner' : index - 1,
          parties[index]?.organisation ?? null,
        )
      },
      blockSum: block => labels.sums[block],
    }
  }, [store])
}
