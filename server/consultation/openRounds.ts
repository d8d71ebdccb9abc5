import type { WaitingRound } from '../../shared/http/consultation.ts'
import type { Me } from '../../shared/http/session.ts'
import type { AuditLog } from '../audit/AuditLog.ts'
import type { Applications } from '../document/Applications.ts'
import type { Log } from '../operations/LogEvent.ts'
import type { Access } from '../people/access/Access.ts'
import { whoFrom } from '../people/access/whoOf.ts'
import type { People } from '../people/People.ts'
import type { Rooms } from '../sync/rooms.ts'
import type { Clock } from '../time/Clock.ts'
import { VersionDoor } from '../version/VersionDoor.ts'
import type { Versions } from '../version/Versions.ts'
import { answerWaiting, type RoundSight } from './answerRound.ts'
import { DiscussionLines } from './discussionLines.ts'
import { Holding } from './Holding.ts'
import { RoundClock } from './RoundClock.ts'
import { RoundDoor } from './RoundDoor.ts'
import type { RoundTold } from './RoundEvent.ts'
import { RoundsAfterwards } from './RoundsAfterwards.ts'
import type { RoundRoutes } from './roundRoutes.ts'
import { Sending } from './Sending.ts'

interface RoundsGround {
  readonly applications: Applications
  readonly access: Access
  readonly people: People
  readonly audit: AuditLog
  readonly rooms: Rooms
  readonly versions: Versions
  /** Hands over the comments that remarks were made of, when others may see these. */
  readonly release: (id: string) => Promise<void>
  /** Whoever makes notices and letters. */
  readonly told: RoundTold
  readonly clock: Clock
  readonly log: Log
}

export interface OpenRounds {
  /** What `roundRoutes` are made of; whatever else is asked of rounds goes through the same door. */
  readonly routes: RoundRoutes
  readonly sight: RoundSight
  readonly afterwards: RoundsAfterwards
  /** The rounds of an ansökan that go on, as somebody sees them. */
  readonly waitingRounds: (id: string, me: Me) => WaitingRound[]
  /** Takes up what a stop has left, and does from now on what is to be done by itself: when the program has its address. */
  readonly begin: () => void
  /** Waits for what follows of what has been done. */
  readonly idle: () => Promise<void>
  /** Does nothing by itself any more, and waits for what is under way: before the rooms are closed. */
  readonly settle: () => Promise<void>
}

/** The rounds of all ansökningar, with what they need of the house. */
export function openRounds(ground: RoundsGround): OpenRounds {
  const { applications, access, people, audit, rooms, versions, release, told, clock, log } = ground
  const now = () => clock.now()
  const lines = new DiscussionLines({ applications, people, rooms })
  const door = new RoundDoor({ applications, access, audit, now })
  const afterwards = new RoundsAfterwards({
    ...{ applications, access, audit, rooms, lines, release, told, clock, log },
  })
  const sight = { access, people, whoOf: whoFrom(people), now }
  const versionDoor = new VersionDoor({ applications, access, audit, log })
  const roundClock = new RoundClock({ applications, audit, afterwards, clock, log })
  return {
    begin: () => {
      afterwards.takeUp()
      roundClock.begin()
    },
    sight,
    afterwards,
    routes: {
      ...{ door, sight, versions },
      sending: new Sending({ door, access, people, versions, afterwards, now }),
      holding: new Holding({ door, afterwards, now }),
      told: (id, work) => versionDoor.told(id, work),
    },
    waitingRounds: (id, me) => {
      const standing = access.standingOf(id, me)
      const rounds = applications.find(id)?.rounds.rounds ?? []
      return standing ? answerWaiting({ people, now }, { me, standing }, rounds) : []
    },
    idle: async () => {
      await roundClock.idle()
      await afterwards.idle()
    },
    settle: async () => {
      await roundClock.close()
      await afterwards.settle()
    },
  }
}
