import { readAmountKey, readShareKey } from '../budget/budgetKeys.ts'
import { type Act, may, type Standing } from './may.ts'

/**
 * How a section is closed by the owner: written by one party only, finished, or, of the budget, some parties limited to a
 * column of their own. An open section has none.
 */
export type SectionClosing =
  | { readonly is: 'party'; readonly partyId: string }
  | { readonly is: 'finished' }
  | { readonly is: 'columns'; readonly limited: readonly LimitedParty[] }

/** A party that writes only amounts of one column of the budget. */
export interface LimitedParty {
  readonly partyId: string
  /** `owner`, or the item key of the partner in the form; null: it writes nothing in the budget. */
  readonly column: string | null
}

/** What somebody may write in a section that she may write in: everything, or what stands under some first keys. */
export type WritableKeys = 'all' | ((firstKey: string) => boolean)

/** Why somebody may not write in a section: for her words, and for the server's answer. */
export type WhyNotWrite = 'role' | 'state' | 'otherParty' | 'finished'

/** The act of writing in a section of this kind. */
function writingIn(kind: string): Act {
  return kind === 'rich' ? 'writeText' : 'writeFields'
}

/**
 * Why somebody may not write in a section now; null when she may. `kind` is that of `FormTemplate`'s sections. A
 * finished section is closed to everybody, the owner too, until she opens it again.
 */
export function whyNotWrite(
  standing: Standing,
  partyId: string,
  kind: string,
  closing: SectionClosing | undefined,
): WhyNotWrite | null {
  const act = writingIn(kind)
  if (!may(standing, act)) return may({ ...standing, state: 'draft' }, act) ? 'state' : 'role'
  if (closing?.is === 'finished') return 'finished'
  return closing?.is === 'party' && closing.partyId !== partyId ? 'otherParty' : null
}

/**
 * The keys of a section that somebody may write, who may write in it (`whyNotWrite`). A party that is limited to its
 * column writes the amounts there and nothing else; while anybody is, how the costs are spread over the years, which has
 * no party, is the owner's.
 */
export function writableKeys(
  { role }: Standing,
  partyId: string,
  closing: SectionClosing | undefined,
): WritableKeys {
  if (closing?.is !== 'columns' || role === 'ownerEditor') return 'all'
  const limit = closing.limited.find(limited => limited.partyId === partyId)
  if (limit) return key => limit.column !== null && readAmountKey(key)?.party === limit.column
  return closing.limited.length === 0 ? 'all' : key => readShareKey(key) === null
}
