import { may, type Standing } from '../people/may.ts'

/** What can be done with a thread that is there. `assign` is also marking it as *väsentlig*. */
export type ThreadAct = 'see' | 'answer' | 'resolve' | 'assign' | 'release'

/** What is known of a thread when that is decided. */
export interface ThreadStanding {
  /** The party that alone sees it; null when all do. */
  readonly internalTo: string | null
  /** Who began it. */
  readonly startedBy: { readonly personId: string; readonly partyId: string }
}

export interface Asking {
  readonly personId: string
  readonly partyId: string
  /** She came by a guest link. */
  readonly isGuest?: boolean
}

/** The party whose internal threads somebody sees and begins; null for none. */
export function internalPartyOf({ partyId, isGuest }: Omit<Asking, 'personId'>): string | null {
  return isGuest ? null : partyId
}

/**
 * Whether somebody may do this with a thread. An internal thread is there for its party only, and not for guests: it
 * is the owner who makes their links, to whichever party, and could read by one what another party says. Whoever began it and
 * the owner resolve and open it again, not every editor (ux.md 4); an internal one of another party the owner does not
 * even see. Whoever may comment answers, says whom it waits for, and hands over what is internal to her own party.
 */
export function mayWithThread(
  standing: Standing | null,
  asking: Asking,
  thread: ThreadStanding,
  act: ThreadAct,
): boolean {
  const { internalTo, startedBy } = thread
  if (internalTo !== null && internalTo !== internalPartyOf(asking)) return false
  if (act === 'see') return may(standing, 'readComments')
  if (!may(standing, 'comment')) return false
  switch (act) {
    case 'answer':
    case 'assign':
      return true
    case 'release':
      return internalTo !== null
    case 'resolve':
      return (
        standing?.role === 'ownerEditor' ||
        (startedBy.personId === asking.personId && startedBy.partyId === asking.partyId)
      )
  }
}

/** Whether somebody may edit or delete what was said: only she who said it, for the party that she said it for. */
export function isOwnPost(asking: Asking, by: Asking): boolean {
  return by.personId === asking.personId && by.partyId === asking.partyId
}
