import type { Compilation } from '../../../shared/consultation/compilation.ts'
import type { Round } from '../../../shared/http/consultation.ts'
import { personName } from '../../text/personName.ts'
import type { Text } from '../../text/text.ts'

/** Whoever reads a sammanställning. */
export interface Reader {
  /** She holds the round, and sees all of it. */
  readonly isHolder: boolean
  readonly isGuest: boolean
}

/** What is not shown yet to whoever reads, and when it will be. Empty when she sees all there is. */
export function notYetWords(text: Text, round: Round, seen: Compilation, reader: Reader): readonly string[] {
  const { compilation: words } = text
  if (reader.isHolder || round.published !== null) return []
  const holder = personName(text, round.sentBy)
  const mayAnswer = round.mine !== null && !reader.isGuest
  if (!mayAnswer) return [words.notYetHelp(holder)]
  const waits = round.over === null && round.repliesAreSeen === 'whenOver'
  const others = waits ? [words.othersWhenOver(round.closesOn)] : []
  return seen.counts.remarks === 0 && !waits
    ? [words.notYetHelp(holder)]
    : [...others, words.answersLater(holder)]
}
