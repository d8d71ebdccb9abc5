import { z } from 'zod'

const partySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: z.enum(['kommun', 'arbetsformedlingen', 'forsakringskassan', 'region', 'forbund']),
  colour: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
})

const personSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  partyId: z.string(),
})

const meSchema = z.strictObject({ person: personSchema, party: partySchema })

/** Who is signed in here: a person acting for a party. */
export type Me = z.infer<typeof meSchema>

/** `GET /api/session`: who I am, and how to get in. */
export const sessionSchema = z.strictObject({
  me: meSchema.nullable(),
  /** The demo persons to choose among; empty when demo mode is off. */
  demoPersons: z.array(meSchema),
})

export type SessionAnswer = z.infer<typeof sessionSchema>

/** `POST /api/demo/session`: enter as a demo person. Answered with a `SessionAnswer`. */
export const enterDemoSchema = z.strictObject({ personId: z.string().min(1).max(64) })
