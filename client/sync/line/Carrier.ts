/** Over a WebSocket, or over ordinary requests. */
export type Way = 'socket' | 'polling'

/** What a carrier tells: never before it has been made, and nothing after `closed` or its `close()`. */
export interface CarrierEvents {
  /** It can be spoken on; whether anything gets through is not known yet. */
  opened(): void
  /** A word from the server: frames in order, or none when it only shows that it is there. */
  heard(frames: readonly Uint8Array[]): void
  /** Gone: with the server's close code, or whatever the browser says when the network has lost it. */
  closed(code: number | null): void
}

/** Carries frames to a room and back, in order, until it closes. It never comes back by itself. */
export interface Carrier {
  /** What is sent before `opened` or after the end is lost. */
  send(frame: Uint8Array<ArrayBuffer>): void
  /** Lets the line go; the server is told. */
  close(): void
}

export type OpenCarrier = (way: Way, events: CarrierEvents) => Carrier
