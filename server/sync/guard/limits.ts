/**
 * How much one update may ask of the server, so that everybody else in the house can be answered meanwhile: together
 * they keep what is let in under 250 ms to check and to apply. What an editor makes is far below; our own client sends
 * larger pastes in parts.
 */
export interface GuardLimits {
  /** Pieces that an update may bring, and a quarter of the stretches that it may name as deleted. Default 25 000. */
  readonly maxStructs: number
  /** Deepest nesting, counted from the section. Default 20. */
  readonly maxDepth: number
  /** Client ids under which one update may bring something new: one a page load that waited. Default 100. */
  readonly maxClients: number
  /**
   * Pieces that Yjs may have to move aside, all in all, where an update cuts what stands in one piece: it keeps those
   * of one client in one array. Default 60 million.
   */
  readonly maxMoves: number
}

export const guardDefaults: GuardLimits = {
  maxStructs: 25_000,
  maxDepth: 20,
  maxClients: 100,
  maxMoves: 60_000_000,
}
