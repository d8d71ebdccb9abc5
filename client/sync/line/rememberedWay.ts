const key = 'samskriv.way'

/** Whether ordinary requests were what got through in this browser tab, so that its next page begins with them. */
export function requestsAreRemembered(): boolean {
  try {
    return sessionStorage.getItem(key) === 'requests'
  } catch {
    // Forbidden by a policy or a setting: the page finds out again.
    return false
  }
}

export function rememberRequests(work: boolean): void {
  try {
    if (work) sessionStorage.setItem(key, 'requests')
    else sessionStorage.removeItem(key)
  } catch {
    // As above: the next page finds out again.
  }
}
