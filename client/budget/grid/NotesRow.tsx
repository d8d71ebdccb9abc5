import type { ReactNode } from 'react'
import styles from './notes.module.css'

/** Something said of a row, under it. It stays in view however far the sheet is scrolled. */
export function NotesRow({ row, children }: { readonly row: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: one is in it only for its buttons
    <div role="row" className={styles.notes} data-notes-of={row}>
      {/* biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: see above */}
      <div role="gridcell" className={styles.note}>
        {children}
      </div>
    </div>
  )
}
