import { readConfig, WrongSetting } from './config.ts'
import { startServer } from './server.ts'
import { DamagedDocument, DamagedFile } from './storage/damage.ts'
import { DataFolderInUse } from './storage/dataFolder.ts'
import { DiskFault } from './storage/diskFault.ts'

/** Faults whose message is a sentence for whoever runs the program. */
const sentences = [WrongSetting, DamagedDocument, DamagedFile, DataFolderInUse]

try {
  const config = readConfig(process.env)
  const server = await startServer(config, (what, detail) => {
    console.error(`[${what}]`, sentenceFor(detail) ?? detail)
  })
  console.log(server.greeting)
  const stop = () => {
    server.stop().then(
      () => process.exit(0),
      fault => giveUp(fault),
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
} catch (fault) {
  giveUp(fault)
}

/** Ends the program: with a sentence when whoever runs it can mend the fault, otherwise with all that is known. */
function giveUp(fault: unknown): never {
  console.error(sentenceFor(fault) ?? fault)
  process.exit(1)
}

function sentenceFor(fault: unknown): string | null {
  if (sentences.some(kind => fault instanceof kind)) return (fault as Error).message
  if (fault instanceof DiskFault) {
    return `Disken gör inte som den ska (${fault.message}). Se till att DATA_DIR är en mapp som går att skriva i.`
  }
  const code = fault instanceof Error && 'code' in fault ? fault.code : null
  const why = fault instanceof Error ? fault.message : ''
  if (code === 'EADDRINUSE') return `PORT är upptagen av ett annat program (${why}). Välj en annan.`
  if (code === 'EACCES')
    return `PORT får inte användas av den som startar programmet (${why}). Välj en annan.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `HOST är ingen adress på den här datorn (${why}).`
  }
  return null
}
