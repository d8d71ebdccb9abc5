import type { Reply } from '../../../shared/http/replies.ts'
import type { WhoOf } from '../../people/access/whoOf.ts'
import type { KeptReply } from '../roundsFile.ts'

/**
 * An answer as it is shown, with the names of now. Whether somebody may see it is asked before; `seesAnswers` says whether
 * she sees what the owner has said about its remarks.
 */
export function answerReply(kept: KeptReply, whoOf: WhoOf, seesAnswers: boolean): Reply {
  const { sentBy, opposition, answers } = kept
  return {
    ...kept,
    sentBy: whoOf(sentBy),
    opposition: opposition && { ...opposition, by: whoOf(opposition.by) },
    answers: Object.fromEntries(
      seesAnswers
        ? Object.entries(answers).map(([remark, answer]) => [remark, { ...answer, by: whoOf(answer.by) }])
        : [],
    ),
  }
}
