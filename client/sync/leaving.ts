const channelName = 'samskriv.leaving'

/** Tells every other page of this browser that the person has signed out and that nothing is kept here any more. */
export function tellLeaving(): void {
  const channel = new BroadcastChannel(channelName)
  channel.postMessage('left')
  channel.close()
}

/** Calls `listener` when the person signs out, in this window or another; returns how to stop. */
export function whenLeaving(listener: () => void): () => void {
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = listener
  return () => channel.close()
}
