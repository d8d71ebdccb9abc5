import type { Asking } from '../../shared/comment/mayWithThread.ts'
import type { Thread } from '../../shared/http/comments.ts'

/** Which threads are shown. */
export interface Filter {
  readonly state: 'open' | 'resolved' | 'all'
  /** Somebody who has said something in it. */
  readonly personId: string | null
  /** A party that has. */
  readonly partyId: string | null
  readonly waitsForMe: boolean
  readonly waitsForMyParty: boolean
  readonly isMaterial: boolean
  readonly isInternal: boolean
}

export const openOnly: Filter = {
  state: 'open',
  personId: null,
  partyId: null,
  waitsForMe: false,
  waitsForMyParty: false,
  isMaterial: false,
  isInternal: false,
}

export function passes(filter: Filter, thread: Thread, me: Asking): boolean {
  const { assignee, posts } = thread
  if (filter.state !== 'all' && (thread.resolved === null) !== (filter.state === 'open')) return false
  if (filter.personId !== null && !posts.some(({ by }) => by.personId === filter.personId)) return false
  if (filter.partyId !== null && !posts.some(({ by }) => by.partyId === filter.partyId)) return false
  const isForMe = assignee?.is === 'person' && assignee.personId === me.personId
  const isForMyParty = assignee?.is === 'party' && assignee.partyId === me.partyId
  if (filter.waitsForMe || filter.waitsForMyParty) {
    if (!(filter.waitsForMe && isForMe) && !(filter.waitsForMyParty && isForMyParty)) return false
  }
  if (filter.isMaterial && !thread.isMaterial) return false
  return !filter.isInternal || thread.internalTo !== null
}

/** How many of its choices differ from what is shown at first. */
export function chosenIn(filter: Filter): number {
  return (Object.keys(openOnly) as (keyof Filter)[]).filter(name => filter[name] !== openOnly[name]).length
}
