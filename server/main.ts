import { readConfig, WrongSetting } from './config.ts'
import { startServer } from './server.ts'
import { DamagedFile } from './storage/damage.ts'
import { DataFolderInUse } from './storage/dataFolder.ts'

try {
  const config = readConfig(process.env)
  const server = await startServer(config, (what, detail) => console.error(`[${what}]`, detail))
  console.log(server.greeting)
  const stop = () => {
    void server.stop().then(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
} catch (fault) {
  if (!isOperators(fault)) throw fault
  console.error(fault.message)
  process.exit(1)
}

/** Faults that whoever starts the program can mend: said in a sentence, without a stack. */
function isOperators(fault: unknown): fault is Error {
  if (fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE') {
    fault.message = `Porten är upptagen av ett annat program (${fault.message}). Välj en annan med PORT.`
    return true
  }
  return fault instanceof WrongSetting || fault instanceof DamagedFile || fault instanceof DataFolderInUse
}
