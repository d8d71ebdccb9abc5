import { z } from 'zod'
import { applicationStates } from '../../shared/document/applicationState.ts'
import { rescuedSchema } from '../../shared/http/rescued.ts'

/** What is kept of an ansökan beside its shared document: `documents/‹id›/record.json`. */
export const applicationRecordSchema = z.strictObject({
  id: z.string(),
  formId: z.string(),
  state: z.enum(applicationStates),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  /** Copied from the document, so that the list needs no document open. */
  name: z.string(),
  ownerOrganisation: z.string(),
  partnerOrganisations: z.array(z.string()),
  lastChange: z
    .union([
      z.strictObject({
        /** `‹person›@‹party›`. */
        by: z.string(),
        section: z.string(),
        at: z.iso.datetime(),
      }),
      // As it was kept once. The name stands until the next change, since nobody can tell any more whose it is.
      z.strictObject({
        personName: z.string(),
        partyShortName: z.string(),
        section: z.string(),
        at: z.iso.datetime(),
      }),
    ])
    .nullable(),
})

export type ApplicationRecord = z.infer<typeof applicationRecordSchema>

/** Whose a client id is, from its first use on and for ever: `documents/‹id›/clientIds.json`. */
export const clientIdsSchema = z.strictObject({
  /** Client id in decimals to `‹person›@‹party›`. */
  owners: z.record(z.string().regex(/^\d{1,16}$/), z.string()),
  /** The one of its own that the program writes under, where it is not the lowest: in a data folder that was put back. */
  programWritesAs: z.int().min(0).optional(),
})

export type ClientIdsFile = z.infer<typeof clientIdsSchema>

/** *Räddad text* of everybody in one document: `documents/‹id›/rescued.json`. */
export const rescuedFileSchema = z.strictObject({
  rescued: z.array(
    rescuedSchema.extend({
      /** `‹person›@‹party›`. */
      owner: z.string(),
      /** The deleted block it was typed in, so that successive keystrokes become one text; null when refused. */
      block: z.string().nullable(),
    }),
  ),
})

export type RescuedFile = z.infer<typeof rescuedFileSchema>
