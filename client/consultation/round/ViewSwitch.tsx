import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import type { View } from './view.ts'
import styles from './views.module.css'

interface ViewSwitchProps {
  readonly views: readonly View[]
  readonly view: View
  readonly onChoose: (view: View) => void
}

/** What is read: what was sent, or what has changed since, or since the round before. */
export function ViewSwitch({ views, view, onChoose }: ViewSwitchProps) {
  const { round: words } = useText()
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons, and no fields to fill in
    <div className={styles.views} role="group" aria-label={words.views}>
      {views.map(one => (
        <Button key={one} aria-pressed={one === view} onClick={() => onChoose(one)}>
          {words.view[one]}
        </Button>
      ))}
    </div>
  )
}
