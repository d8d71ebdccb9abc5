/**
 * Every way the server ends a connection. Codes 4400–4499 are final for a stock y-websocket client too: it does
 * not come back by itself. `again` says what our own client does. A frame that is too large is ended with the
 * WebSocket's own code, before a byte of it has been read.
 *
 * `never`: shows why and stays closed. `fresh`: drops its copy, loads the document again and joins.
 * `later`: joins again after a pause.
 *
 * `signedOut`: nobody is signed in here any more, or it is somebody else. `sessionRanOut`: she was away for too long, or
 * has been in for as long as one may; what she has typed waits in her outbox until she is back.
 *
 * `personFull`, `roomFull`, `serverFull`: there are as many lines as one person, one document or the program may
 * have. `slowReader`: what it was sent lay unread for too long, or was too much. `diskFault`: the disk is full or
 * failing, so that nothing can be kept.
 */
export const closeReasons = {
  signedOut: { code: 4401, again: 'never' },
  sessionRanOut: { code: 4402, again: 'never' },
  mayNotOpen: { code: 4403, again: 'never' },
  unknownDocument: { code: 4404, again: 'never' },
  updateRefused: { code: 4409, again: 'fresh' },
  damagedDocument: { code: 4410, again: 'never' },
  frameTooLarge: { code: 1009, again: 'never' },
  malformedFrame: { code: 4422, again: 'never' },
  olderSchema: { code: 4426, again: 'never' },
  personFull: { code: 4429, again: 'never' },
  serverFull: { code: 1013, again: 'later' },
  roomFull: { code: 4529, again: 'later' },
  slowReader: { code: 4508, again: 'later' },
  diskFault: { code: 4507, again: 'later' },
  serverStopping: { code: 1012, again: 'later' },
  serverFault: { code: 1011, again: 'later' },
} as const

export type CloseReason = keyof typeof closeReasons

/** The reason behind a close code; null for codes that the server never sends (a lost line, say). */
export function closeReasonOf(code: number): CloseReason | null {
  for (const [reason, entry] of Object.entries(closeReasons)) {
    if (entry.code === code) return reason as CloseReason
  }
  return null
}
