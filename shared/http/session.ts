import { z } from 'zod'
import { partySchema } from './party.ts'

const personSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  partyId: z.string(),
  isGuest: z.literal(true).exactOptional(),
})

const meSchema = z.strictObject({ person: personSchema, party: partySchema })

/** Who is signed in here: a person acting for a party. */
export type Me = z.infer<typeof meSchema>

/** `GET /api/session`: who I am, and how to get in. */
export const sessionSchema = z.strictObject({
  me: meSchema.nullable(),
  /** I look after the program: organisations and people. */
  isAdministrator: z.boolean(),
  /** I came by a guest link. */
  isGuest: z.boolean(),
  /** There are links by mail to ask for. */
  mailLink: z.boolean(),
  /** Some organisation has a sign-in of its own. */
  openId: z.boolean(),
  /** The demo persons to choose among; empty when demo mode is off. */
  demoPersons: z.array(meSchema),
})

export type SessionAnswer = z.infer<typeof sessionSchema>

/** `POST /api/demo/session`: enter as a demo person. Answered with a `SessionAnswer`. */
export const enterDemoSchema = z.strictObject({ personId: z.string().min(1).max(64) })
