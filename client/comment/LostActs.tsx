import { useSyncExternalStore } from 'react'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { useNotices } from '../ui/notices.ts'
import styles from './CommentColumn.module.css'
import { useCommentsOnPage } from './CommentsContext.ts'
import { asWritten } from './mentions.ts'
import { useNameOf } from './useNameOf.ts'

/** What I wrote in threads that are not here any more, until I have taken care of it. */
export function LostActs() {
  const { comments } = useCommentsOnPage()
  const { comments: words } = useText()
  const notices = useNotices()
  const nameOf = useNameOf()
  const lost = useSyncExternalStore(comments.subscribe, comments.lostActs)
  if (lost.length === 0) return null
  return (
    <section className={styles.drafts} aria-label={words.lostTitle}>
      <p>{words.lostHelp}</p>
      {lost.map(({ key, act }) => {
        const said =
          act.is === 'start'
            ? act.thread.text
            : act.is === 'answer'
              ? act.post.text
              : act.is === 'edit'
                ? act.text
                : ''
        const written = asWritten(said, piece => nameOf(piece.of, piece.id))
        return (
          <div key={key}>
            <p className={styles.lostWords}>{written}</p>
            <div className={styles.draftActions}>
              <Button
                look="quiet"
                onClick={() =>
                  navigator.clipboard.writeText(written).then(
                    () => notices.toast(words.copied),
                    // Not allowed: it stands there to be marked and copied.
                    () => {},
                  )
                }
              >
                {words.copy}
              </Button>
              <Button look="quiet" onClick={() => comments.throwAway(key)}>
                {words.throwAway}
              </Button>
            </div>
          </div>
        )
      })}
    </section>
  )
}
