import { setPriority } from 'node:os'
import { resolve } from 'node:path'
import { nodeFileSystem } from '../storage/nodeFileSystem.ts'
import { copyFolder } from './copyFolder.ts'
import { run } from './run.ts'
import { sayCheck } from './sayCheck.ts'

const usage = `Tar en säkerhetskopia av alla uppgifter. Programmet får vara igång.

  npm run backup -- <datamapp> <målmapp>

Målmappen ska inte finnas, eller vara tom. Den heter något annat tills kopian är hel.`

/** Copies a data folder, whether or not the program is using it. */
await run(usage, ([from, to, ...rest]) => {
  if (!from || !to || rest.length > 0) return null
  // The program goes before us.
  setPriority(10)
  const madeAt = new Date().toISOString()
  return copyFolder(nodeFileSystem, resolve(from), resolve(to), { madeAt }).then(check =>
    sayCheck(check, `Säkerhetskopian ligger i ${resolve(to)}.`),
  )
})
