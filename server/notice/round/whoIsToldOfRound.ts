import type { RoundHappening, RoundNoticeKind } from '../../../shared/http/notices.ts'
import type { RoundEvent } from '../../consultation/RoundEvent.ts'
import type { KeptRound } from '../../consultation/roundsFile.ts'

/** Somebody who sees the rounds of an ansökan now. */
export interface RoundReader {
  readonly personId: string
  readonly partyId: string
  /** She holds its rounds. */
  readonly isHolder: boolean
}

/** As what each thing that happens is told. */
export const kindOf: Readonly<Record<RoundHappening, RoundNoticeKind>> = {
  sent: 'roundSent',
  soon: 'roundReminder',
  today: 'roundReminder',
  late: 'roundReminder',
  reminded: 'roundReminder',
  extended: 'roundChanged',
  calledOff: 'roundChanged',
  over: 'roundChanged',
  replied: 'replySent',
  replaced: 'replySent',
  published: 'compilationPublished',
}

/**
 * Who is told of something that has happened in a round: those to whom the round was sent, of the parties it is about. Of
 * an answer, of parties that are late, and of a round that has closed by itself, those who hold the rounds as well. Never
 * whoever did it; nobody but `readers`, whomever it was sent to.
 */
export function whoIsToldOfRound(
  { kind, by, partyIds }: RoundEvent,
  { recipients }: Pick<KeptRound, 'recipients'>,
  readers: readonly RoundReader[],
): RoundReader[] {
  const doer = by?.split('@')[0]
  const concernsHolder =
    kind === 'replied' || kind === 'replaced' || kind === 'late' || (kind === 'over' && by === null)
  return readers.filter(({ personId, partyId, isHolder }) => {
    if (personId === doer) return false
    if (isHolder && concernsHolder) return true
    const asked = recipients.find(recipient => recipient.partyId === partyId)
    return partyIds.includes(partyId) && asked?.personIds.includes(personId) === true
  })
}
