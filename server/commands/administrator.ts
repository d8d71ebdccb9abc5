import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { addressOf } from '../operations/greeting.ts'
import {
  administratorLinkName,
  makeAdministratorLink,
} from '../people/ways/firstAdministrator/administratorLink.ts'
import { nodeFileSystem } from '../storage/nodeFileSystem.ts'
import { type Outcome, run } from './run.ts'

const usage = `Ger en länk för den som ska administrera Samskriv: hon öppnar den, skriver sitt namn och sin organisation och är inne.

  npm run administrator

Kör med samma inställningar som programmet (DATA_DIR, PUBLIC_ORIGIN, PORT). Programmet får vara igång.
Länken gäller i en timme och en gång. En tidigare länk slutar gälla.`

/** Prints a link by which somebody becomes administrator. */
await run(usage, args => (args.length === 0 ? administrator() : null))

async function administrator(): Promise<Outcome> {
  const config = readConfig(process.env)
  const { secret, expiresAt } = await makeAdministratorLink(
    nodeFileSystem,
    join(config.dataDir, administratorLinkName),
    Date.now(),
  )
  const until = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Stockholm',
    dateStyle: 'long',
    timeStyle: 'short',
  })
  return {
    lines: [
      `${addressOf(config, config.port)}/forsta#${secret}`,
      '',
      `Datamapp: ${config.dataDir}`,
      `Länken gäller till ${until.format(new Date(expiresAt))} och en enda gång. Den som har den blir administratör.`,
    ],
    isFine: true,
  }
}
