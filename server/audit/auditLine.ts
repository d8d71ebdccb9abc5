import { hash } from 'node:crypto'
import { z } from 'zod'
import { auditActs } from '../../shared/http/auditLog.ts'
import { escaped } from '../operations/logLine.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const lineSchema = z.strictObject({
  number: z.int().positive(),
  at: z.iso.datetime(),
  act: z.enum(auditActs),
  personId: z.string().nullable(),
  partyId: z.string().nullable(),
  applicationId: z.string().nullable(),
  state: z.string().nullable(),
  details: z.record(z.string(), z.string()),
  /** Hash of the line before; `beginning` in the first. */
  previous: sha256,
})

/** An entry as it stands on disk: ids, no names. */
export type StoredEntry = z.infer<typeof lineSchema>

/** What the first entry follows on. */
export const beginning = '0'.repeat(64)

/** Longest line there is, in bytes; more than the longest that `AuditLog` lets through. */
export const lineMaxBytes = 64 * 1024

const hashPart = ',"hash":"'
/** Bytes after those that are hashed: `,"hash":"‹64›"}`. */
const tailBytes = hashPart.length + 64 + 2

/**
 * One line, with its end, and its hash: SHA-256 of the bytes that stand before `,"hash":`. Control characters, ends
 * of line and what turns the direction of text are escaped (limits.md 46).
 */
export function auditLine(entry: StoredEntry): { readonly bytes: Buffer; readonly hash: string } {
  const { number, at, act, personId, partyId, applicationId, state, details, previous } = entry
  const ordered = { number, at, act, personId, partyId, applicationId, state, details, previous }
  const hashed = Buffer.from(escaped(JSON.stringify(ordered).slice(0, -1)))
  const digest = hash('sha256', hashed, 'hex')
  return { bytes: Buffer.concat([hashed, Buffer.from(`${hashPart}${digest}"}\n`)]), hash: digest }
}

/** Reads a line, without its end, and checks its hash; null when it is not as it was written. */
export function readAuditLine(bytes: Buffer): { readonly entry: StoredEntry; readonly hash: string } | null {
  const hashedBytes = bytes.length - tailBytes
  if (hashedBytes <= 0) return null
  const digest = hash('sha256', bytes.subarray(0, hashedBytes), 'hex')
  if (bytes.toString('latin1', hashedBytes) !== `${hashPart}${digest}"}`) return null
  const parsed = lineSchema.safeParse(parse(`${bytes.toString('utf8', 0, hashedBytes)}}`))
  return parsed.success ? { entry: parsed.data, hash: digest } : null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Somebody has hashed something else than an entry.
    return null
  }
}
