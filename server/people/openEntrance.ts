import { demoPersons } from '../demo/demoPersons.ts'
import { Entrance } from './Entrance.ts'
import { SessionCookie } from './sessionCookie.ts'
import type { Sessions } from './sessions.ts'
import { openIdStart } from './ways/openId/openId.ts'
import type { WayRoutes, WaysGround } from './ways/WayIn.ts'
import { openWays } from './ways/ways.ts'

interface EntranceGround extends Omit<WaysGround, 'entrance' | 'openIdOf'> {
  readonly sessions: Sessions
}

/** Opens the ways in, and the place where they all end. Throws `DamagedFile`, `DiskFault`. */
export async function openEntrance(ground: EntranceGround): Promise<{
  readonly cookie: SessionCookie
  readonly entrance: Entrance
  /** The routes of the ways in, under `/api`. */
  readonly ways: WayRoutes
  /** Whether organisations' own sign-ins are set up. */
  readonly hasOpenId: boolean
  readonly openIdOf: WaysGround['openIdOf']
  readonly address: WaysGround['address']
}> {
  const { people, sessions, config, audit, openIdProviders } = ground
  const cookie = new SessionCookie(ground.https)
  const hasOpenId = openIdProviders.length > 0
  const entrance = new Entrance({
    people,
    sessions,
    cookie,
    sessionHours: config.sessionHours,
    audit,
    demoPersons: () =>
      config.demo ? demoPersons.flatMap(({ id, partyId }) => people.find(id, partyId) ?? []) : [],
    hasOpenId,
  })
  const openIdOf = (partyId: string) =>
    openIdProviders.some(({ party }) => party === partyId) ? openIdStart(partyId) : null
  const ways = await openWays({ ...ground, entrance, openIdOf })
  return { cookie, entrance, ways, hasOpenId, openIdOf, address: ground.address }
}
