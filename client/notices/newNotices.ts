const listeners = new Set<() => void>()

/** The line of an open ansökan has heard that there is something new. */
export function tellNewNotices(): void {
  for (const listener of listeners) listener()
}

/** Calls `listener` when there is something new; returns how to stop. */
export function whenNewNotices(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
