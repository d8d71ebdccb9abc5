import type { Round } from '../../../shared/http/consultation.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './view.module.css'

interface PublishingProps {
  readonly round: Round
  readonly hasReplies: boolean
  readonly onPublish: () => void
}

/** The way to show the sammanställning to the parties; what they were promised not to see before the end waits for it. */
export function Publishing({ round, hasReplies, onPublish }: PublishingProps) {
  const { compilation: words } = useText()
  if (round.published !== null || !hasReplies) return null
  if (!mayPublish(round)) return <p className={styles.after}>{words.publishAfter}</p>
  return (
    <Button look="primary" onClick={onPublish}>
      {words.publish}
    </Button>
  )
}

function mayPublish({ over, repliesAreSeen }: Round): boolean {
  return over !== null || repliesAreSeen === 'whenSent'
}
