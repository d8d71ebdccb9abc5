import { useEffect, useRef } from 'react'
import styles from './access.module.css'

interface CopyBoxProps {
  /** What it is, read aloud. */
  readonly label: string
  readonly words: string
}

/** Words to be copied: marked as soon as they are shown, for where they must be copied by hand. */
export function CopyBox({ label, words }: CopyBoxProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    box.current?.focus()
    box.current?.select()
  }, [])
  return (
    <input
      ref={box}
      readOnly
      className={styles.input}
      aria-label={label}
      value={words}
      onFocus={event => event.target.select()}
    />
  )
}
