import { z } from 'zod'
import { verdicts } from '../../../shared/http/replies.ts'
import type { WrittenAnswer } from './writtenAnswer.ts'

const writtenSchema = z.strictObject({
  verdict: z.enum(verdicts).nullable(),
  reason: z.string(),
  changedSection: z.string().nullable(),
})

/** Where what the owner has written about remarks is kept until the server has it. */
export interface AnswerMemory {
  load(partyId: string, remarkId: string): WrittenAnswer | null
  keep(partyId: string, remarkId: string, written: WrittenAnswer): void
  drop(partyId: string, remarkId: string): void
}

/** The browser's own storage; `sync/deviceCopy.ts` empties it at sign-out. None, or a full one, costs only what a closed page would have got back. */
export function answerMemory(
  storage: Storage | null,
  owner: string,
  applicationId: string,
  round: number,
): AnswerMemory {
  const keyOf = (partyId: string, remarkId: string) =>
    `samskriv.round.answer.${owner}.${applicationId}.${round}.${partyId}.${remarkId}`
  return {
    load(partyId, remarkId) {
      try {
        const kept = storage?.getItem(keyOf(partyId, remarkId)) ?? 'null'
        return writtenSchema.nullable().parse(JSON.parse(kept))
      } catch {
        // Written by another version: as if nothing were kept.
        return null
      }
    },
    keep(partyId, remarkId, written) {
      try {
        storage?.setItem(keyOf(partyId, remarkId), JSON.stringify(written))
      } catch {
        // Full: it is in the page all the same.
      }
    },
    drop(partyId, remarkId) {
      storage?.removeItem(keyOf(partyId, remarkId))
    },
  }
}
