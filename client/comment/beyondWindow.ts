import { draftId } from '../editor/comments/TextComments.ts'
import type { Standing, Stretch } from './nearCards.ts'

/** The comments that are not to be seen, when none is. */
export interface Beyond {
  readonly above: number
  readonly below: number
  /** Id of the one that is the shortest way off. */
  readonly nearest: string
}

/** How many cards stand above and below the window; null where at least one reaches into it, or there are none. */
export function beyondWindow(cards: readonly Standing[], { from, to }: Stretch): Beyond | null {
  if (cards.some(({ top, height }) => top < to && top + height > from)) return null
  const threads = cards.filter(({ id }) => id !== draftId)
  const above = threads.filter(({ top, height }) => top + height <= from)
  const below = threads.filter(({ top }) => top >= to)
  const last = above.at(-1)
  const first = below[0]
  const isUp = last && (!first || from - (last.top + last.height) < first.top - to)
  const nearest = isUp ? last : first
  return nearest ? { above: above.length, below: below.length, nearest: nearest.id } : null
}
