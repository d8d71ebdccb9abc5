/** A new id of a thread or a post: 20 hexadecimal digits, chosen here so that what is sent twice is one. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
