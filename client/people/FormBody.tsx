import { type FormEvent, type ReactNode, useRef } from 'react'
import styles from './people.module.css'
import { SendingFault } from './SendingFault.tsx'
import { useSending } from './useSending.ts'

/** What a form does when it is sent. */
export interface FormActs {
  /** Whether all is filled in as it should be; the first field that is not has focus otherwise. */
  readonly isReady: boolean
  /** Somebody has tried to send it, ready or not. */
  readonly onTry?: () => void
  readonly send: () => Promise<void>
}

interface FormBodyProps extends FormActs {
  readonly id?: string
  readonly children?: ReactNode
  /** The button that sends it, where it stands within. */
  readonly button?: ReactNode
}

/** A form that is sent to the server, and says in words when that went wrong. */
export function FormBody({ id, isReady, onTry, send, children, button }: FormBodyProps) {
  const sending = useSending()
  const form = useRef<HTMLFormElement>(null)
  const trySend = async (event: FormEvent) => {
    event.preventDefault()
    onTry?.()
    if (isReady) await sending.send(send)
    // What is wrong is marked at the next drawing.
    else
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  return (
    <form ref={form} id={id} className={styles.form} onSubmit={event => void trySend(event)} noValidate>
      {children}
      <SendingFault sending={sending} />
      {button}
    </form>
  )
}
