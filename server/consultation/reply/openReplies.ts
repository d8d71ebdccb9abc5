import type { AuditLog } from '../../audit/AuditLog.ts'
import type { CommentedRounds } from '../../comment/Commenting.ts'
import type { Applications } from '../../document/Applications.ts'
import type { People } from '../../people/People.ts'
import type { Storage } from '../../storage/Storage.ts'
import type { Rooms } from '../../sync/rooms.ts'
import type { Versions } from '../../version/Versions.ts'
import type { OpenRounds } from '../openRounds.ts'
import { Attaching } from './Attaching.ts'
import { RemarkThreads } from './RemarkThreads.ts'
import type { ReplyDrafts } from './ReplyDrafts.ts'
import { Replying } from './Replying.ts'
import { SentWords } from './SentWords.ts'

interface RepliesGround {
  readonly applications: Applications
  readonly people: People
  readonly audit: AuditLog
  readonly storage: Storage
  readonly rooms: Rooms
  readonly versions: Versions
  readonly drafts: ReplyDrafts
  readonly rounds: OpenRounds
  /** Marks the words of threads that have been handed over, and tells of them. Never rejects. */
  readonly handedOver: (applicationId: string) => Promise<void>
}

export interface OpenReplies {
  readonly drafts: ReplyDrafts
  readonly replying: Replying
  readonly attaching: Attaching
  /** What comments on a version that was sent need of its round. */
  readonly commented: CommentedRounds
  /** Hands over the comments whose remarks may be seen by others now. */
  readonly release: (applicationId: string) => Promise<void>
}

/** The answers of all parties, with what they need of the house. */
export function openReplies(ground: RepliesGround): OpenReplies {
  const { applications, people, audit, storage, rooms, versions, drafts, rounds } = ground
  const { door } = rounds.routes
  const { afterwards, sight } = rounds
  const words = new SentWords({ applications, versions })
  const replying = new Replying({
    ...{ applications, door, afterwards, rooms, drafts, words },
    now: sight.now,
  })
  const threads = new RemarkThreads({ applications, people, audit, handedOver: ground.handedOver })
  return {
    drafts,
    replying,
    commented: {
      enter: (id, round, me) => replying.enter(id, round, me),
      words: (id, round, section) => words.ofSection(id, round, section),
    },
    release: id => threads.release(id),
    attaching: new Attaching({ door, drafts, rooms, storage }),
  }
}
