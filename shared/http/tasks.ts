import { z } from 'zod'
import { purposes } from './consultation.ts'

const idSchema = z.string().regex(/^[a-z0-9]{12,32}$/)
const day = z.iso.date()

/** Something that waits for me. Oldest day first, those without a day last. */
export const taskSchema = z.discriminatedUnion('is', [
  /** My party has not answered; `maySend` when I am the one who sends. */
  z.strictObject({
    is: z.literal('reply'),
    applicationId: z.string(),
    applicationName: z.string(),
    round: z.int(),
    purpose: z.enum(purposes),
    ordinal: z.int(),
    closesOn: day.nullable(),
    workingDaysLeft: z.int().nullable(),
    hasDraft: z.boolean(),
    maySend: z.boolean(),
  }),
  /** All have answered, or the day has passed, and the round is mine to close. */
  z.strictObject({
    is: z.literal('closeRound'),
    applicationId: z.string(),
    applicationName: z.string(),
    round: z.int(),
    purpose: z.enum(purposes),
    ordinal: z.int(),
  }),
  /** Remarks that I have not answered as owner; `opposing` parties are neither lifted nor recorded. */
  z.strictObject({
    is: z.literal('remarks'),
    applicationId: z.string(),
    applicationName: z.string(),
    round: z.int(),
    purpose: z.enum(purposes),
    ordinal: z.int(),
    unanswered: z.int(),
    opposing: z.int(),
  }),
  /** Threads that wait for me or my party. */
  z.strictObject({
    is: z.literal('comments'),
    applicationId: z.string(),
    applicationName: z.string(),
    /** The oldest of them, and the round on whose version it stands; null beside today's text. */
    threadId: idSchema,
    round: z.int().nullable(),
    count: z.int(),
  }),
  /** Somebody asks for access. */
  z.strictObject({
    is: z.literal('accessRequests'),
    applicationId: z.string(),
    applicationName: z.string(),
    count: z.int(),
  }),
])

export type Task = z.infer<typeof taskSchema>

/** `GET /api/tasks` (*Att göra*). */
export const tasksSchema = z.strictObject({ tasks: z.array(taskSchema) })
