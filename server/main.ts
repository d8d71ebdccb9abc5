import { readConfig } from './config.ts'
import { enlivenDemo } from './demo/enlivenDemo.ts'
import { describeFault, sentenceOf } from './operations/describeFault.ts'
import { endWhenAsked } from './operations/ending.ts'
import { openLog } from './operations/log.ts'
import { startServer } from './server.ts'

// Whoever read the log has gone; people still write.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})
const log = openLog(process.stdout, Date.now)

try {
  const config = readConfig(process.env)
  const server = await startServer(config, log, enlivenDemo)
  // A library that prints by itself could print anything, also what somebody has typed.
  for (const method of ['log', 'info', 'debug'] as const) console[method] = () => {}
  for (const method of ['error', 'warn'] as const) {
    console[method] = (fault: unknown) => log({ kind: 'libraryFault', fault })
  }
  endWhenAsked(server, config.stopSeconds, log, process)
  // For people; where a program listens, it has the line that follows.
  const people = process.stdout.isTTY ? process.stdout : process.stderr
  people.write(`${server.greeting}\n`)
  log({ kind: 'started', address: server.address, dataDir: config.dataDir, demo: config.demo })
} catch (fault) {
  // With a sentence when whoever starts it can mend the fault, otherwise with all that may be known.
  process.stderr.write(`${sentenceFor(fault) ?? JSON.stringify(describeFault(fault), null, 2)}\n`)
  process.exit(1)
}

function sentenceFor(fault: unknown): string | null {
  const code = fault instanceof Error && 'code' in fault ? fault.code : null
  const why = fault instanceof Error ? fault.message : ''
  if (code === 'EADDRINUSE') return `PORT är upptagen av ett annat program (${why}). Välj en annan.`
  if (code === 'EACCES')
    return `PORT får inte användas av den som startar programmet (${why}). Välj en annan.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `HOST är ingen adress på den här datorn (${why}).`
  }
  return sentenceOf(fault)
}
