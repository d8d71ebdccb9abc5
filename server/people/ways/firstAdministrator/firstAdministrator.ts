import { Hono } from 'hono'
import { firstAdministratorSchema } from '../../../../shared/http/signIn.ts'
import { Attempts } from '../../../http/Attempts.ts'
import { parseBody } from '../../../http/parseBody.ts'
import { Refused } from '../../../http/refuse.ts'
import { onDisk } from '../../../storage/diskFault.ts'
import type { WayIn, WayRoutes, WaysGround } from '../WayIn.ts'
import { AdministratorLink, administratorLinkName } from './administratorLink.ts'

const mostTried = 60

/** A link that `npm run administrator` prints, for whoever is to look after the program. */
export const firstAdministrator: WayIn = {
  name: 'firstAdministrator',
  path: '/sign-in/first-administrator',
  isSet: () => true,
  open: async ground => firstAdministratorRoutes(ground),
}

function firstAdministratorRoutes(ground: WaysGround): WayRoutes {
  const { administration, entrance, folder, now } = ground
  const link = new AdministratorLink(folder.fileSystem, folder.file(administratorLinkName), now)
  const tried = new Attempts(mostTried, 3_600_000)
  const routes: WayRoutes = new Hono()
  routes.post('/', async c => {
    const { secret, ...asked } = await parseBody(c, firstAdministratorSchema)
    const waitSeconds = tried.take(ground.addressOf(c.env.incoming), now())
    if (waitSeconds !== null) throw new Refused('tooManyAttempts', [], waitSeconds)
    const isSpent = await onDisk(() => link.spend(secret, () => administration.checkFirst(asked)))
    if (!isSpent) return await entrance.refuse('linkOver', 'firstAdministrator')
    const who = await administration.makeFirst(asked)
    return c.json(entrance.answer(c, await entrance.enter(c, who, 'firstAdministrator')))
  })
  return routes
}
