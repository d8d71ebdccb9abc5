import { createHash, randomBytes } from 'node:crypto'

/** A new secret for a link, 256 bits, and what is kept of it. */
export function linkSecret(): { readonly secret: string; readonly hash: string } {
  const secret = randomBytes(32).toString('base64url')
  return { secret, hash: hashOfSecret(secret) }
}

/** SHA-256 in hex: all that is ever kept of a secret. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
