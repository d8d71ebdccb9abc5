import { z } from 'zod'
import { applicationStates } from '../document/applicationState.ts'
import { roles } from '../people/role.ts'
import { sectionClosingSchema } from './access.ts'
import { waitingRoundSchema } from './consultation.ts'

/** Longest name of an insats: as long as the forms have room for. */
export const nameMaxLength = 200

const applicationIdSchema = z.string().regex(/^[a-z0-9]{12,32}$/)

/** An ansökan as the list and the head of its page show it. */
export const applicationSchema = z.strictObject({
  id: applicationIdSchema,
  formId: z.string(),
  /** Its place in its life (domain.md 3.3). */
  state: z.enum(applicationStates),
  /** Read from the document by the server; empty until somebody has written one. */
  name: z.string(),
  ownerOrganisation: z.string(),
  partnerOrganisations: z.array(z.string()),
  createdAt: z.iso.datetime(),
  /** Who changed what last; null until somebody has. */
  lastChange: z
    .strictObject({
      personName: z.string(),
      partyShortName: z.string(),
      section: z.string(),
      at: z.iso.datetime(),
    })
    .nullable(),
  /** True when its data file is damaged: it is closed until restored, nothing of it is overwritten. */
  damaged: z.boolean(),
  /** What I am in it. */
  standing: z.strictObject({ role: z.enum(roles), adviceIsOpen: z.boolean(), textIsOpen: z.boolean() }),
  /** The rounds that go on, oldest first; empty for whoever does not see rounds. */
  rounds: z.array(waitingRoundSchema),
  /** The sections that the owner has closed, by key. */
  closings: z.record(
    z.string(),
    z.strictObject({
      closing: sectionClosingSchema,
      by: z.strictObject({ name: z.string(), partyShortName: z.string() }),
      at: z.iso.datetime(),
    }),
  ),
})

export type Application = z.infer<typeof applicationSchema>

/** `GET /api/applications`: all that I may see, last changed first. */
export const applicationListSchema = z.strictObject({ applications: z.array(applicationSchema) })

/** `POST /api/applications`: start one on a form version. Answered with an `Application`. */
export const createApplicationSchema = z.strictObject({
  formId: z.string().max(64),
  /** One line. */
  name: z
    .string()
    .max(nameMaxLength)
    .regex(/^[^\n\r]*$/),
})
