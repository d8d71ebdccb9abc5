import { mayReply, type RoundAsking, seesReply } from '../../../shared/consultation/roundRules.ts'
import { workingDaysLeft } from '../../../shared/consultation/workingDays.ts'
import type { Purpose } from '../../../shared/http/consultation.ts'
import type { Me } from '../../../shared/http/session.ts'
import { may } from '../../../shared/people/may.ts'
import { replyOf, standingOfRound } from '../../consultation/DocumentRounds.ts'
import type { KeptRound } from '../../consultation/roundsFile.ts'
import type { Letter } from '../../mail/Letter.ts'
import { type RoundLetterParts, roundLetter } from '../../mail/letters/roundLetter.ts'
import type { RoundReply } from '../../mail/letters/roundReplyText.ts'
import { dayInSweden } from '../../time/swedishTime.ts'
import type { LetterParts } from '../noticeLetterOf.ts'
import type { KeptNotice } from '../noticesFile.ts'
import { isWorthALetter } from './isStillSo.ts'
import { sayRoundNotice } from './roundAbout.ts'

/** What does not end with its round is not told after so long: the program came from a backup. */
const tooOldMs = 14 * 24 * 3_600_000

const titles: Readonly<Record<Purpose, string>> = {
  remarks: 'Remiss',
  proof: 'Korrekturläsning',
  information: 'Utskick för kännedom',
}

/**
 * The letter that tells a person of something that has happened in a round, in the words of now. Null when that is not so
 * any more, she has read it meanwhile or may not see it, has left or has no address.
 */
export function roundLetterOf(
  { sight, people, address, now }: LetterParts,
  personId: string,
  notice: KeptNotice,
): Letter | null {
  const { applicationId, at, by, isRead, round: told } = notice
  const me = sight.member(applicationId, personId)
  const to = people.describe(personId)?.address
  const reader = me && sight.roundReader(applicationId, me)
  const round = told && sight.round(applicationId, told.number)
  if (!me || !to || !reader || !told || !round || isRead) return null
  const { number, what } = told
  if (!isWorthALetter(round, { what, at }, reader)) return null
  const isLasting = ['calledOff', 'over', 'replied', 'replaced', 'published'].includes(what)
  if (isLasting && now() - Date.parse(at) > tooOldMs) return null
  const [actorId = '', actorParty = ''] = by?.split('@') ?? []
  const page = `${address()}/ansokningar/${applicationId}/remiss/${number}`
  const letter = roundLetter({
    ...{ to, what, applicationName: sight.nameOf(applicationId), purpose: round.purpose },
    title: `${titles[round.purpose]} ${sight.ordinal(applicationId, round)}`,
    actor:
      by === null
        ? null
        : { name: people.describe(actorId)?.name ?? '', partyName: sight.partyName(actorParty) },
    message: round.message,
    reason: round.over?.reason ?? '',
    sections: round.sections && sight.headings(applicationId, round.sections),
    reply: replyTold(notice, round, me, sight),
    late: what === 'late' && reader.isHolder ? missing(round, sight) : [],
    ...answering(round, me, applicationId, dayInSweden(now()), sight),
    link: what === 'published' ? `${page}/sammanstallning` : page,
    choicesLink: `${address()}/konto#notiser`,
  })
  return { ...letter, about: sayRoundNotice({ applicationId, personId, number, what, at }) }
}

type Answering = Pick<
  RoundLetterParts,
  'closesOn' | 'workingDaysLeft' | 'today' | 'partyName' | 'hasAnswered' | 'mayReply' | 'maySend' | 'leads'
>

function answering(
  round: KeptRound,
  me: Me,
  applicationId: string,
  today: string,
  sight: LetterParts['sight'],
): Answering {
  const { closesOn } = round
  const standing = sight.standing(applicationId, me)
  const hasAnswered = replyOf(round, me.party.id) !== null
  const is = standingOfRound(round)
  const mayDo = (act: 'draft' | 'send') => mayReply(standing, askingAs(me), is, hasAnswered, today, act)
  return {
    ...{ closesOn, today, hasAnswered },
    workingDaysLeft: closesOn === null ? null : workingDaysLeft(today, closesOn),
    partyName: me.party.name,
    mayReply: mayDo('draft'),
    maySend: mayDo('send'),
    leads: sight
      .members(applicationId)
      .filter(other => other.party.id === me.party.id && !other.person.isGuest)
      .filter(other => may(sight.standing(applicationId, other), 'sendReply'))
      .map(({ person }) => person.name),
  }
}

/** Names of the parties that have not answered. */
function missing(round: KeptRound, sight: LetterParts['sight']): string[] {
  return round.recipients
    .filter(({ partyId }) => replyOf(round, partyId) === null)
    .map(({ partyId }) => sight.partyName(partyId))
}

/** The answer of whoever has sent one. What it says is told to those who may see it. */
function replyTold(
  { applicationId, by, round: told }: KeptNotice,
  round: KeptRound,
  me: Me,
  sight: LetterParts['sight'],
): RoundReply | null {
  if (told?.what !== 'replied' && told?.what !== 'replaced') return null
  const partyId = by?.split('@')[1] ?? ''
  const reply = replyOf(round, partyId)
  const isSeen = seesReply(sight.standing(applicationId, me), askingAs(me), standingOfRound(round), partyId)
  return {
    partyName: sight.partyName(partyId),
    isOwn: partyId === me.party.id,
    stance: isSeen && reply && round.purpose === 'remarks' ? reply.stance : null,
    remarks: isSeen && reply ? reply.remarks.length : null,
  }
}

function askingAs({ party, person }: Me): RoundAsking {
  return { partyId: party.id, isGuest: person.isGuest === true }
}
