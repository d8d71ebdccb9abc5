import type { ReactNode } from 'react'
import { Sign, type SignName } from './Sign.tsx'
import styles from './toolbar.module.css'

interface ToolProps {
  readonly sign: SignName
  readonly label: string
  /** As in `aria-keyshortcuts`, e.g. `Control+B`; shown beside the label. */
  readonly keys?: string
  /** Absent for what cannot be on or off. */
  readonly pressed?: boolean
  readonly resting: boolean
  readonly onPress: () => void
}

/** A button of the toolbar. One that rests keeps its place, so that focus is not lost. */
export function Tool({ sign, label, keys, pressed, resting, onPress }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      data-tool=""
      tabIndex={-1}
      aria-label={label}
      title={keys ? `${label} (${keyWords(keys)})` : label}
      aria-keyshortcuts={keys}
      aria-pressed={pressed}
      aria-disabled={resting || undefined}
      onClick={resting ? undefined : onPress}
    >
      <Sign name={sign} />
    </button>
  )
}

/** What is written on the keys. */
function keyWords(keys: string): string {
  return keys.replace('Control', 'Ctrl')
}

/** Tools that belong together, with a line between them and the next. */
export function ToolGroup({ children }: { readonly children: ReactNode }) {
  return <div className={styles.group}>{children}</div>
}
