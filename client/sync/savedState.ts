import type { CloseReason } from '../../shared/sync/closeReason.ts'

/** What the page says about my words: its words are in the texts of the room sync. Never claims more than the server has on disk. */
export type SavedState =
  /** Everything I typed is on the server's disk. */
  | { readonly is: 'saved'; readonly at: Date | null }
  | { readonly is: 'saving' }
  /** No contact for a while; `changes` wait in this browser. */
  | { readonly is: 'noContact'; readonly changes: number }
  /** Contact is back and what waited is being sent. */
  | { readonly is: 'catchingUp' }
  /** The server has said why it cannot go on, and contact comes back by itself. */
  | { readonly is: 'away'; readonly reason: CloseReason; readonly changes: number }
  | { readonly is: 'ended'; readonly reason: CloseReason; readonly changes: number }
  /** Signed out in another window, which has emptied this browser: `changes` are on this page and nowhere else. */
  | { readonly is: 'left'; readonly changes: number }

/** Whether nobody is signed in any more: what I typed waits in this browser until I am back. */
export function isSignedOut(saved: SavedState): boolean {
  return saved.is === 'ended' && (saved.reason === 'signedOut' || saved.reason === 'sessionRanOut')
}

/** Whether the ansökan is closed to me: somebody has taken away my access, or it is gone. */
export function isShutOut(saved: SavedState): boolean {
  return saved.is === 'ended' && (saved.reason === 'mayNotOpen' || saved.reason === 'unknownDocument')
}

/** How long something may be outstanding before the page says so, and contact gone before it says that. */
export const savingAfterMs = 1000
export const noContactAfterMs = 5000

/** What the state is made of. Instants are milliseconds of one clock. */
export interface SavedFacts {
  /** Changes that the server has not acknowledged. */
  readonly outstanding: number
  /** When the oldest of them was made; null when there is none. */
  readonly outstandingSince: number | null
  readonly line: 'live' | 'catchingUp' | 'lost'
  readonly lostSince: number | null
  readonly savedAt: Date | null
  /** Why the server let go of the line last, if it said so; null once everything goes well again. */
  readonly trouble: CloseReason | null
  readonly ended: CloseReason | null
  readonly leftElsewhere: boolean
}

/** Troubles that do not pass in a moment, so that they are said at once. */
const lasting: ReadonlySet<CloseReason> = new Set<CloseReason>(['diskFault', 'roomFull', 'serverFull'])

/**
 * The state at an instant, and after how many milliseconds it may change by time alone (null: not at all).
 * Short outages and quick acknowledgements do not flicker.
 */
export function savedStateAt(
  facts: SavedFacts,
  now: number,
): { state: SavedState; changesInMs: number | null } {
  const { outstanding, ended, line, trouble } = facts
  if (facts.leftElsewhere) return steady({ is: 'left', changes: outstanding })
  if (ended) return steady({ is: 'ended', reason: ended, changes: outstanding })
  if (trouble && line !== 'live' && lasting.has(trouble) && (line === 'lost' || outstanding > 0))
    return steady({ is: 'away', reason: trouble, changes: outstanding })
  const lostForMs = facts.lostSince === null ? 0 : now - facts.lostSince
  if (line === 'lost' && lostForMs >= noContactAfterMs) {
    return trouble
      ? steady({ is: 'away', reason: trouble, changes: outstanding })
      : steady({ is: 'noContact', changes: outstanding })
  }
  const untilNoContact = line === 'lost' ? noContactAfterMs - lostForMs : null
  if (outstanding === 0) return { state: { is: 'saved', at: facts.savedAt }, changesInMs: untilNoContact }
  if (line === 'catchingUp') return steady({ is: 'catchingUp' })
  const outstandingForMs = facts.outstandingSince === null ? 0 : now - facts.outstandingSince
  if (outstandingForMs >= savingAfterMs) return { state: { is: 'saving' }, changesInMs: untilNoContact }
  const untilSaving = savingAfterMs - outstandingForMs
  return {
    state: { is: 'saved', at: facts.savedAt },
    changesInMs: Math.min(untilSaving, untilNoContact ?? untilSaving),
  }
}

function steady(state: SavedState): { state: SavedState; changesInMs: null } {
  return { state, changesInMs: null }
}
