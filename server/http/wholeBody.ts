import type { MiddlewareHandler } from 'hono'

/**
 * Waits for all of a JSON body before anything is asked of who sends it: somebody could send the last of it when her
 * right is gone.
 */
export const wholeBody: MiddlewareHandler = async (c, next) => {
  // Hono keeps it, so that it is read once.
  if (/^application\/json\b/i.test(c.req.header('content-type') ?? '')) await c.req.text()
  await next()
}
