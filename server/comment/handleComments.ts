import { handleList } from '../storage/handleList.ts'
import type { Handling } from '../storage/jsonFile.ts'
import { commentEventSchema } from './CommentEvent.ts'
import { type CommentsFile, keptThreadSchema } from './commentsFile.ts'

/** How `comments.json` is handled: a change costs as much as its thread, among thousands (`DocumentComments`). */
export function handleComments(): Handling<CommentsFile> {
  return handleList('threads', keptThreadSchema, commentEventSchema)
}
