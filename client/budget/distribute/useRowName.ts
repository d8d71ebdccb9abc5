import { useText } from '../../text/useText.ts'
import { useBudgetStore } from '../useBudget.ts'
import type { SpreadRow } from './planDistribution.ts'

/** What a row is called: its name, or its number among those of its kind. */
export function useRowName(): (row: SpreadRow) => string {
  const words = useText().budget.distribute
  const { labels } = useBudgetStore().template
  return ({ kind, label, number }) =>
    kind === 'other' ? labels.otherPerYear : (label ?? words.unnamed(labels.blocks[kind], number))
}
