import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import type { Budget } from '../../shared/budget/Budget.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { Thread, WantedPlace, Who } from '../../shared/http/comments.ts'
import type { Standing } from '../../shared/people/may.ts'
import type { Party } from '../../shared/people/person.ts'
import type { Comments } from './Comments.ts'
import type { Desk, DeskState } from './Desk.ts'
import type { Drafts } from './Drafts.ts'
import type { Named } from './mentions.ts'

/** The round that a page shows the version of. Comments made there belong to it, and to one's own party. */
export interface CommentedRound {
  readonly number: number
  /** It goes on. */
  readonly mayBegin: boolean
  /** What the page lets one do with a thread besides. */
  readonly tools: (thread: Thread) => ReactNode
}

/** The comments of an ansökan as its page has them open. */
export interface CommentsOnPage {
  readonly applicationId: string
  /** Null beside today's text. */
  readonly round: CommentedRound | null
  readonly form: FormTemplate
  /** The budget as it is on the page. */
  readonly budget: () => Budget
  readonly comments: Comments
  readonly desk: Desk
  readonly drafts: Drafts
  readonly me: Who
  readonly standing: Standing
  /** All parties there are, to show their names. */
  readonly parties: readonly Party[]
  /** Those who may read the comments, persons and parties. */
  readonly named: readonly Named[]
  /** I may begin a comment here. */
  readonly mayBegin: boolean
  /** Begins a comment: there, or where I am. */
  readonly begin: (place?: WantedPlace) => void
  /** Shows a thread, and goes to it. */
  readonly open: (threadId: string) => void
  /** Goes to the words of a thread. */
  readonly goToText: (thread: Thread) => void
  /** Remembers where I am in the text, to go back to. */
  readonly leaveText: () => void
  /** Goes back to where I was in the text; false if I came from nowhere there. */
  readonly goBack: () => boolean
  /** The place that is commented on, as it is now. */
  readonly placeNow: (place: WantedPlace) => WantedPlace
}

export const CommentsContext = createContext<CommentsOnPage | null>(null)

export function useCommentsOnPage(): CommentsOnPage {
  const onPage = useContext(CommentsContext)
  if (onPage === null) throw new Error('Drawn outside the page of an ansökan')
  return onPage
}

/** A part of what is done at the desk; draws anew only when that part changes. */
export function useDesk<T>(desk: Desk, part: (state: DeskState) => T): T {
  return useSyncExternalStore(desk.subscribe, () => part(desk.state()))
}

export function partyNameOf(parties: readonly Party[], partyId: string): string {
  return parties.find(({ id }) => id === partyId)?.name ?? partyId
}

export function partyShortNameOf(parties: readonly Party[], partyId: string): string {
  return parties.find(({ id }) => id === partyId)?.shortName ?? partyId
}
