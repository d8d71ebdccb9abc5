import { opposesStill } from '../../shared/consultation/compilation.ts'
import {
  followsRounds,
  isOpen,
  mayReply,
  type RoundAsking,
  type RoundStanding,
  recipientState,
  seesDraft,
  seesReply,
} from '../../shared/consultation/roundRules.ts'
import { workingDaysLeft } from '../../shared/consultation/workingDays.ts'
import type { Recipient, Round, WaitingRound } from '../../shared/http/consultation.ts'
import { repliesMost } from '../../shared/http/replies.ts'
import type { Me } from '../../shared/http/session.ts'
import { may, type Standing } from '../../shared/people/may.ts'
import type { Access } from '../people/access/Access.ts'
import type { WhoOf } from '../people/access/whoOf.ts'
import type { People } from '../people/People.ts'
import { dayInSweden } from '../time/swedishTime.ts'
import { ordinalOf, replyOf, standingOfRound } from './DocumentRounds.ts'
import type { KeptRecipient, KeptRound } from './roundsFile.ts'

/** What rounds are shown with. */
export interface RoundSight {
  readonly access: Access
  readonly people: Pick<People, 'find' | 'party'>
  readonly whoOf: WhoOf
  readonly now: () => number
}

/** Who looks at the rounds of which ansökan. */
export interface RoundLooker {
  readonly id: string
  readonly me: Me
  readonly standing: Standing
}

/** One round among all those of its ansökan, with what is asked of it when something is decided. */
interface Seen {
  readonly round: KeptRound
  readonly is: RoundStanding
  readonly asking: RoundAsking
  readonly today: string
}

export function askingAs({ party, person }: Me): RoundAsking {
  return { partyId: party.id, isGuest: person.isGuest === true }
}

/** A round as somebody sees it, with the names of now. Whether she sees rounds is asked before. */
export function answerRound(
  sight: RoundSight,
  looker: RoundLooker,
  rounds: readonly KeptRound[],
  round: KeptRound,
): Round {
  const { whoOf } = sight
  const today = dayInSweden(sight.now())
  const seen: Seen = { round, is: standingOfRound(round), asking: askingAs(looker.me), today }
  const { number, purpose, sections, message, version, closesOn, over, published } = round
  const before = rounds.find(other => other.number === number - 1)
  return {
    ...{ number, purpose, sections, message, version, closesOn },
    ordinal: ordinalOf(rounds, round),
    sentBy: whoOf(round.sentBy),
    sentAt: round.sentAt,
    versionBefore: before?.version ?? null,
    workingDaysLeft: closesOn === null ? null : workingDaysLeft(today, closesOn),
    extensions: round.extensions.map(({ from, by, at }) => ({ from, by: whoOf(by), at })),
    closesByItself: round.closesByItself,
    textIsOpen: round.textIsOpen,
    repliesAreSeen: round.repliesAreSeen,
    over: over && { ...over, by: over.by === null ? null : whoOf(over.by) },
    published: published && { by: whoOf(published.by), at: published.at },
    recipients: round.recipients.map(recipient => answerRecipient(sight, looker, seen, recipient)),
    mine: mineIn(sight, looker, seen),
  }
}

/** The rounds that go on, oldest first: none for whoever does not see rounds. */
export function answerWaiting(
  { people, now }: Pick<RoundSight, 'people' | 'now'>,
  { me, standing }: Pick<RoundLooker, 'me' | 'standing'>,
  rounds: readonly KeptRound[],
): WaitingRound[] {
  if (!may(standing, 'readRounds')) return []
  const today = dayInSweden(now())
  return rounds
    .filter(round => isOpen(standingOfRound(round)))
    .map(round => {
      const { number, purpose, closesOn, recipients } = round
      const waiting = recipients.filter(({ partyId }) => replyOf(round, partyId) === null)
      return {
        ...{ number, purpose, closesOn },
        ordinal: ordinalOf(rounds, round),
        workingDaysLeft: closesOn === null ? null : workingDaysLeft(today, closesOn),
        asked: recipients.length,
        answered: recipients.length - waiting.length,
        waitsFor: waiting.map(({ partyId }) => people.party(partyId)?.shortName ?? ''),
        waitsForMine: waiting.some(({ partyId }) => partyId === me.party.id),
      }
    })
}

function answerRecipient(
  { access, people, whoOf }: RoundSight,
  { id, standing }: RoundLooker,
  { round, is, asking, today }: Seen,
  recipient: KeptRecipient,
): Recipient {
  const { partyId, personIds, openedAt, draftedAt, reminders } = recipient
  const { name = '', shortName = '' } = people.party(partyId) ?? {}
  const reply = replyOf(round, partyId)
  const shown = reply && seesReply(standing, asking, is, partyId) ? reply : null
  const isHolder = followsRounds(standing)
  // How far another authority has come with its answer is for whoever holds the round.
  const isFollowed = isHolder || (asking.partyId === partyId && !asking.isGuest)
  const how = {
    hasOpened: isFollowed && openedAt !== null,
    hasDraft: isFollowed && draftedAt !== null,
    hasReplied: reply !== null,
  }
  return {
    partyId,
    partyName: name,
    partyShortName: shortName,
    persons: personIds.map(personId => whoOf(`${personId}@${partyId}`)),
    state: recipientState(is, how, today),
    openedAt: isFollowed ? openedAt : null,
    answeredAt: reply?.sentAt ?? null,
    stance: shown?.stance ?? null,
    opposesStill: shown !== null && opposesStill(shown),
    lacksLead: !hasLead(access, people, id, partyId),
    reminders: isHolder ? reminders.map(({ at, by }) => ({ at, by: by === null ? null : whoOf(by) })) : [],
  }
}

function mineIn(
  { whoOf }: RoundSight,
  { standing }: RoundLooker,
  { round, is, asking, today }: Seen,
): Round['mine'] {
  const recipient = round.recipients.find(({ partyId }) => partyId === asking.partyId)
  if (!recipient || asking.isGuest) return null
  const reply = replyOf(round, asking.partyId)
  const isWritten = reply === null || recipient.isReplacing
  const mayDo = (act: 'draft' | 'send' | 'replace') =>
    mayReply(standing, asking, is, reply !== null, today, act)
  return {
    partyId: asking.partyId,
    draftId: seesDraft(standing, asking, is) ? recipient.draftId : null,
    draftBy: recipient.draftBy === null ? null : whoOf(recipient.draftBy),
    mayDraft: isWritten && mayDo('draft'),
    maySend: isWritten && mayDo('send'),
    mayReplace: !isWritten && mayDo('replace') && reply.number < repliesMost,
    mayLift: reply !== null && opposesStill(reply) && may(standing, 'liftOpposition'),
  }
}

/** Whether somebody of a party can send its answer. */
function hasLead(access: Access, people: RoundSight['people'], id: string, partyId: string): boolean {
  const members = access.documentAccess(id)?.kept.members ?? []
  return members.some(member => {
    const lead = member.partyId === partyId && member.role === 'partyLead'
    return lead && member.guestLinkId === null && people.find(member.personId, partyId) !== null
  })
}
