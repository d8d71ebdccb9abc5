import type { AuditLog } from '../audit/AuditLog.ts'
import type { Applications } from '../document/Applications.ts'
import { Attempts } from '../http/Attempts.ts'
import type { Log } from '../operations/LogEvent.ts'
import type { Access } from '../people/access/Access.ts'
import type { People } from '../people/People.ts'
import type { Rooms } from '../sync/rooms.ts'
import type { CommentTold } from './CommentEvent.ts'
import { type CommentedRounds, Commenting } from './Commenting.ts'
import { CommentsAfterwards } from './CommentsAfterwards.ts'
import { InternalPlaces } from './InternalPlaces.ts'
import { LostMarks } from './LostMarks.ts'
import { Marking } from './Marking.ts'
import type { Look } from './wantedPlace.ts'

interface CommentsGround {
  readonly applications: Applications
  readonly access: Access
  readonly people: People
  readonly audit: AuditLog
  readonly rooms: Rooms
  readonly told: CommentTold
  readonly rounds: CommentedRounds
  readonly log: Log
  readonly now: () => number
}

export interface OpenComments {
  readonly commenting: Commenting
  /** Threads have been handed over to all: marks their words and tells of them. Never rejects. */
  readonly handedOver: (id: string) => Promise<void>
  /** The text of these sections has changed. */
  readonly textChanged: (id: string, sections: ReadonlySet<string>) => void
  /** Brings to its end what the text is asked for: before the rooms are closed. */
  readonly settlePlaces: () => Promise<void>
  /** Waits for what is still under way, when no more requests come. */
  readonly settle: () => Promise<void>
}

/** The comments of all ansökningar, with what they need of the house. Takes up what a stop has left of them. */
export function openComments(ground: CommentsGround): OpenComments {
  const { applications, access, people, audit, rooms, told, rounds, log, now } = ground
  const look =
    (id: string): Look =>
    at =>
      rooms.withRoom(id, room => room.look(at))
  const failed = (document: string, fault: unknown) => log({ kind: 'commentFault', document, fault })
  const places = new InternalPlaces(applications, look, failed)
  const lostMarks = new LostMarks(applications, rooms, look, failed)
  const marking = new Marking(applications, rooms, lostMarks)
  const afterwards = new CommentsAfterwards({ applications, access, rooms, marking, told, log })
  const commenting = new Commenting({
    applications,
    access,
    people,
    audit,
    afterwards,
    places,
    look,
    rounds,
    posting: new Attempts(60, 60_000),
    changing: new Attempts(120, 60_000),
    now,
  })
  afterwards.takeUp()
  return {
    commenting,
    handedOver: id => afterwards.changed(id, null),
    textChanged: (id, sections) => {
      places.changed(id, sections)
      lostMarks.changed(id, sections)
    },
    settlePlaces: async () => {
      await places.settle()
      await lostMarks.settle()
    },
    settle: () => afterwards.settle(),
  }
}
