import type { Budget, BudgetParty } from '../Budget.ts'
import type { Finding } from '../Finding.ts'
import type { BudgetSums } from '../sums.ts'
import { isPlaceholder } from './placeholder.ts'

/** The columns: BV18, that each has an organisation, and BV19, that who asks for money says what for. */
export function partyFindings({ parties }: Budget, { sought }: BudgetSums): readonly Finding[] {
  return parties.flatMap(party => {
    const kronor = sought.byParty.get(party.key) ?? 0
    return [...unnamed(party), ...unexplained(party, kronor)]
  })
}

function unnamed({ key, organisation }: BudgetParty): readonly Finding[] {
  if (organisation !== null && !isPlaceholder(organisation)) return []
  return [{ rule: 'BV18', level: 'error', place: { party: key }, organisation }]
}

/** Forms that do not ask what a party seeks means for have null. */
function unexplained({ key, resourcesSought }: BudgetParty, kronor: number): readonly Finding[] {
  if (kronor === 0 || resourcesSought === null || resourcesSought.trim() !== '') return []
  return [{ rule: 'BV19', level: 'warning', place: { party: key }, kronor }]
}
