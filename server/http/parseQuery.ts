import type { Context } from 'hono'
import type { z } from 'zod'
import { Refused } from './refuse.ts'

/** Parses what stands after the question mark. Refuses what does not fit, and what is said twice, naming the fields. */
export function parseQuery<T>(c: Context, schema: z.ZodType<T>): T {
  const said = Object.entries(c.req.queries())
  const repeated = said.filter(([, values]) => values.length > 1).map(([name]) => name)
  if (repeated.length > 0) throw new Refused('malformedRequest', repeated)
  const parsed = schema.safeParse(Object.fromEntries(said.map(([name, [value]]) => [name, value])))
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.flatMap(issue =>
    issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0] ?? '')],
  )
  throw new Refused('malformedRequest', [...new Set(fields)])
}
