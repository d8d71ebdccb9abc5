import { isSignedOut, type SavedState } from '../sync/savedState.ts'
import type { Text } from '../text/text.ts'

/** Where my words are, in words. `shown`: the ansökan itself has come. */
export function savedWords({ sync }: Text, saved: SavedState, shown = true): string {
  switch (saved.is) {
    case 'saved':
      return sync.saved
    case 'saving':
      return sync.saving
    case 'noContact':
      return shown || saved.changes > 0 ? sync.noContact(saved.changes) : sync.noContactYet
    case 'catchingUp':
      return sync.catchingUp
    case 'away':
      return shown ? sync.away(saved.reason, saved.changes) : sync.ended[saved.reason]
    case 'left':
      return sync.leftElsewhere(saved.changes)
    case 'ended': {
      const why = sync.ended[saved.reason]
      if (isSignedOut(saved)) return `${why} ${sync.signedOutKept(saved.changes)}`
      return saved.changes > 0 ? `${why} ${sync.endedKept(saved.changes)}` : why
    }
  }
}
