import { z } from 'zod'

/** Largest picture that may be uploaded. */
export const imageMaxBytes = 10 * 1024 * 1024

export const imageHashPattern = /^[a-f0-9]{64}$/

/**
 * `POST /api/applications/:id/images`, body = the bytes of a PNG, JPEG, WebP or GIF. The server decodes it and
 * encodes it again without metadata; `hash` is the SHA-256 of what it keeps, read back at
 * `GET /api/applications/:id/images/:hash`.
 */
export const imageSchema = z.strictObject({
  hash: z.string().regex(imageHashPattern),
  width: z.int(),
  height: z.int(),
})

export type Image = z.infer<typeof imageSchema>
