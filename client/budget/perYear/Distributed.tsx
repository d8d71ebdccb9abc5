import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useNotices } from '../../ui/notices.ts'
import styles from './perYear.module.css'

interface DistributedProps {
  readonly words: string
  readonly takeBack: () => void
  readonly onUndone: () => void
}

/** What has been distributed just now, and how to take it back. */
export function Distributed({ words, takeBack, onUndone }: DistributedProps) {
  const text = useText().budget.years
  const { announce } = useNotices()
  return (
    <p className={styles.done}>
      {words}{' '}
      <Button
        look="quiet"
        icon={<Icon name="undo" />}
        onClick={({ currentTarget }) => {
          // The button goes with what it says: the one that asks to distribute is beside it.
          currentTarget.parentElement?.parentElement?.querySelector('button')?.focus()
          takeBack()
          onUndone()
          announce(text.takenBack)
        }}
      >
        {text.takeBack}
      </Button>
    </p>
  )
}
