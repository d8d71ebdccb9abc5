import { compilation } from '../../../shared/consultation/compilation.ts'
import { followsRounds } from '../../../shared/consultation/roundRules.ts'
import { answerRound, type RoundSight } from '../answerRound.ts'
import type { RoundsHere } from '../RoundDoor.ts'
import { seenReplies } from '../reply/seenReplies.ts'
import type { KeptRound } from '../roundsFile.ts'
import type { CompilationOnPaper } from './compilationParts.ts'

/** What somebody may see now of the sammanställning of a round. */
export function onPaper(sight: RoundSight, here: RoundsHere, round: KeptRound): CompilationOnPaper {
  const { open, standing } = here
  const shown = answerRound(sight, here, open.rounds.rounds, round)
  return {
    name: open.records.application.data.name,
    round: shown,
    compilation: compilation(shown, seenReplies(here, round, sight.whoOf), open.form),
    form: open.form,
    seesAnswers: round.published !== null || followsRounds(standing),
    fetchedAt: new Date(sight.now()).toISOString(),
  }
}
