import type { Budget } from '../../../shared/budget/Budget.ts'
import type { BudgetLabels } from '../../../shared/budget/BudgetTemplate.ts'
import type { BudgetSums } from '../../../shared/budget/sums.ts'

/** A party's row of the *Budgetsammanställning*; amounts in kronor. */
export interface SummaryRow {
  readonly key: string
  /** `Huvudinsatsägare`, `Delinsatsägare 1`. */
  readonly role: string
  readonly organisation: string | null
  readonly sought: number
  readonly own: number
  readonly grand: number
}

/** A row for each party, in the order of the form (BV8). */
export function summaryRows(
  { parties }: Budget,
  { sought, own, grand }: BudgetSums,
  labels: Pick<BudgetLabels, 'owner' | 'partner'>,
): readonly SummaryRow[] {
  const partners = parties.filter(party => party.role === 'partner')
  return parties.map(party => ({
    key: party.key,
    role:
      party.role === 'owner'
        ? labels.owner
        : labels.partner.replace('{number}', String(partners.indexOf(party) + 1)),
    organisation: party.organisation,
    sought: sought.byParty.get(party.key) ?? 0,
    own: own.byParty.get(party.key) ?? 0,
    grand: grand.byParty.get(party.key) ?? 0,
  }))
}
