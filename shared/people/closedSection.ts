import { type Act, may, type Standing } from './may.ts'

/** How a section is closed by the owner: written by one party only, or finished. An open section has none. */
export type SectionClosing = { readonly is: 'party'; readonly partyId: string } | { readonly is: 'finished' }

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
