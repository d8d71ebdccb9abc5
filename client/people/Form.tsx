import type { FormEvent, ReactNode } from 'react'
import { useRef } from 'react'
import { Button } from '../ui/Button.tsx'
import styles from './people.module.css'
import { useSending } from './useSending.ts'

interface FormProps {
  /** Word of the button that sends it. */
  readonly sendWord: string
  readonly look?: 'primary' | 'plain' | 'danger'
  /** Whether all is filled in as it should be; the first field that is not has focus otherwise. */
  readonly isReady: boolean
  /** Somebody has tried to send it, ready or not. */
  readonly onTry?: () => void
  readonly send: () => Promise<void>
  /** Beside the button that sends it. */
  readonly besides?: ReactNode
  readonly children?: ReactNode
}

/** A form that is sent to the server, and says in words when that went wrong. */
export function Form({ sendWord, look = 'primary', isReady, onTry, send, besides, children }: FormProps) {
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
    <form ref={form} className={styles.form} onSubmit={event => void trySend(event)} noValidate>
      {children}
      {sending.fault && (
        <p role="alert" className={styles.fault}>
          {sending.fault}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" look={look} aria-disabled={sending.isSending}>
          {sendWord}
        </Button>
        {besides}
      </div>
    </form>
  )
}
