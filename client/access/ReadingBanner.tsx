import type { Standing } from '../../shared/people/may.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './reading.module.css'

interface ReadingBannerProps {
  readonly standing: Standing
  /** Why nothing on the page may be written in: it is not my part, or nobody's now. */
  readonly why: 'role' | 'state'
  /** Those who are responsible, in words; empty when it is not known. */
  readonly whom: string
  /** Begins a comment on what is selected; null for those who may not. */
  readonly onComment: (() => void) | null
}

/** One line where the tools would be: that I read, why, and whom to ask for more. */
export function ReadingBanner({ standing, why, whom, onComment }: ReadingBannerProps) {
  const { access: words, comments } = useText()
  const reason = words.readingWhy(standing.role, standing.state, why)
  const advice = why === 'state' ? words.askAboutState(whom) : words.askToWrite(whom)
  return (
    <div className={styles.banner} role="note">
      <p>
        <strong>{words.youRead}</strong>{' '}
        {[reason, onComment === null ? '' : words.mayComment, advice].filter(part => part !== '').join(' ')}
      </p>
      {onComment !== null && (
        <Button
          icon={<Icon name="comment" />}
          title={comments.newCommentKeys}
          // What is selected in the text stays selected.
          onMouseDown={event => event.preventDefault()}
          onClick={onComment}
        >
          <span className={styles.word}>{comments.comment}</span>
        </Button>
      )}
    </div>
  )
}
