import type { CDPSession } from 'playwright-core'

/** Returns how to ask for the milliseconds that the page's main thread has been on a processor since now. */
export async function watchProcessor(wire: CDPSession): Promise<() => Promise<number>> {
  await wire.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await processorMs(wire)
  return async () => (await processorMs(wire)) - before
}

async function processorMs(wire: CDPSession): Promise<number> {
  const { metrics } = await wire.send('Performance.getMetrics')
  return 1000 * (metrics.find(metric => metric.name === 'TaskDuration')?.value ?? Number.NaN)
}
