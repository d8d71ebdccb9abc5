const parameter = 'kommentar'

/** The address that opens an ansökan at a thread. */
export function threadLink(applicationId: string, threadId: string): string {
  return new URL(`/ansokningar/${applicationId}?${parameter}=${threadId}`, location.origin).href
}

/** The thread that an address's question asks for; null if none. */
export function threadInQuestion(question: string): string | null {
  const asked = new URLSearchParams(question).get(parameter)
  return asked !== null && /^[a-z0-9]{12,32}$/.test(asked) ? asked : null
}
