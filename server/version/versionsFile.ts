import { z } from 'zod'
import { versionReasons } from '../../shared/http/versions.ts'

const instant = z.iso.datetime()
/** `‹person›@‹party›`. */
const author = z.string()
const sha256 = z.string().regex(/^[a-f0-9]{64}$/)
/** Who wrote, by section key. */
const writers = z.record(z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,63}$/), z.array(author))

const keptVersionSchema = z.strictObject({
  number: z.int().min(1),
  /** Rounds of remiss, versions and changes that came before it, and itself: `round.version.change`. */
  label: z.strictObject({ round: z.int().min(0), version: z.int().min(0), change: z.int().min(0) }),
  reason: z.enum(versionReasons),
  name: z.string(),
  note: z.string(),
  by: author.nullable(),
  at: instant,
  restoredFrom: z.int().nullable(),
  formId: z.string(),
  /** SHA-256 of `canonicalForm`. */
  hash: sha256,
  letters: z.int(),
  writers,
  /** The attachments that it is kept in: what it says, and the threads beside it, each as gzip of JSON. */
  content: sha256,
  threads: sha256,
})

/** The versions of an ansökan, oldest first: `documents/‹id›/versions.json`. What each says is in an attachment. */
export const versionsFileSchema = z.strictObject({ versions: z.array(keptVersionSchema) })

export type VersionsFile = z.infer<typeof versionsFileSchema>
export type KeptVersion = VersionsFile['versions'][number]

/** A time when somebody was here, and the newest version there was then; 0 when there was none. */
const seenSchema = z.strictObject({ number: z.int().min(0), at: instant })

/** What has happened beside the versions: `documents/‹id›/since.json`. */
export const sinceFileSchema = z.strictObject({
  /** Who has written since the newest of them. */
  writers,
  /** When each person, acting for a party, left the last time, and the time before that. */
  visits: z.record(author, z.strictObject({ left: seenSchema, before: seenSchema.nullable() })),
})

export type SinceFile = z.infer<typeof sinceFileSchema>
export type Writers = SinceFile['writers']
export type Seen = z.infer<typeof seenSchema>

export const noVersions: VersionsFile = { versions: [] }
export const nothingSince: SinceFile = { writers: {}, visits: {} }
