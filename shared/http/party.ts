import { z } from 'zod'

export const partyKindSchema = z.enum([
  'kommun',
  'arbetsformedlingen',
  'forsakringskassan',
  'region',
  'forbund',
])

export const partyColourSchema = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
])

export const partySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: partyKindSchema,
  colour: partyColourSchema,
})
