import { answersThatStand, opposesStill } from '../../../shared/consultation/compilation.ts'
import { lackingIn, type ReplyContent, readReply, tooMuchIn } from '../../../shared/consultation/readReply.ts'
import { hasPassed, isOpen, mayReply, type ReplyAct } from '../../../shared/consultation/roundRules.ts'
import { repliesMost, type Stance } from '../../../shared/http/replies.ts'
import type { Me } from '../../../shared/http/session.ts'
import { type Act, may } from '../../../shared/people/may.ts'
import type { Applications } from '../../document/Applications.ts'
import { authorOf } from '../../document/documentRecords.ts'
import { Refused } from '../../http/refuse.ts'
import type { Rooms } from '../../sync/rooms.ts'
import { dayInSweden } from '../../time/swedishTime.ts'
import { askingAs } from '../answerRound.ts'
import { replyOf, standingOfRound } from '../DocumentRounds.ts'
import type { RoundDoor, RoundsHere } from '../RoundDoor.ts'
import type { RoundEvent } from '../RoundEvent.ts'
import type { RoundsAfterwards } from '../RoundsAfterwards.ts'
import type { KeptRecipient, KeptReply, KeptRound } from '../roundsFile.ts'
import { cleanFileName } from './cleanFileName.ts'
import { frozenReply } from './frozenReply.ts'
import type { DraftOf, ReplyDrafts } from './ReplyDrafts.ts'
import type { SentWords } from './SentWords.ts'

interface ReplyingParts {
  readonly applications: Pick<Applications, 'find'>
  readonly door: RoundDoor
  readonly afterwards: Pick<RoundsAfterwards, 'changed' | 'announceTo'>
  readonly rooms: Pick<Rooms, 'withRoom' | 'rightsChanged'>
  readonly drafts: ReplyDrafts
  readonly words: SentWords
  readonly now: () => number
}

/** A round in which somebody works on the answer of her party. */
interface ReplyingHere extends RoundsHere {
  readonly round: KeptRound
  readonly recipient: KeptRecipient
  /** The answer that holds; null while there is none. */
  readonly reply: KeptReply | null
}

/**
 * A party's answer: its draft is begun, and sent, and opened again to send another instead; and what it opposed is
 * lifted. Each is decided in a turn of the ansökan's rounds, so that nothing happens to the round meanwhile.
 */
export class Replying {
  readonly #parts: ReplyingParts

  constructor(parts: ReplyingParts) {
    this.#parts = parts
  }

  /** Refuses whoever does not work on the answer of her party now. */
  enter(id: string, number: number, me: Me): void {
    this.#enter(id, number, me, 'draft')
  }

  /** The draft of her party, begun if there is none. */
  async begin(id: string, number: number, me: Me): Promise<string> {
    const { drafts } = this.#parts
    return await this.#enter(id, number, me, 'draft').open.rounds.turns.take(async () => {
      const { round, recipient, open } = this.#enter(id, number, me, 'draft')
      if (recipient.draftId !== null) return recipient.draftId
      const { partyId } = recipient
      const draftId = await drafts.make(id, round, partyId, authorOf(me))
      await open.rounds.change(number, kept => {
        Object.assign(recipientIn(kept, partyId), { draftId, draftBy: authorOf(me) })
      })
      const of = { applicationId: id, round: number, partyId }
      drafts.begun(draftId, of)
      this.#tellParty(of)
      return draftId
    })
  }

  /** Sends what the draft says now. What its writers type after that comes in no more. */
  async send(id: string, number: number, me: Me, replaces: number): Promise<KeptReply> {
    const enter = () => this.#enterToSend(id, number, me, replaces)
    return await enter().open.rounds.turns.take(async () => {
      const here = enter()
      const { draftId } = here.recipient
      if (draftId === null) throw new Refused('replyLacks', ['stance'])
      try {
        const reply = await this.#frozen(here, draftId, replaces)
        await this.#parts.door.note(here, 'replySent', { round: String(number) })
        // It may have been taken from her while the draft was read.
        enter()
        const event = eventOf(here.round, reply)
        await here.open.rounds.change(number, kept => keepReply(kept, reply), event)
        await this.#parts.afterwards.changed(id, me)
        return reply
      } finally {
        // From here on the record says whether somebody may write in it.
        this.#parts.drafts.letGo(draftId)
        this.#parts.rooms.rightsChanged(draftId)
      }
    })
  }

  /** Opens the draft again, to send another answer instead of the one that holds meanwhile. */
  async reopen(id: string, number: number, me: Me): Promise<void> {
    const enter = () => this.#enter(id, number, me, 'replace')
    await enter().open.rounds.turns.take(async () => {
      const here = enter()
      const { partyId, isReplacing, draftId } = here.recipient
      if (here.reply === null) throw new Refused('unknownReply')
      if (isReplacing) return
      // All of them are kept, and each is long.
      if (here.reply.number >= repliesMost) throw new Refused('replySent')
      await this.#parts.door.note(here, 'replyReopened', { round: String(number) })
      enter()
      await here.open.rounds.change(number, kept => {
        recipientIn(kept, partyId).isReplacing = true
      })
      if (draftId !== null) this.#parts.rooms.rightsChanged(draftId)
      this.#tellParty({ applicationId: id, round: number, partyId })
    })
  }

  /** Her party does not oppose any more. */
  async lift(id: string, number: number, me: Me, reason: string): Promise<KeptReply> {
    const enter = () => this.#enterAsked(id, number, me, 'liftOpposition')
    return await enter().open.rounds.turns.take(async () => {
      const here = enter()
      const { open, reply } = here
      if (reply === null) throw new Refused('unknownReply')
      if (reply.opposition?.is === 'lifted') return reply
      if (!opposesStill(reply)) throw new Refused('replyChanged')
      await this.#parts.door.note(here, 'oppositionLifted', { round: String(number) })
      enter()
      const at = new Date(this.#parts.now()).toISOString()
      const opposition = { is: 'lifted', reason, by: authorOf(me), at } as const
      await open.rounds.change(number, kept => {
        const holds = replyOf(kept, reply.partyId)
        if (holds) holds.opposition = { ...opposition }
      })
      await this.#parts.afterwards.changed(id, me)
      return { ...reply, opposition }
    })
  }

  /** Something has been written in a draft: when, is noted the first time. */
  async drafted(of: DraftOf): Promise<void> {
    const rounds = this.#parts.applications.find(of.applicationId)?.rounds
    const at = new Date(this.#parts.now()).toISOString()
    await rounds?.change(of.round, kept => {
      recipientIn(kept, of.partyId).draftedAt ??= at
    })
    this.#tellParty(of)
  }

  #tellParty({ applicationId, partyId }: DraftOf): void {
    this.#parts.afterwards.announceTo(applicationId, partyId)
  }

  /** What the draft says, as a record. Nobody writes in it any more. */
  async #frozen(here: ReplyingHere, draftId: string, replaces: number): Promise<KeptReply> {
    // First with the others writing on: what cannot be sent takes nothing from them.
    requireWhole(await this.#parts.rooms.withRoom(draftId, room => room.look(readReply)))
    const content = await this.#completed(here, draftId, await this.#hold(draftId))
    const stance = requireWhole(content)
    const sentAt = new Date(this.#parts.now()).toISOString()
    const { partyId } = here.recipient
    return frozenReply({ partyId, number: replaces + 1, sentBy: authorOf(here.me), sentAt }, stance, content)
  }

  /** Reads the draft when all that has come before is in it, and lets nothing more in. What it said is on disk. */
  async #hold(draftId: string): Promise<ReplyContent> {
    const { drafts, rooms } = this.#parts
    return await rooms.withRoom(draftId, async room => {
      const content = await room.look(doc => {
        drafts.hold(draftId)
        rooms.rightsChanged(draftId)
        return readReply(doc)
      })
      await room.settled
      // A room of which the disk has refused something refuses this.
      await room.look(() => {})
      return content
    })
  }

  /** With the words of the comments as they stand in what was sent, and the files as they are kept. */
  async #completed(here: ReplyingHere, draftId: string, content: ReplyContent): Promise<ReplyContent> {
    const { drafts, words } = this.#parts
    const { files } = (await drafts.records(draftId)).draft.data
    const kept = new Map(files.map(({ hash, sizeBytes }) => [hash, sizeBytes]))
    return {
      ...content,
      remarks: await words.inRemarks(here.id, here.round, here.recipient.partyId, content.remarks),
      attachments: content.attachments.flatMap(({ hash, name }) => {
        const sizeBytes = kept.get(hash)
        return sizeBytes === undefined ? [] : [{ hash, name: cleanFileName(name), sizeBytes }]
      }),
    }
  }

  #enterToSend(id: string, number: number, me: Me, replaces: number): ReplyingHere {
    const here = this.#enter(id, number, me, 'send')
    if ((here.reply?.number ?? 0) !== replaces) throw new Refused('replyChanged')
    if (here.reply !== null && !here.recipient.isReplacing) throw new Refused('replySent')
    return here
  }

  /** Refuses what she may not do with her party's answer now. */
  #enter(id: string, number: number, me: Me, act: ReplyAct): ReplyingHere {
    const here = this.#enterAsked(id, number, me, act === 'draft' ? 'reply' : 'sendReply')
    const { round, reply, standing } = here
    const asked = standingOfRound(round)
    const today = dayInSweden(this.#parts.now())
    if (!isOpen(asked)) throw new Refused('roundOver')
    if (reply !== null && hasPassed(asked, today)) throw new Refused('dayPassed')
    if (!mayReply(standing, askingAs(me), asked, reply !== null, today, act)) throw new Refused('mayNot')
    return here
  }

  /** Refuses whoever may not do it at all, and whose party was not asked. */
  #enterAsked(id: string, number: number, me: Me, act: Act): ReplyingHere {
    const { door } = this.#parts
    const seeing = door.enter(id, me, 'readRounds')
    if (!may(seeing.standing, act)) {
      // Nobody answers an ansökan any more of which the last round is over: that is what she is to be told.
      const round = seeing.open.rounds.find(number)
      const isOver = round !== null && round.over !== null
      throw new Refused(isOver && act !== 'liftOpposition' ? 'roundOver' : 'mayNot')
    }
    const here = door.enter(id, me, act)
    const round = door.round(here, number)
    const recipient = round.recipients.find(({ partyId }) => partyId === me.party.id)
    if (!recipient || me.person.isGuest) throw new Refused('notAsked')
    return { ...here, round, recipient, reply: replyOf(round, recipient.partyId) }
  }
}

/** The stance of an answer that can be sent; refused when it lacks something, or is too much. */
function requireWhole(content: ReplyContent): Stance {
  const { stance } = content
  const lacking = lackingIn(content)
  if (stance === null || lacking.length > 0) throw new Refused('replyLacks', lacking)
  const tooMuch = tooMuchIn(content)
  if (tooMuch.length > 0) throw new Refused('tooLarge', tooMuch)
  return stance
}

function recipientIn(round: KeptRound, partyId: string): KeptRecipient {
  const recipient = round.recipients.find(recipient => recipient.partyId === partyId)
  if (!recipient) throw new Error(`Round ${round.number} was not sent to ${partyId}.`)
  return recipient
}

/** The one that held is kept, and marked as replaced. What the owner said of remarks that are the same stands. */
function keepReply(round: KeptRound, reply: KeptReply): void {
  const before = replyOf(round, reply.partyId)
  if (before) before.replacedAt = reply.sentAt
  const answers = before ? answersThatStand(before, reply.remarks) : {}
  round.replies.push(structuredClone({ ...reply, answers }))
  recipientIn(round, reply.partyId).isReplacing = false
}

function eventOf(
  { id, number }: KeptRound,
  { partyId, sentBy, sentAt, number: answer }: KeptReply,
): RoundEvent {
  return {
    id: `${id}-reply-${partyId}-${answer}`,
    kind: answer === 1 ? 'replied' : 'replaced',
    round: number,
    by: sentBy,
    at: sentAt,
    partyIds: [partyId],
  }
}
