import type { FindingLevel as Level } from '../../../shared/budget/Finding.ts'
import { useText } from '../../text/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import styles from './findings.module.css'

/** How bad it is: a sign of its own shape, and in words. The words are only heard where there is no room, and left out where others stand beside it. */
export function FindingLevel({
  level,
  words,
}: {
  readonly level: Level
  readonly words: 'seen' | 'heard' | 'none'
}) {
  const text = useText().findings
  return (
    <span className={styles.level} data-level={level}>
      <Icon name={level === 'error' ? 'fault' : 'warning'} />
      {words !== 'none' && (
        <span className={words === 'heard' ? 'sr-only' : undefined}>{text.level[level]}</span>
      )}
    </span>
  )
}
