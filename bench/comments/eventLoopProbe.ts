import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/**
 * Loaded into the server's process (`NODE_OPTIONS=--import …`): at SIGUSR2 it writes into the file that `EVENT_LOOP`
 * names the longest time, in milliseconds, that its event loop has been held since it was asked last. No part of the
 * program.
 */
if (isMainThread) {
  const held = monitorEventLoopDelay({ resolution: 1 })
  held.enable()
  process.on('SIGUSR2', () => {
    writeFileSync(process.env.EVENT_LOOP ?? '', `${held.max / 1e6}\n`)
    held.reset()
  })
}
