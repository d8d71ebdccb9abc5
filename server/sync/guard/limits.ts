/**
 * How much one update may ask of the server, so that everybody else in the house can be answered meanwhile: together
 * they keep what is let in under 250 ms to check and to apply. What an editor makes is far below; our own client sends
 * larger pastes in parts.
 */
export interface GuardLimits {
  /** `MAX_UPDATE_STRUCTS`, pieces that an update may bring, and a tenth of the stretches that it may name as deleted. Default 10 000. */
  readonly maxStructs: number
  /** `MAX_UPDATE_DEPTH`, deepest nesting, counted from the section. Default 20. */
  readonly maxDepth: number
  /** `MAX_UPDATE_CLIENT_IDS` under which one update may bring something new: one a page load that waited. Default 100. */
  readonly maxClients: number
  /**
   * `MAX_UPDATE_MOVES`, pieces that Yjs may have to move, all in all, where an update cuts what stands in one piece or deletes blocks: it
   * keeps those of one client in one array. Default 150 million: 5 000 blocks of one person, deleted at once.
   */
  readonly maxMoves: number
}

export const guardDefaults: GuardLimits = {
  maxStructs: 10_000,
  maxDepth: 20,
  maxClients: 100,
  maxMoves: 150_000_000,
}
