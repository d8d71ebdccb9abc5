/** Does something when the browser has nothing better to do, at the latest after so long. Returns how to call it off. */
export function whenIdle(action: () => void, latestMs: number): () => void {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(action, { timeout: latestMs })
    return () => cancelIdleCallback(handle)
  }
  const handle = setTimeout(action, 50)
  return () => clearTimeout(handle)
}
