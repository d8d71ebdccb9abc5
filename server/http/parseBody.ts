import type { Context } from 'hono'
import type { z } from 'zod'
import { Refused } from './refuse.ts'
import { repeatedKey } from './repeatedKey.ts'

/** Largest JSON body a request may have. Bodies are read through `limitBody`, so this is also the bound. */
export const jsonMaxBytes = 1024 * 1024

/** Parses the body of a request by the schema both sides share. Refuses what does not fit, naming the fields. */
export async function parseBody<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) throw new Refused('malformedRequest')
  return parseJson(await textOf(c), schema)
}

/** The same of JSON that came in another way. */
export function parseJson<T>(json: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(readJson(json))
  if (!parsed.success) {
    throw new Refused('malformedRequest', [...new Set(parsed.error.issues.flatMap(fieldsOf))])
  }
  return parsed.data
}

/** The fields that an issue is about: those that nobody asked for by their own names. */
function fieldsOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => [...issue.path, key].join('.'))
  return issue.path.length > 0 ? [issue.path.join('.')] : []
}

async function textOf(c: Context): Promise<string> {
  try {
    return await c.req.text()
  } catch {
    // It was cut off; the sender is told just that.
    throw new Refused('malformedRequest')
  }
}

function readJson(json: string): unknown {
  let body: unknown
  try {
    body = JSON.parse(json)
  } catch {
    // Not JSON; the sender is told just that.
    throw new Refused('malformedRequest')
  }
  const repeated = repeatedKey(json)
  if (repeated !== null) throw new Refused('malformedRequest', [repeated])
  return body
}
