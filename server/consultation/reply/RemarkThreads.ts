import { isSeenByOthers } from '../../../shared/consultation/roundRules.ts'
import type { AuditLog } from '../../audit/AuditLog.ts'
import type { KeptThread } from '../../comment/commentsFile.ts'
import type { Applications, OpenApplication } from '../../document/Applications.ts'
import { Refused } from '../../http/refuse.ts'
import type { People } from '../../people/People.ts'
import { standingOfRound } from '../DocumentRounds.ts'
import type { KeptReply, KeptRound } from '../roundsFile.ts'

interface ThreadsGround {
  readonly applications: Pick<Applications, 'find'>
  readonly people: Pick<People, 'find'>
  readonly audit: Pick<AuditLog, 'note'>
  /** Marks the words of threads that have been handed over, and tells of them. Never rejects. */
  readonly handedOver: (applicationId: string) => Promise<void>
}

/**
 * The comments that remarks were made of: they are their party's alone until its answer may be seen by others, and are
 * then handed over to all. What a party has said besides stays its own.
 */
export class RemarkThreads {
  readonly #ground: ThreadsGround

  constructor(ground: ThreadsGround) {
    this.#ground = ground
  }

  /** Hands over what is to be handed over now. What has been already is left, so that it may be called at any time. */
  async release(id: string): Promise<void> {
    const open = this.#ground.applications.find(id)
    if (!open) return
    let isAny = false
    for (const round of open.rounds.rounds) {
      if (!isSeenByOthers(standingOfRound(round))) continue
      for (const reply of round.replies) {
        for (const threadId of threadsOf(open, round, reply)) {
          isAny = (await this.#handOver(id, open, threadId, round, reply)) || isAny
        }
      }
    }
    if (isAny) await this.#ground.handedOver(id)
  }

  async #handOver(
    id: string,
    { comments, records }: OpenApplication,
    threadId: string,
    { number }: KeptRound,
    { sentBy }: KeptReply,
  ): Promise<boolean> {
    const { people, audit } = this.#ground
    const [personId = '', partyId = ''] = sentBy.split('@')
    // First: nothing is handed over in silence. It was she who sent it; time may have passed since.
    await audit.note({
      act: 'commentReleased',
      me: people.find(personId, partyId),
      applicationId: id,
      state: records.application.data.state,
      details: { thread: threadId, round: String(number) },
    })
    try {
      await comments.change(threadId, { isInternal: false }, sentBy)
      return true
    } catch (fault) {
      // As many as all may see are there already: its words stand in the remark, and it stays the party's own.
      if (fault instanceof Refused && fault.kind === 'commentsFull') return false
      throw fault
    }
  }
}

/**
 * Those that are to be handed over still. One in which something has been said since is not: whoever sent the answer did
 * not choose that, and it was said among the party's own.
 */
function threadsOf({ comments }: OpenApplication, { number }: KeptRound, reply: KeptReply): string[] {
  return reply.remarks.flatMap(({ threadId }) => {
    const thread = threadId === null ? null : comments.thread(threadId)
    const isTheirs = thread?.internalTo === reply.partyId && thread.round === number
    return isTheirs && thread.posts.every(post => isBefore(post, reply.sentAt)) ? thread.id : []
  })
}

function isBefore({ at, editedAt, deletedAt }: KeptThread['posts'][number], sentAt: string): boolean {
  return at <= sentAt && (deletedAt !== null || (editedAt ?? '') <= sentAt)
}
