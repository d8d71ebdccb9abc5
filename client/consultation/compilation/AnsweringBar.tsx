import type { CompilationCounts } from '../../../shared/consultation/compilation.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { Filtered } from './useFiltered.ts'
import styles from './view.module.css'

interface AnsweringBarProps {
  readonly counts: CompilationCounts
  readonly filtered: Filtered
  readonly step: (direction: 1 | -1) => void
}

/** Stays at the top of the window: how many remarks have been answered, and the way to the next that has not. */
export function AnsweringBar({ counts, filtered, step }: AnsweringBarProps) {
  const { compilation: words } = useText()
  const { answered, remarks } = counts
  return (
    <div className={styles.bar}>
      <p className={styles.counter}>
        <span role="status">{words.counter(answered, remarks)}</span>
        <progress value={answered} max={remarks} aria-hidden="true" />
      </p>
      <label className={styles.filter}>
        <input
          type="checkbox"
          checked={filtered.isOnlyUnanswered}
          onChange={({ target }) => filtered.filter(target.checked)}
        />
        {words.onlyUnanswered}
      </label>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons, and no fields to fill in */}
      <div className={styles.steps} role="group" aria-label={words.steps}>
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
      </div>
    </div>
  )
}
