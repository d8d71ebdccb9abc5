import { CallFailed } from '../http/call.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { hasWords, type WaitingAct } from './acts.ts'
import { useCommentsOnPage } from './CommentsContext.ts'
import styles from './ThreadCard.module.css'

/** What has not reached the server: that it waits, or why it was refused and what can be done. */
export function WaitingLine({ waiting }: { readonly waiting: WaitingAct }) {
  const { comments } = useCommentsOnPage()
  const text = useText()
  const { comments: words } = text
  const { key, act, refused } = waiting
  if (refused === null) {
    return (
      <p className={styles.waiting}>
        <Icon name="clock" />
        {words.waiting}
      </p>
    )
  }
  return (
    <div className={styles.refused}>
      <p role="status">
        {words.notSent} {problemWords(text, new CallFailed(refused))}
      </p>
      <div className={styles.refusedActions}>
        <Button look="quiet" onClick={() => comments.tryAgain(key)}>
          {words.tryAgain}
        </Button>
        {hasWords(act) && (
          <Button look="quiet" onClick={() => comments.throwAway(key)}>
            {words.throwAway}
          </Button>
        )}
      </div>
    </div>
  )
}
