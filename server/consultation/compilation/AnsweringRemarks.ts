import { needsReason, opposesStill } from '../../../shared/consultation/compilation.ts'
import { isSeenByOthers } from '../../../shared/consultation/roundRules.ts'
import type { AnswerRemark } from '../../../shared/http/replies.ts'
import { authorOf } from '../../document/documentRecords.ts'
import { Refused } from '../../http/refuse.ts'
import { replyOf, standingOfRound } from '../DocumentRounds.ts'
import type { RoundDoor, RoundsHere } from '../RoundDoor.ts'
import type { RoundsAfterwards } from '../RoundsAfterwards.ts'
import type { KeptReply, KeptRound } from '../roundsFile.ts'

interface AnsweringParts {
  readonly door: RoundDoor
  readonly afterwards: Pick<RoundsAfterwards, 'announce' | 'announceTo'>
  readonly now: () => number
}

/** An answer that whoever holds the round says something about. */
interface HoldingReply extends RoundsHere {
  readonly round: KeptRound
  readonly reply: KeptReply
}

/** What the owner says of a party's answer. Each takes its turn among all that is decided about the rounds. */
export class AnsweringRemarks {
  readonly #parts: AnsweringParts

  constructor(parts: AnsweringParts) {
    this.#parts = parts
  }

  /** Answers a remark, or takes the answer back. On disk when resolved; rejects with `Refused` as `answerRemarkSchema` says. */
  async answer(
    here: RoundsHere,
    number: string,
    partyId: string,
    remarkId: string,
    asked: AnswerRemark,
  ): Promise<KeptReply> {
    const { answer } = asked
    return await here.open.rounds.turns.take(async () => {
      const now = this.#enter(here, number, partyId)
      const { round, reply } = now
      if (reply.number !== asked.reply) throw new Refused('replyChanged')
      if (!reply.remarks.some(({ id }) => id === remarkId)) throw new Refused('unknownRemark')
      if (answer) requireWhole(now, answer)
      if (answer === null && !Object.hasOwn(reply.answers, remarkId)) return reply
      const what = answer?.verdict ?? 'none'
      await this.#parts.door.note(now, 'remarkAnswered', {
        round: String(round.number),
        party: partyId,
        what,
      })
      const at = new Date(this.#parts.now()).toISOString()
      return await this.#change(now, kept => {
        if (answer) kept.answers[remarkId] = { ...answer, by: authorOf(here.me), at }
        else delete kept.answers[remarkId]
      })
    })
  }

  /** Records that a party opposes, and that it stands. Refuses `replyChanged` when it does not oppose, or has lifted it. */
  async record(here: RoundsHere, number: string, partyId: string, reason: string): Promise<KeptReply> {
    return await here.open.rounds.turns.take(async () => {
      const now = this.#enter(here, number, partyId)
      const { round, reply } = now
      if (reply.opposition?.is === 'recorded') return reply
      if (!opposesStill(reply)) throw new Refused('replyChanged')
      await this.#parts.door.note(now, 'oppositionRecorded', { round: String(round.number), party: partyId })
      const at = new Date(this.#parts.now()).toISOString()
      return await this.#change(now, kept => {
        kept.opposition = { is: 'recorded', reason, by: authorOf(here.me), at }
      })
    })
  }

  /** As it is in this turn: what was so when it was asked for may be otherwise now. */
  #enter({ id, me }: RoundsHere, number: string, partyId: string): HoldingReply {
    const { door } = this.#parts
    const here = door.enter(id, me, 'holdRounds')
    const round = door.round(here, number)
    const reply = replyOf(round, partyId)
    if (!reply) throw new Refused('unknownReply')
    return { ...here, round, reply }
  }

  async #change(
    { id, open, round, reply }: HoldingReply,
    mutate: (kept: KeptReply) => void,
  ): Promise<KeptReply> {
    const find = (kept: KeptRound) => {
      const found = replyOf(kept, reply.partyId)
      if (!found) throw new Error(`The answer of ${reply.partyId} in round ${kept.number} is gone.`)
      return found
    }
    await open.rounds.change(round.number, kept => mutate(find(kept)))
    const { afterwards } = this.#parts
    if (isSeenByOthers(standingOfRound(round))) afterwards.announce(id)
    else afterwards.announceTo(id, reply.partyId)
    return find(open.rounds.find(round.number) ?? round)
  }
}

function requireWhole({ open }: HoldingReply, answer: NonNullable<AnswerRemark['answer']>): void {
  const { verdict, reason, changedSection } = answer
  if (needsReason(verdict) && !/\S/.test(reason)) throw new Refused('malformedRequest', ['answer.reason'])
  const isSection = changedSection === null || open.form.sections.some(({ key }) => key === changedSection)
  if (!isSection) throw new Refused('unknownSection', ['answer.changedSection'])
}
