import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { messageMaxLength } from '../../shared/http/access.ts'
import { askForAccess } from '../http/access.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import styles from './reading.module.css'

/** Asks those who are responsible for an ansökan to be let in, and gives a receipt. */
export function AskForAccess({ applicationId }: { readonly applicationId: string }) {
  const text = useText()
  const words = text.access
  const id = useId()
  const [message, setMessage] = useState('')
  const [state, setState] = useState<'writing' | 'sending' | 'asked'>('writing')
  const [fault, setFault] = useState('')
  const receipt = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state === 'asked') receipt.current?.focus()
  }, [state])

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (state !== 'writing') return
    setState('sending')
    setFault('')
    try {
      await askForAccess(applicationId, message.trim())
      setState('asked')
    } catch (thrown) {
      setFault(problemWords(text, thrown))
      setState('writing')
    }
  }
  if (state === 'asked') {
    return (
      <div ref={receipt} tabIndex={-1} role="status">
        <p>
          <strong>{words.asked}</strong>
        </p>
        <p>{words.askedHelp}</p>
      </div>
    )
  }
  return (
    <form className={styles.ask} onSubmit={event => void send(event)}>
      <label htmlFor={id}>{words.askMessage}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={messageMaxLength}
        aria-describedby={`${id}-help`}
        value={message}
        onChange={event => setMessage(event.target.value)}
      />
      <p id={`${id}-help`} className={styles.help}>
        {words.askMessageHelp}
      </p>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
      <Button type="submit" look="primary" aria-disabled={state === 'sending'}>
        {words.ask}
      </Button>
    </form>
  )
}
