import type { Context } from 'hono'
import type { z } from 'zod'
import { Refused } from './refuse.ts'

/** Largest JSON body a request may have. Bodies are read through `limitBody`, so this is also the bound. */
export const jsonMaxBytes = 1024 * 1024

/** Parses the body of a request by the schema both sides share. Refuses what does not fit, naming the fields. */
export async function parseBody<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) throw new Refused('malformedRequest')
  const parsed = schema.safeParse(await readJson(c))
  if (!parsed.success) {
    throw new Refused('malformedRequest', [...new Set(parsed.error.issues.map(issue => issue.path.join('.')))])
  }
  return parsed.data
}

async function readJson(c: Context): Promise<unknown> {
  try {
    return await c.req.json()
  } catch {
    // Not JSON; the sender is told just that.
    throw new Refused('malformedRequest')
  }
}
