import { z } from 'zod'
import type { FilledForm } from '../document/filledForm.ts'
import { threadSchema, whoSchema } from './comments.ts'

/** One line that a person writes. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^[^\p{Cc}]*$/u)

/**
 * Why a version was made: by hand; by itself while people wrote; because an earlier one was about to be brought back;
 * as what was brought back; as what was sent in a round of remiss. The lock before signing makes its own too.
 */
export const versionReasons = ['byHand', 'automatic', 'beforeRestore', 'restored', 'round'] as const

export type VersionReason = (typeof versionReasons)[number]

/** An immutable copy of a whole ansökan, as the list shows it. */
export const versionSchema = z.strictObject({
  /** 1, 2, 3 … in the order they were made. */
  number: z.int().min(1),
  /**
   * `omgång.version.ändring`, e.g. `0.2` for the second version by hand before any round of remiss, `0.2.3` for the third
   * automatic one after it.
   */
  label: z.string(),
  reason: z.enum(versionReasons),
  /** What it is called; empty for automatic ones, and where nobody has named it. */
  name: z.string(),
  /** What whoever made it wrote about why; may be empty. */
  note: z.string(),
  /** Who made it; null for automatic ones. */
  by: whoSchema.nullable(),
  at: z.iso.datetime(),
  /** The version that was brought back, of a `restored` one. */
  restoredFrom: z.int().nullable(),
  formId: z.string(),
  /** SHA-256 (hex) of form version, text and fields (`canonicalForm`), comment marks left out. */
  hash: z.string(),
  /** Characters of text and fields in it. */
  letters: z.int(),
  /** Who wrote in which section since the version before, by section key. From the checked client ids. */
  writers: z.record(z.string(), z.array(whoSchema)),
})

export type Version = z.infer<typeof versionSchema>

/** `GET /api/applications/:id/versions`: newest first. */
export const versionListSchema = z.strictObject({
  versions: z.array(versionSchema),
  /** Who has written in which section since the newest of them; empty when nobody has. */
  writersSince: z.record(z.string(), z.array(whoSchema)),
  /** Number of the newest version that was there when I was here the last time before this; null when there is none. */
  lastVisit: z.strictObject({ number: z.int(), at: z.iso.datetime() }).nullable(),
})

export type VersionList = z.infer<typeof versionListSchema>

/** `POST /api/applications/:id/versions`. Answered with a `Version`. */
export const makeVersionSchema = z.strictObject({ name: line(120).pipe(z.string().min(1)), note: line(1000) })

/**
 * `GET /api/applications/:id/versions/:number`: the whole of it. `form` is a `FilledForm`; it has been checked against
 * its hash when it was read, and is not parsed again piece by piece.
 */
export const wholeVersionSchema = z.strictObject({
  version: versionSchema,
  form: z.custom<FilledForm>(value => typeof value === 'object' && value !== null && 'sections' in value),
  /** The threads that I may see, as they were then. Their places in the text are `comments` of its runs. */
  threads: z.array(threadSchema),
})

export type WholeVersion = z.infer<typeof wholeVersionSchema>

/** `POST /api/applications/:id/versions/:number/restore`. Answered with the `Version` that it has become. */
export const restoreVersionSchema = z.strictObject({ note: line(1000) })
