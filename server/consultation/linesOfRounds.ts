import { createHash } from 'node:crypto'
import { isSeenByOthers } from '../../shared/consultation/roundRules.ts'
import type { Stance } from '../../shared/http/replies.ts'
import { dayInSweden } from '../time/swedishTime.ts'
import { ordinalOf, replyOf, standingOfRound } from './DocumentRounds.ts'
import type { KeptRound } from './roundsFile.ts'

/** A line of *Hur och när har ansökan diskuterats?* as it is to be written. */
export interface RoundLine {
  /** Number of the round. */
  readonly round: number
  /** Key of the item: always the same for the same event, so that it is written once. */
  readonly key: string
  /** A day in Sweden. */
  readonly on: string
  readonly text: string
}

const said: Readonly<Record<Stance, string>> = {
  endorses: 'tillstyrker',
  endorsesWithRemarks: 'tillstyrker med synpunkter',
  opposes: 'avstyrker',
  abstains: 'avstår (inga synpunkter)',
}

/** The lines that these rounds give, in the style of the applicants' own (domain.md 3.1). */
export function linesOfRounds(
  rounds: readonly KeptRound[],
  partyName: (partyId: string) => string,
): RoundLine[] {
  return rounds.flatMap(round => [sentLine(rounds, round), ...replyLines(round, partyName)])
}

function sentLine(rounds: readonly KeptRound[], round: KeptRound): RoundLine {
  const { number, purpose, closesOn, sentAt } = round
  const isFirst = ordinalOf(rounds, round) === 1
  const asked = closesOn === null ? '' : ` för synpunkter till ${sixDigits(closesOn)}`
  const how = {
    remarks: isFirst
      ? `skickas ut till parter på remiss${asked}`
      : `skickas på nytt ut till parterna på remiss${asked}`,
    proof: 'skickas ut till parterna för korrekturläsning',
    information: 'skickas ut till parterna för kännedom',
  }
  return {
    round: number,
    key: `round${number}`,
    on: dayInSweden(Date.parse(sentAt)),
    text: `Ansökan ${how[purpose]}.`,
  }
}

/**
 * One for each party that has answered, by the answer that holds. What it says is not in the text of all before those who
 * were asked may see it.
 */
function replyLines(round: KeptRound, partyName: (partyId: string) => string): RoundLine[] {
  const isSeen = isSeenByOthers(standingOfRound(round))
  return round.recipients.flatMap(({ partyId }) => {
    const reply = replyOf(round, partyId)
    if (reply === null) return []
    const what = round.purpose === 'proof' ? 'Svar på korrekturläsningen' : 'Remissvar'
    const stance = isSeen ? `: ${said[reply.stance]}` : ''
    return {
      round: round.number,
      key: `round${round.number}-${createHash('sha256').update(partyId).digest('hex').slice(0, 16)}`,
      on: dayInSweden(Date.parse(reply.sentAt)),
      text: `${what} från ${partyName(partyId)}${stance}.`,
    }
  })
}

/** `240524`, as the applicants write days. */
function sixDigits(day: string): string {
  return day.slice('20'.length).replaceAll('-', '')
}
