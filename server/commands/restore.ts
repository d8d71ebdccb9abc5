import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { isMissing } from '../storage/diskFault.ts'
import { holderOf } from '../storage/folderLock.ts'
import { nodeFileSystem } from '../storage/nodeFileSystem.ts'
import { dayInSweden } from '../time/swedishTime.ts'
import { copyFolder } from './copyFolder.ts'
import { newProgramIds } from './newProgramIds.ts'
import { restoreDocument } from './restoreDocument.ts'
import { CommandRefused, type Outcome, run } from './run.ts'
import { sayCheck } from './sayCheck.ts'

const usage = `Återställer en säkerhetskopia.

  npm run restore -- <säkerhetskopia> <datamapp>
      Hela kopian. Datamappen ska inte finnas, eller vara tom, och programmet ska vara stoppat.

  npm run restore -- <säkerhetskopia> <datamapp> <ansökans id>
      En enda ansökan, som en ny bredvid de andra. Programmet får vara igång.`

/** Restores a backup, or one document of it. */
await run(usage, ([backup, folder, id, ...rest]) => {
  if (!backup || !folder || rest.length > 0) return null
  return id ? restoreOne(resolve(backup), resolve(folder), id) : restoreAll(resolve(backup), resolve(folder))
})

async function restoreAll(backup: string, folder: string): Promise<Outcome> {
  const root = await realpath(folder).catch(fault => {
    if (isMissing(fault)) return folder
    throw fault
  })
  if (await holderOf(root)) {
    throw new CommandRefused(`Programmet är igång på ${folder}. Stoppa det först, eller välj en annan mapp.`)
  }
  const check = await copyFolder(nodeFileSystem, backup, folder, { madeAt: null })
  await newProgramIds(nodeFileSystem, folder)
  return sayCheck(check, `Säkerhetskopian är återställd till ${folder}.`)
}

async function restoreOne(backup: string, folder: string, id: string): Promise<Outcome> {
  const day = dayInSweden(Date.now())
  const restored = await restoreDocument(nodeFileSystem, backup, folder, id, day)
  const line = `Ansökan ${id} är återställd som en ny: ${restored.id}, ”${restored.name}”. Den syns nästa gång någon öppnar listan.`
  return { lines: [line], isFine: true }
}
