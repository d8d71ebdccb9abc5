import { type ReactNode, useMemo, useSyncExternalStore } from 'react'
import type { FilledForm } from '../../../shared/document/filledForm.ts'
import { useCommentsOnPage } from '../../comment/CommentsContext.ts'
import { asWritten } from '../../comment/mentions.ts'
import { useNameOf } from '../../comment/useNameOf.ts'
import { type RoundThreads, RoundThreadsContext } from '../reply/RoundThreads.ts'
import { inTextOrder } from './textOrder.ts'

interface ThreadsForReplyProps {
  readonly filled: FilledForm
  readonly children: ReactNode
}

/** Lets the answer beside the text have what my party has said about it. */
export function ThreadsForReply({ filled, children }: ThreadsForReplyProps) {
  const { comments, form } = useCommentsOnPage()
  const nameOf = useNameOf()
  const entries = useSyncExternalStore(comments.subscribe, comments.entries)
  const threads = useMemo<RoundThreads>(
    () => ({
      threads: inTextOrder(
        entries.map(({ thread }) => thread),
        form,
        filled,
      ),
      wordsOf: ({ posts }) => asWritten(posts[0]?.text ?? '', ({ of, id }) => nameOf(of, id)),
    }),
    [entries, form, filled, nameOf],
  )
  return <RoundThreadsContext value={threads}>{children}</RoundThreadsContext>
}
