import type { BudgetParty } from '../../../shared/budget/Budget.ts'
import type { WorkbookParty } from '../../../shared/http/budget.ts'

/** Which party of the form each column of a file is: a party key, or null for those that are not read in. */
export type PartyChoices = readonly (string | null)[]

/**
 * Proposes which party each column is: by key where the file is ours, by name, by a short name (*AF*, *Region*), and the
 * owner by its role. No party twice; a column that fits none, or two, is left to be chosen.
 */
export function proposeParties(
  columns: readonly WorkbookParty[],
  parties: readonly BudgetParty[],
): PartyChoices {
  const choices = columns.map((): string | null => null)
  const taken = new Set<string>()
  const ways: readonly ((column: WorkbookParty, party: BudgetParty) => boolean)[] = [
    ({ name }, { organisation }) => isSame(name, organisation),
    ({ key, name }, party) => key === party.key && (name === null || party.role === 'owner'),
    ({ name }, { organisation }) => isShort(name, organisation) || isShort(organisation, name),
    ({ role }, party) => role === 'owner' && party.role === 'owner',
  ]
  for (const fits of ways) {
    for (const [index, column] of columns.entries()) {
      if (choices[index] !== null) continue
      const [found, ...others] = parties.filter(party => !taken.has(party.key) && fits(column, party))
      if (!found || others.length > 0) continue
      choices[index] = found.key
      taken.add(found.key)
    }
  }
  return choices
}

function bare(name: string | null): string {
  return (name ?? '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

function isSame(one: string | null, other: string | null): boolean {
  return bare(one) !== '' && bare(one) === bare(other)
}

/** *Region* of *Region Uppsala*, *AF* of *Arbetsförmedlingen*. */
function isShort(short: string | null, long: string | null): boolean {
  const [one, other] = [bare(short), bare(long)]
  if (one === '' || other.length <= one.length) return false
  if (` ${other} `.startsWith(` ${one} `)) return true
  if (one.length > 3 || one[0] !== other[0]) return false
  let at = 0
  for (const letter of one) {
    at = other.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
