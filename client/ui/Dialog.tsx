import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { Button } from './Button.tsx'
import styles from './Dialog.module.css'

interface DialogProps {
  readonly title: string
  /** Word of the button that closes it, e.g. `Avbryt` or `Stäng`. */
  readonly closeWord: string
  readonly onClose: () => void
  /** Buttons beside the one that closes. */
  readonly actions?: ReactNode
  /** `side` and `end` stand at the left and the right edge, for lists; `large` fills small screens, for much to do. */
  readonly place?: 'middle' | 'side' | 'end' | 'large'
  readonly children: ReactNode
}

/**
 * A question or a list above the page, as the browser's own `<dialog>`: the rest is inert, Esc closes, and focus
 * goes back to whoever had it when it opened. Drawn while open; leave it out to close it.
 */
export function Dialog({ title, closeWord, onClose, actions, place = 'middle', children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  const opener = useRef<Element>(null)

  // Before the effects of what is in it, which may want focus.
  useLayoutEffect(() => {
    opener.current = document.activeElement
    dialog.current?.showModal()
  }, [])
  // After it is gone: while it is there, nothing outside takes focus.
  useEffect(
    () => () => {
      if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus()
    },
    [],
  )

  return (
    <dialog
      ref={dialog}
      className={`${styles.dialog} ${styles[place]}`}
      aria-labelledby={titleId}
      // React lets it bubble, from a question that is asked above this one.
      onClose={({ target, currentTarget }) => target === currentTarget && onClose()}
    >
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      <div className={styles.body}>{children}</div>
      <div className={styles.actions}>
        <Button onClick={onClose}>{closeWord}</Button>
        {actions}
      </div>
    </dialog>
  )
}
