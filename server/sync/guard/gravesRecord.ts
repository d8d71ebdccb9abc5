import { z } from 'zod'
import { DeletedText } from './DeletedText.ts'
import { Graves } from './Graves.ts'

const number = z.int().nonnegative()

/**
 * Graves as they are kept beside a document's snapshot: `documents/‹id›/graves.json`. A piece is a stretch of one
 * client's clock, in the order in which it stood, and its characters if they are lost.
 */
export const gravesSchema = z.strictObject({
  /** Number of the last update that is buried here: those after it must be replayed. */
  through: number,
  graves: z.array(
    z.strictObject({
      key: z.string(),
      section: z.string().nullable(),
      text: z.strictObject({ client: number, clock: number }).nullable(),
      told: z.array(number),
      isSealed: z.boolean(),
      pieces: z.array(z.tuple([number, number, number, z.string()])),
    }),
  ),
})

export type GravesRecord = z.infer<typeof gravesSchema>

/** `through` is the number of the last update that the document they belong to has. */
export function writeGraves(graves: Graves, through: number): GravesRecord {
  return {
    through,
    graves: [...graves.all()].map(grave => ({
      key: grave.key,
      section: grave.section,
      text: grave.text,
      told: [...grave.told],
      isSealed: grave.isSealed,
      pieces: Array.from(grave.pieces(), ({ client, clock, length, kept }) => [client, clock, length, kept]),
    })),
  }
}

export function readGraves(record: GravesRecord): Graves {
  const graves = new Graves()
  for (const { key, section, text, told, isSealed, pieces } of record.graves) {
    const grave = new DeletedText(key, section, text, told)
    for (const [client, clock, length, kept] of pieces) {
      graves.append(grave.last, { client, clock }, length, kept)
    }
    grave.isSealed = isSealed
  }
  return graves
}
