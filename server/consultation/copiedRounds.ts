import type { RoundsFile } from './roundsFile.ts'

/**
 * The rounds that a copy of an ansökan begins with, made at an instant. What went on goes on in the other alone: in the
 * copy it is closed, by nobody, and nobody is told or reminded; answers that were not to be seen before it was over are
 * not seen there (`standingOfRound`). Drafts of answers are not copied.
 */
export function copiedRounds({ rounds }: RoundsFile, at: string): RoundsFile {
  const over = { why: 'closed' as const, reason: '', by: null, at }
  return {
    due: [],
    rounds: rounds.map(round => ({
      ...round,
      over: round.over ?? over,
      recipients: round.recipients.map(recipient => ({
        ...recipient,
        ...{ draftId: null, draftBy: null, isReplacing: false },
      })),
    })),
  }
}
