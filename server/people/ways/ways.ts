import { Hono } from 'hono'
import type { WayInName } from '../../../shared/http/signIn.ts'
import type { Config } from '../../config.ts'
import { demo } from './demo/demo.ts'
import { firstAdministrator } from './firstAdministrator/firstAdministrator.ts'
import { guest } from './guest/guest.ts'
import { invitation } from './invitation/invitation.ts'
import { mailLink } from './mailLink/mailLink.ts'
import { openId } from './openId/openId.ts'
import type { WayIn, WayRoutes, WaysGround } from './WayIn.ts'

/** All ways in. */
const ways: readonly WayIn[] = [demo, mailLink, openId, invitation, guest, firstAdministrator]

/** The names of the ways that these settings have. */
export function waysSet(config: Config): ReadonlySet<WayInName> {
  return new Set(ways.filter(way => way.isSet(config)).map(({ name }) => name))
}

/** Opens the ways that the settings have, and gives their routes, to stand under `/api`. */
export async function openWays(ground: WaysGround): Promise<WayRoutes> {
  const routes: WayRoutes = new Hono()
  for (const way of ways.filter(way => way.isSet(ground.config))) {
    routes.route(way.path, await way.open(ground))
  }
  return routes
}
