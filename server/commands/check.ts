import { resolve } from 'node:path'
import { holderOf } from '../storage/folderLock.ts'
import { nodeFileSystem } from '../storage/nodeFileSystem.ts'
import { checkFolder } from './checkFolder.ts'
import { run } from './run.ts'
import { sayCheck } from './sayCheck.ts'

const usage = `Läser allt i en datamapp eller en säkerhetskopia och kontrollerar varje kontrollsumma. Ändrar ingenting.

  npm run check -- <mapp>

Programmet får vara igång. Slutar med 1 om något är fel.`

/** Checks a data folder or a backup. */
await run(usage, ([folder, ...rest]) => (folder && rest.length === 0 ? check(resolve(folder)) : null))

async function check(root: string) {
  const holder = await holderOf(root)
  const found = await checkFolder(nodeFileSystem, root)
  return sayCheck(found, `${root} är kontrollerad${holder ? ', medan programmet är igång på den' : ''}.`)
}
