/**
 * Largest update that our own client sends in one frame. What is larger it sends in parts. Below the smallest value
 * that the setting `MAX_FRAME_BYTES` may have, so that no server that may be set up finds a part too large.
 */
export const largestUpdateBytes = 60_000
