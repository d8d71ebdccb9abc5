import type { MiddlewareHandler } from 'hono'

/** limits.md 30. Styles are files of our own; no inline script or style is allowed anywhere. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
].join('; ')

/** Names and values of what every answer has. */
export function securityHeaderList(https: boolean): readonly (readonly [string, string])[] {
  return [
    ['content-security-policy', contentSecurityPolicy],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'no-referrer'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', 'camera=(), microphone=(), geolocation=()'],
    ...(https ? [['strict-transport-security', 'max-age=31536000; includeSubDomains'] as const] : []),
  ]
}

export function securityHeaders(https: boolean): MiddlewareHandler {
  const list = securityHeaderList(https)
  return async (c, next) => {
    await next()
    const headers = c.res.headers
    // A page made of a document has a stricter policy of its own.
    const hasOwnPolicy = headers.has('content-security-policy')
    for (const [name, value] of list) {
      if (name !== 'content-security-policy' || !hasOwnPolicy) headers.set(name, value)
    }
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  }
}
