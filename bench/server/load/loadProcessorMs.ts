/** Milliseconds that this process, which is the load, has been on a processor. */
export function loadProcessorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
