import { z } from 'zod'

/** What is kept of the draft of a *remissvar* beside its shared document: `documents/‹id›/draft.json`. */
export const draftFileSchema = z.strictObject({
  id: z.string(),
  /** Whose answer it is, in which round. */
  applicationId: z.string(),
  roundId: z.string(),
  partyId: z.string(),
  createdAt: z.iso.datetime(),
  /** `‹person›@‹party›`. */
  createdBy: z.string(),
  /** Files whose bytes are kept beside it, whether or not they stand in the draft now. */
  files: z.array(z.strictObject({ hash: z.string(), sizeBytes: z.int().min(1) })),
})

export type DraftFile = z.infer<typeof draftFileSchema>

export const draftFileName = 'draft.json'
