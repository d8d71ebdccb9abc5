import { z } from 'zod'
import { refusals } from '../sync/refusal.ts'

/** Longest piece of rescued text that a client may hand in, in UTF-16 units. */
export const rescuedMaxLength = 200_000

/**
 * Why a text that was refused could not be got in: the server's reason, or what the client found out by itself.
 * `tooLarge`: more at once than goes through. `noPlace`: where it stood is gone.
 */
export const rescuedWhys = [...refusals, 'tooLarge', 'noPlace'] as const

export type RescuedWhy = (typeof rescuedWhys)[number]

const why = z.enum(rescuedWhys).nullable().default(null)

/**
 * *Räddad text*: what somebody typed that has no place in the text any more, because the block was replaced
 * while she wrote or because the server refused it. Kept per person and section until she puts it back or
 * throws it away.
 */
export const rescuedSchema = z.strictObject({
  id: z.string(),
  /** Key of the section; null when it cannot be told any more. */
  section: z.string().nullable(),
  text: z.string(),
  at: z.iso.datetime(),
  reason: z.enum(['replaced', 'refused', 'valueLost']),
  /** Of what was refused; null of anything else, and where it is not known. */
  why,
})

export type Rescued = z.infer<typeof rescuedSchema>

/** `GET /api/applications/:id/rescued`: my own, oldest first. */
export const rescuedListSchema = z.strictObject({ rescued: z.array(rescuedSchema) })

/** `POST /api/applications/:id/rescued`: text that the client could not get in. Answered with a `Rescued`. */
export const keepRescuedSchema = z.strictObject({
  /** Chosen by the client, so that a repeated request keeps it once. */
  id: z.string().regex(/^[a-z0-9]{12,32}$/),
  section: z.string().max(64).nullable(),
  text: z.string().min(1).max(rescuedMaxLength),
  why,
})
