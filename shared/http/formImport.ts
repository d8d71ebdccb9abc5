import { z } from 'zod'
import { type ReadForm, readNoteKinds } from '../import/ReadForm.ts'

/** Largest Word file that is read (limits.md 32). */
export const wordMaxBytes = 20 * 1024 * 1024

/** Most notes of one section, or of the whole file, that are listed. */
export const readNotesMost = 200

const noteSchema = z.strictObject({ kind: z.enum(readNoteKinds), said: z.string() })

/** The blocks of text have been made by the server, of nodes that it knows, and are not parsed again piece by piece. */
const readFormSchema = z.custom<ReadForm>(
  value =>
    z
      .object({
        form: z.object({ formId: z.string(), sections: z.record(z.string(), z.unknown()) }),
        sections: z.array(
          z.object({
            section: z.string(),
            is: z.enum(['read', 'guessed', 'missing']),
            heading: z.string().nullable(),
            notes: z.array(noteSchema),
          }),
        ),
        leftOvers: z.array(z.object({ id: z.string(), blocks: z.array(z.unknown()) })),
        notes: z.array(noteSchema),
      })
      .safeParse(value).success,
)

/**
 * `POST /api/applications/word/read[?form=‹id of a form›]`, body = the bytes of a .docx file: what stands in it. Nothing is
 * kept. Without `form` it is read as the form that it fits best.
 */
export const readWordSchema = z.strictObject({
  read: readFormSchema,
  /** The form versions, the one that fits best first: how many of the headings of each are in the file. */
  forms: z.array(z.strictObject({ formId: z.string(), found: z.int().min(0), of: z.int().min(0) })),
  /** False when another form fits as well: whoever reads it in must say which it is. */
  isSure: z.boolean(),
})

export type ReadWord = z.infer<typeof readWordSchema>

const targetSchema = z.strictObject({
  section: z.string().max(40),
  level: z.enum(['overall', 'effect', 'result', 'insats']).optional(),
})

const placementsSchema = z.record(z.string().max(40), z.union([targetSchema, z.literal('leaveOut')]))

/**
 * `POST /api/applications/word`, multipart: `file`, the same bytes, and `choices`, this as JSON. The file is read again;
 * every left-over text must have been placed or left out. Answered with an `Application`.
 */
export const wordChoicesSchema = z.strictObject({ formId: z.string().max(64), placements: placementsSchema })

export type WordChoices = z.infer<typeof wordChoicesSchema>

/**
 * `GET /api/applications/:id/move?to=‹id of a form›`: what an ansökan would be on a newer form version, and which state of
 * it that is made of. Nothing is changed.
 */
export const readMoveSchema = z.strictObject({
  read: readFormSchema,
  /** SHA-256 of what it says now (`canonicalForm`). */
  hash: z.string(),
})

export type ReadMove = z.infer<typeof readMoveSchema>

/**
 * `POST /api/applications/:id/move`: a new ansökan on a newer form version, with the people of this one. This one stays as
 * it is. Refused when it has been changed since `hash`. Answered with the new `Application`.
 */
export const moveSchema = z.strictObject({
  to: z.string().max(64),
  hash: z.string().regex(/^[a-f0-9]{64}$/),
  placements: placementsSchema,
})

export type Move = z.infer<typeof moveSchema>
