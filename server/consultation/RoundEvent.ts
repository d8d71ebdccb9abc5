import { z } from 'zod'
import { roundHappenings } from '../../shared/http/notices.ts'

/**
 * Something that has happened in a round, kept with the change itself (`due` in rounds.json) until whoever makes notices
 * and letters of it has said that these are on disk. After a stop it is told once more: the same `id` is the same event.
 */
export const roundEventSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(roundHappenings),
  /** Number of the round. */
  round: z.int(),
  /** `‹person›@‹party›`; null when it happened by itself. */
  by: z.string().nullable(),
  at: z.iso.datetime(),
  /** The parties it is about: those asked, reminded or late, or the one that has answered. */
  partyIds: z.array(z.string()),
})

export type RoundEvent = z.infer<typeof roundEventSchema>

/**
 * Takes what has happened in the rounds of one ansökan, in order. Resolves when what comes of it is on disk; rejects when
 * it is to be told again. Twice is once, by the ids. Whether somebody is still to be told is asked anew: nothing goes out
 * for a round that has been called off meanwhile, but that it was.
 */
export type RoundTold = (applicationId: string, events: readonly RoundEvent[]) => Promise<void>
