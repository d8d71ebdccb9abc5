/** Copies words. False where there is no clipboard: they are to be shown, marked, and copied by hand. */
export async function copyWords(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words)
    return true
  } catch {
    // Over plain http from another machine there is no clipboard; elsewhere it may have been forbidden.
    return false
  }
}
