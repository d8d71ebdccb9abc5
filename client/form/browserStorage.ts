/** The browser's storage; null where the browser has been told to forbid it, which it says by throwing. */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    // Forbidden by a policy or a setting: what would have been remembered is not.
    return null
  }
}
