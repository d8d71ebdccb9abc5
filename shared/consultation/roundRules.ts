import type { ApplicationState } from '../document/applicationState.ts'
import type { Purpose, RecipientState } from '../http/consultation.ts'
import { may, type Standing } from '../people/may.ts'

/** What is asked of a round when something is decided about it. Days are calendar days in Sweden. */
export interface RoundStanding {
  readonly purpose: Purpose
  readonly closesOn: string | null
  readonly textIsOpen: boolean
  /** When those who were asked see each other's answers; `whenPublished` in a copy of a round that went on. */
  readonly repliesAreSeen: 'whenSent' | 'whenOver' | 'whenPublished'
  readonly isOver: boolean
  readonly isPublished: boolean
  /** The parties that were asked. */
  readonly parties: readonly string[]
}

/** Whoever asks. Guests act for a party to the outside only: what it says among its own is not theirs. */
export interface RoundAsking {
  readonly partyId: string
  readonly isGuest: boolean
}

/** True while answers to it are waited for. What is sent to be known is not answered. */
export function isOpen(round: RoundStanding): boolean {
  return !round.isOver && round.purpose !== 'information'
}

/** The day to answer has passed. */
export function hasPassed({ closesOn }: Pick<RoundStanding, 'closesOn'>, today: string): boolean {
  return closesOn !== null && today > closesOn
}

/** Rounds are held before it is locked. */
export function isBeforeLock(state: ApplicationState): boolean {
  return ['needsAnalysis', 'draft', 'reviewRound', 'proofreading'].includes(state)
}

/**
 * The state of an ansökan with these rounds (domain.md 3.3): remiss while one is open, else korrektur while one of those
 * is, else what it was before. Rounds say nothing of the states from the lock on.
 */
export function stateWith(state: ApplicationState, rounds: readonly RoundStanding[]): ApplicationState {
  if (!isBeforeLock(state)) return state
  const open = rounds.filter(isOpen)
  if (open.some(({ purpose }) => purpose === 'remarks')) return 'reviewRound'
  if (open.length > 0) return 'proofreading'
  return state === 'needsAnalysis' ? state : 'draft'
}

/** Whether the authors write on while these rounds go on: one that closes the text closes it. False when none goes on. */
export function textStaysOpen(rounds: readonly RoundStanding[]): boolean {
  const open = rounds.filter(isOpen)
  return open.length > 0 && open.every(round => round.textIsOpen)
}

/** What somebody may do with her own party's answer. */
export type ReplyAct = 'draft' | 'send' | 'replace'

/**
 * Whether somebody may read and write her party's draft, send it, or open it again to send another instead. A late answer
 * is taken as long as the round is open; one that is there already stands when the day has passed.
 */
export function mayReply(
  standing: Standing | null,
  { partyId, isGuest }: RoundAsking,
  round: RoundStanding,
  hasReplied: boolean,
  today: string,
  act: ReplyAct,
): boolean {
  if (isGuest || !isOpen(round) || !round.parties.includes(partyId)) return false
  if (hasReplied && hasPassed(round, today)) return false
  return may(standing, act === 'draft' ? 'reply' : 'sendReply')
}

/**
 * Whether somebody may read what her party has drafted: those who write answers, also when the round is over, or called
 * off, and nothing more is written.
 */
export function seesDraft(
  standing: Standing | null,
  { partyId, isGuest }: RoundAsking,
  round: RoundStanding,
): boolean {
  if (isGuest || !round.parties.includes(partyId) || !may(standing, 'readRounds')) return false
  return standing !== null && may({ ...standing, state: 'reviewRound' }, 'reply')
}

/**
 * Whether somebody sees the answer that a party has sent: its own people, whoever holds the round, those asked when the
 * round says so, and everybody who sees the rounds when the sammanställning has been published. A guest sees what is
 * published.
 */
export function seesReply(
  standing: Standing | null,
  { partyId, isGuest }: RoundAsking,
  round: RoundStanding,
  ofParty: string,
): boolean {
  if (!may(standing, 'readRounds')) return false
  if (round.isPublished) return true
  if (isGuest) return false
  if (partyId === ofParty || followsRounds(standing)) return true
  return round.parties.includes(partyId) && isSeenByOthers(round)
}

/** Whether answers are seen by others than the parties that gave them and whoever holds the round. */
export function isSeenByOthers({
  isOver,
  isPublished,
  repliesAreSeen,
}: Pick<RoundStanding, 'isOver' | 'isPublished' | 'repliesAreSeen'>): boolean {
  return isPublished || repliesAreSeen === 'whenSent' || (isOver && repliesAreSeen === 'whenOver')
}

/** Whoever holds the rounds sees of them what others do not: also from the lock on, when none are held any more. */
export function followsRounds(standing: Standing | null): boolean {
  return standing?.role === 'ownerEditor' && may(standing, 'readRounds')
}

/** Where a party is. */
export function recipientState(
  round: RoundStanding,
  party: { readonly hasOpened: boolean; readonly hasDraft: boolean; readonly hasReplied: boolean },
  today: string,
): RecipientState {
  if (party.hasReplied) return 'answered'
  if (round.purpose !== 'information' && hasPassed(round, today)) return 'late'
  if (party.hasDraft) return 'drafting'
  return party.hasOpened ? 'opened' : 'sent'
}
