const parameter = 'kommentar'

/** The address that opens an ansökan, or one of its rounds, at a thread. */
export function threadLink(applicationId: string, round: number | null, threadId: string): string {
  const page = `/ansokningar/${applicationId}${round === null ? '' : `/remiss/${round}`}`
  return new URL(`${page}?${parameter}=${threadId}`, location.origin).href
}

/** The thread that an address's question asks for; null if none. */
export function threadInQuestion(question: string): string | null {
  const asked = new URLSearchParams(question).get(parameter)
  return asked !== null && /^[a-z0-9]{12,32}$/.test(asked) ? asked : null
}
