import type { ReactNode } from 'react'
import { MenuButton, type MenuChoice } from '../../ui/MenuButton.tsx'
import { Sign } from './Sign.tsx'
import styles from './toolbar.module.css'

interface ToolMenuProps {
  readonly label: string
  /** What stands on the button. */
  readonly face: ReactNode
  readonly resting: boolean
  readonly choices: readonly MenuChoice[]
}

/** A button of the toolbar that opens a menu under it. */
export function ToolMenu({ label, face, resting, choices }: ToolMenuProps) {
  return (
    <MenuButton
      label={label}
      className={styles.menuButton}
      frameClass={styles.menuFrame}
      menuClass={styles.menu}
      data-tool=""
      tabIndex={-1}
      resting={resting}
      choices={choices}
    >
      {face}
      <Sign name="more" />
    </MenuButton>
  )
}
