import type { BudgetTemplate } from '../../../shared/budget/BudgetTemplate.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { gonePartyOfField, partyOfField } from '../../../shared/version/compare/budgetStructure.ts'
import type { FieldDifference, FormComparison } from '../../../shared/version/compare/comparison.ts'
import { itemOf } from '../../../shared/version/compare/differenceText.ts'
import { columnWords } from '../../budget/cellWords.ts'

/** Whose amount a field of a row of the budget is, in words; empty where it is nobody's. */
export type PartyNames = (field: string) => string

/** The parties as the two versions call them: those who are there now by what they are called now. */
export function partyNames(form: FormTemplate, { sections }: FormComparison): PartyNames {
  const budget = form.sections.find(section => section.kind === 'budget')?.budget
  if (!budget) return () => ''
  const owner: (string | null)[] = []
  const now = new Map<number, string | null>()
  const then = new Map<number, string | null>()
  for (const { key, kind } of form.sections) {
    const difference = sections.find(section => section.key === key)?.difference
    if (kind !== 'parties' || !difference) continue
    if (difference.is === 'fields') owner.push(organisation(itemOf(difference.fields, 'after')))
    if (difference.is !== 'items') continue
    for (const entry of difference.entries) {
      if (entry.is === 'removed') then.set(entry.from, organisation(entry.item))
      else if (entry.is === 'changed') now.set(entry.to, nowIn(entry.difference))
      else if (entry.is !== 'movedAway') now.set(entry.to, organisation(entry.item))
    }
  }
  return field => nameOf(budget, field, owner[0] ?? null, now, then)
}

function nameOf(
  { labels }: BudgetTemplate,
  field: string,
  owner: string | null,
  now: ReadonlyMap<number, string | null>,
  then: ReadonlyMap<number, string | null>,
): string {
  const party = partyOfField(field)
  if (party === 'owner') return columnWords(labels, party, owner)
  if (party !== null) return columnWords(labels, party, now.get(party) ?? null)
  const gone = gonePartyOfField(field)
  return gone === null ? '' : columnWords(labels, gone, then.get(gone) ?? null)
}

function nowIn(fields: readonly FieldDifference[]): string | null {
  return organisation(itemOf(fields, 'after'))
}

function organisation(item: Readonly<Record<string, unknown>>): string | null {
  return typeof item.organisation === 'string' ? item.organisation : null
}
