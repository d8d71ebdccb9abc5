import { z } from 'zod'

/**
 * `POST /sync/:id/line`: begins a line over ordinary requests. It is answered with its secret name, or with the close
 * code (`shared/sync/closeReason.ts`) of a line that has ended before it began.
 */
export const lineBegunSchema = z.union([
  z.strictObject({ token: z.string().regex(/^[\w-]{22,64}$/) }),
  z.strictObject({ endedWith: z.int() }),
])

export type LineBegun = z.infer<typeof lineBegunSchema>

/** `POST /sync/:id/line/:token/:number`: the number of the last batch that has arrived. */
export const batchReceivedSchema = z.strictObject({ received: z.int() })

export type BatchReceived = z.infer<typeof batchReceivedSchema>
