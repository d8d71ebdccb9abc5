import { mentionPattern } from '../../shared/http/comments.ts'
import type { OwnData } from '../../shared/http/people.ts'
import type { KeptThread } from './commentsFile.ts'

type OwnComments = Pick<OwnData, 'said' | 'threads'>

/** What a person has said in the threads of an ansökan, and done with them, for her own data. */
export function ownComments(
  applicationId: string,
  threads: readonly KeptThread[],
  personId: string,
): OwnComments {
  const own: OwnComments = { said: [], threads: [] }
  const isHers = (by: string | undefined) => by?.startsWith(`${personId}@`) ?? false
  for (const { id: threadId, posts, assignee, resolved, released } of threads) {
    for (const { by, text, at, editedAt, deletedAt } of posts) {
      if (!isHers(by)) continue
      own.said.push({ applicationId, threadId, text: withoutOthers(text, personId), at, editedAt, deletedAt })
    }
    const isAssigned = assignee?.is === 'person' && assignee.personId === personId
    const resolvedAt = resolved && isHers(resolved.by) ? resolved.at : null
    const releasedAt = released && isHers(released.by) ? released.at : null
    if (isAssigned || resolvedAt || releasedAt) {
      own.threads.push({ applicationId, threadId, isAssigned, resolvedAt, releasedAt })
    }
  }
  return own
}

/** Others are named by their ids in what somebody has said. */
function withoutOthers(text: string, personId: string): string {
  return text.replaceAll(mentionPattern, (token, kind: string, id: string) =>
    kind === 'person' && id !== personId ? '@…' : token,
  )
}
