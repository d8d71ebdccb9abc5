import type { ComponentProps, ReactNode } from 'react'
import styles from './Button.module.css'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'style' | 'children'> {
  /** `primary` once a view at most; `plain` for the rest; `quiet` within running text and rows. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger'
  /** Drawn before the words, decorative. */
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A button with words. `type="button"` unless told otherwise, so that no form is sent by accident. */
export function Button({ look = 'plain', icon, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={`${styles.button} ${styles[look]}`}>
      {icon}
      {children}
    </button>
  )
}

interface IconButtonProps
  extends Omit<ComponentProps<'button'>, 'className' | 'style' | 'children' | 'title'> {
  /** What it does; read aloud, and shown when pointed at. */
  readonly label: string
  readonly icon: ReactNode
  /** Cannot be pressed now, but keeps its place in the tab order, so that focus is not lost at the end of a list. */
  readonly resting?: boolean
}

/** A button with only a sign. */
export function IconButton({ label, icon, resting = false, onClick, ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      className={styles.iconButton}
      aria-label={label}
      title={label}
      aria-disabled={resting || undefined}
      onClick={resting ? undefined : onClick}
    >
      {icon}
    </button>
  )
}
