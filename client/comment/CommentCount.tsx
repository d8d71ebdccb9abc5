import { useSyncExternalStore } from 'react'
import { useText } from '../text/useText.ts'
import styles from './CommentSign.module.css'
import { useCommentsOnPage } from './CommentsContext.ts'

/** How many open comments there are in a section; nothing of none. */
export function CommentCount({ section }: { readonly section: string }) {
  const { comments } = useCommentsOnPage()
  const { comments: words } = useText()
  const count = useSyncExternalStore(
    comments.subscribe,
    () =>
      comments.entries().filter(({ thread }) => thread.resolved === null && thread.place.section === section)
        .length,
  )
  if (count === 0) return null
  return (
    <span className={styles.count} title={words.openHere(count)}>
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">, {words.openHere(count)}</span>
    </span>
  )
}
