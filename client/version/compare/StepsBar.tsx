import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import styles from './bar.module.css'
import type { ColumnChoice } from './columns.ts'
import type { Steps } from './useSteps.ts'

interface StepsBarProps {
  readonly steps: Steps
  readonly count: number
  readonly choice: ColumnChoice
}

/** Stays at the top of the window: which change one is at, the way to the next, and how they are shown. */
export function StepsBar({ steps: { at, step }, count, choice }: StepsBarProps) {
  const { versions: words } = useText()
  return (
    <div className={styles.bar}>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons, and no fields to fill in */}
      <div className={styles.steps} role="group" aria-label={words.step}>
        <Button
          icon={<Icon name="up" />}
          title={words.stepKeys}
          aria-keyshortcuts="Alt+ArrowUp K"
          onClick={() => step(-1)}
        >
          <span>{words.previous}</span>
        </Button>
        <Button
          icon={<Icon name="down" />}
          title={words.stepKeys}
          aria-keyshortcuts="Alt+ArrowDown J"
          onClick={() => step(1)}
        >
          <span>{words.next}</span>
        </Button>
        <span className={styles.at}>{at === 0 ? words.placeNone(count) : words.place(at, count)}</span>
      </div>
      <div className={styles.looks}>
        {choice.hasRoom && (
          // biome-ignore lint/a11y/useSemanticElements: two buttons, and no fields to fill in
          <div className={styles.columns} role="group" aria-label={words.columns}>
            <Button aria-pressed={choice.columns === 'one'} onClick={() => choice.choose('one')}>
              {words.oneColumn}
            </Button>
            <Button aria-pressed={choice.columns === 'two'} onClick={() => choice.choose('two')}>
              {words.twoColumns}
            </Button>
          </div>
        )}
        <Button onClick={() => print()}>{words.print}</Button>
      </div>
    </div>
  )
}
