import type { LimitedParty, SectionClosing } from '../../shared/people/closedSection.ts'
import type { Party } from '../../shared/people/person.ts'

/** A column of the budget: its key (`owner`, or the item key of a partner) and what its organisation is called. */
export interface Column {
  readonly key: string
  readonly name: string
}

/** What a party writes of the budget's amounts: every column, none, or the one with this key. */
export type Limit =
  | { readonly is: 'all' }
  | { readonly is: 'none' }
  | { readonly is: 'column'; readonly key: string }

/**
 * What each party may write in now, by its id; when nobody has been limited, what is proposed: a party that is named as
 * the organisation of one column writes in that, but for `ownerId`, whose form it is.
 */
export function limitsOf(
  parties: readonly Party[],
  columns: readonly Column[],
  closing: SectionClosing | undefined,
  ownerId: string | null,
): ReadonlyMap<string, Limit> {
  const limited = closing?.is === 'columns' ? closing.limited : null
  return new Map(
    parties.map((party): [string, Limit] => {
      if (limited) return [party.id, limitOf(limited.find(({ partyId }) => partyId === party.id))]
      const column = party.id === ownerId ? null : columnFor(party, columns)
      return [party.id, column ? { is: 'column', key: column.key } : { is: 'all' }]
    }),
  )
}

/** The parties that are limited, as the server is told. */
export function limitedIn(limits: ReadonlyMap<string, Limit>): LimitedParty[] {
  return [...limits].flatMap(([partyId, limit]) =>
    limit.is === 'all' ? [] : [{ partyId, column: limit.is === 'column' ? limit.key : null }],
  )
}

/** The column whose organisation is this party; null when none is, or it cannot be told which. */
export function columnFor({ name, shortName }: Party, columns: readonly Column[]): Column | null {
  const called = columns.map(column => ({ column, words: wordsIn(column.name) }))
  const own = [wordsIn(name), wordsIn(shortName)]
  const ways = [
    (words: Words) => own.some(of => of.size === words.size && isWithin(of, words)),
    // Försäkringskassan in Försäkringskassan Uppsala, and Region in Region Uppsala.
    (words: Words) => words.size > 0 && own.some(of => isWithin(of, words) || isWithin(words, of)),
  ]
  for (const isNamed of ways) {
    const [one, ...others] = called.filter(({ words }) => isNamed(words))
    if (one) return others.length === 0 ? one.column : null
  }
  return null
}

type Words = ReadonlySet<string>

function wordsIn(name: string): Words {
  return new Set(name.toLocaleLowerCase('sv').match(/[\p{L}\p{N}]+/gu) ?? [])
}

function isWithin(some: Words, all: Words): boolean {
  return [...some].every(word => all.has(word))
}

function limitOf(limited: LimitedParty | undefined): Limit {
  if (!limited) return { is: 'all' }
  return limited.column === null ? { is: 'none' } : { is: 'column', key: limited.column }
}
