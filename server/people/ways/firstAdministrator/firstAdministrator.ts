import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { firstAdministratorSchema, lookAtAdministratorLinkSchema } from '../../../../shared/http/signIn.ts'
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
  const { administration, audit, entrance, folder, now } = ground
  const link = new AdministratorLink(folder.fileSystem, folder.file(administratorLinkName), now)
  const looked = new Attempts(mostTried, 3_600_000)
  const tried = new Attempts(mostTried, 3_600_000)
  const routes: WayRoutes = new Hono()
  const count = (c: Context<{ Bindings: HttpBindings }>, attempts: Attempts) => {
    const waitSeconds = attempts.take(ground.addressOf(c.env.incoming), now())
    if (waitSeconds !== null) throw new Refused('tooManyAttempts', [], waitSeconds)
  }
  const mustBeGood = async (secret: string): Promise<void> => {
    if (!(await onDisk(() => link.isGood(secret)))) await entrance.refuse('linkOver', 'firstAdministrator')
  }

  routes.post('/look', async c => {
    const { secret } = await parseBody(c, lookAtAdministratorLinkSchema)
    count(c, looked)
    await mustBeGood(secret)
    return c.body(null, 204)
  })

  routes.post('/', async c => {
    const { secret, ...asked } = await parseBody(c, firstAdministratorSchema)
    count(c, tried)
    await mustBeGood(secret)
    // Nothing is spent by what would be refused, or cannot be noted; and somebody may have been quicker.
    const first = async (person: string) => {
      await mustBeGood(secret)
      const details = { way: 'firstAdministrator', person, what: 'becameAdministrator' }
      await audit.note({ act: 'personChanged', me: null, details })
      if (!(await onDisk(() => link.spend(secret)))) await entrance.refuse('linkOver', 'firstAdministrator')
    }
    const who = await administration.provided(first).makeFirst(asked)
    return c.json(entrance.answer(c, await entrance.enter(c, who, 'firstAdministrator')))
  })
  return routes
}
