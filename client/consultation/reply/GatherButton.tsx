import type { Thread } from '../../../shared/http/comments.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useGathered } from './GatheringContext.ts'
import styles from './reply.module.css'

interface GatherButtonProps {
  readonly thread: Thread
  /** My party: only what it has said itself can be a remark of its answer. */
  readonly partyId: string
  readonly round: number
}

/** On the card of a comment made in a round: puts it in the answer. Nothing while no answer is written in beside it. */
export function GatherButton({ thread, partyId, round }: GatherButtonProps) {
  const { reply: words } = useText()
  const gathered = useGathered(thread.id)
  if (gathered === null || thread.round !== round || thread.internalTo !== partyId) return null
  if (gathered.is) {
    return (
      <p className={styles.gathered}>
        <Icon name="check" />
        {words.isGathered}
      </p>
    )
  }
  return (
    <Button look="quiet" icon={<Icon name="add" />} onClick={() => gathered.take(thread)}>
      {words.gatherOne}
    </Button>
  )
}
