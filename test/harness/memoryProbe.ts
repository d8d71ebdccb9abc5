/**
 * Loaded into a server's process by tests that ask for its memory (`node --expose-gc --import`): answers every message
 * with what is held after a collection, in bytes. No part of the program.
 */
process.on('message', () => {
  // Twice: what the first finalises, the second frees.
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  process.send?.(heapUsed + external)
})
