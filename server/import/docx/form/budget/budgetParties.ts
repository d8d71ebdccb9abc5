import type { BudgetAmountContent, FilledForm } from '../../../../../shared/document/filledForm.ts'
import { roleIn } from '../../../xlsx/budget/partyHeadings.ts'
import { bare } from '../../../xlsx/budget/words.ts'

export type PartyPlace = BudgetAmountContent['party']

/** A column of amounts, as the file calls it. */
export interface NamedColumn {
  readonly role: 'owner' | 'partner'
  readonly name: string | null
}

/** Whose a column is; `isGuessed` by its place alone, though it is called something else. Null: of nobody in the form. */
export interface ColumnParty {
  readonly party: PartyPlace | null
  readonly isGuessed: boolean
}

/** `Delinsatsägare 2: Försäkringskassan` */
export function namedColumn(heading: string, place: number): NamedColumn {
  const said = roleIn(heading)
  if (said) return { role: said.role, name: said.rest }
  return { role: place === 0 ? 'owner' : 'partner', name: heading === '' ? null : heading }
}

/** Whose the columns are: by the organisation, else by the place among those of its role. */
export function columnParties(columns: readonly NamedColumn[], form: FilledForm): readonly ColumnParty[] {
  const { owner, partners } = organisationsOf(form)
  const found = new Map<NamedColumn, ColumnParty>()
  const taken = new Set<PartyPlace>()
  const give = (column: NamedColumn, party: PartyPlace, isGuessed: boolean) => {
    found.set(column, { party, isGuessed })
    taken.add(party)
  }
  const sameOrder = columns.filter(({ role }) => role === 'partner')
  for (const [place, column] of sameOrder.entries()) {
    // In its own place before in another: two may be called the same.
    if (isSame(column.name, partners[place])) give(column, place, false)
  }
  for (const column of columns) {
    if (found.has(column)) continue
    if (!taken.has('owner') && isSame(column.name, owner)) give(column, 'owner', false)
    else {
      const place = partners.findIndex((name, at) => !taken.has(at) && isSame(column.name, name))
      if (place !== -1) give(column, place, false)
    }
  }
  for (const column of columns) {
    if (found.has(column)) continue
    const place = sameOrder.indexOf(column)
    const isGuessed = column.name !== null
    if (column.role === 'owner' && !taken.has('owner')) give(column, 'owner', isGuessed)
    else if (place !== -1 && place < partners.length && !taken.has(place)) give(column, place, isGuessed)
  }
  return columns.map(column => found.get(column) ?? { party: null, isGuessed: false })
}

function organisationsOf({ sections }: FilledForm) {
  const contents = Object.values(sections).filter(content => content.kind === 'parties')
  const owner = contents.find(content => content.role === 'owner')
  const partners = contents.find(content => content.role === 'partner')
  return {
    owner: owner?.organisation ?? null,
    partners: (partners?.items ?? []).map(({ organisation }) => organisation),
  }
}

function isSame(one: string | null, other: string | null | undefined): boolean {
  if (one === null || other === null || other === undefined) return false
  return one.trim() === other.trim() || (bare(one) !== '' && bare(one) === bare(other))
}
