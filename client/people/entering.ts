/** One channel for all: what this page says on it, it does not hear itself. */
const channel = new BroadcastChannel('samskriv.entering')

/** Tells every other page of this browser that somebody has signed in. */
export function tellEntering(): void {
  channel.postMessage('entered')
}

/** Calls `listener` when somebody has signed in in another tab; returns how to stop. */
export function whenEntering(listener: () => void): () => void {
  channel.addEventListener('message', listener)
  return () => channel.removeEventListener('message', listener)
}
