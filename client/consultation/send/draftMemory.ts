import { z } from 'zod'
import { purposes } from '../../../shared/http/consultation.ts'
import type { RoundDraft } from './RoundDraft.ts'

const draftSchema = z.strictObject({
  id: z.string(),
  purpose: z.enum(purposes),
  isWhole: z.boolean(),
  sections: z.array(z.string()),
  persons: z.record(z.string(), z.array(z.string())),
  closesOn: z.string(),
  message: z.string().nullable(),
  textIsOpen: z.boolean(),
  repliesAreSeen: z.enum(['whenSent', 'whenOver']),
  closesByItself: z.boolean(),
})

/** Where what somebody has filled in of a round is kept until it is sent. */
export interface DraftMemory {
  load(): RoundDraft | null
  keep(draft: RoundDraft): void
  drop(): void
}

/** The browser's own storage; `sync/deviceCopy.ts` empties it at sign-out. None, or a full one, costs only what a closed page would have got back. */
export function draftMemory(storage: Storage | null, owner: string, applicationId: string): DraftMemory {
  const key = `samskriv.round.${owner}.${applicationId}`
  return {
    load() {
      try {
        return draftSchema.nullable().parse(JSON.parse(storage?.getItem(key) ?? 'null'))
      } catch {
        // Written by another version: as if nothing were kept.
        return null
      }
    },
    keep(draft) {
      try {
        storage?.setItem(key, JSON.stringify(draft))
      } catch {
        // Full: it is in the page all the same.
      }
    },
    drop() {
      storage?.removeItem(key)
    },
  }
}
