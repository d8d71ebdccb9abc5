import { workerData } from 'node:worker_threads'

/**
 * Ends the program that makes files when it takes more memory than it may, in mebibytes, or when the server is gone that
 * it makes them for. In the middle of a file the program hears of neither. The bounds of the engine are for its own heap,
 * and what sets a PDF has another.
 */
const everyMs = 50
const most = Number(workerData) * 2 ** 20
const server = process.ppid

setInterval(() => {
  if (process.ppid !== server || process.memoryUsage.rss() > most) process.kill(process.pid, 'SIGKILL')
}, everyMs)
