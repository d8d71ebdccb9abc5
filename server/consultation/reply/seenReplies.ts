import { followsRounds, seesReply } from '../../../shared/consultation/roundRules.ts'
import type { Reply } from '../../../shared/http/replies.ts'
import type { WhoOf } from '../../people/access/whoOf.ts'
import { askingAs } from '../answerRound.ts'
import { standingOfRound } from '../DocumentRounds.ts'
import type { RoundsHere } from '../RoundDoor.ts'
import type { KeptRound } from '../roundsFile.ts'
import { answerReply } from './answerReply.ts'

/** The answers that somebody may see, those that were replaced too, in the order they came. */
export function seenReplies({ me, standing }: RoundsHere, round: KeptRound, whoOf: WhoOf): Reply[] {
  const asked = standingOfRound(round)
  const seesAnswers = asked.isPublished || followsRounds(standing)
  return round.replies
    .filter(({ partyId }) => seesReply(standing, askingAs(me), asked, partyId))
    .map(reply => answerReply(reply, whoOf, seesAnswers))
}
