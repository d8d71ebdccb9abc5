import { useId, useState } from 'react'
import { may } from '../../shared/people/may.ts'
import { openAdvice } from '../http/access.ts'
import { useText } from '../text/useText.ts'
import styles from './access.module.css'
import { Confirm } from './Confirm.tsx'
import { dayWords } from './dayWords.ts'
import groupStyles from './group.module.css'
import { useSharing } from './Sharing.ts'

/** *Rådgivning*: whether the förbund may read the draft before it is handed in. */
export function Advice() {
  const text = useText()
  const words = text.access
  const { access, applicationId, standing, act } = useSharing()
  const { advice } = access
  const [asking, setAsking] = useState(false)
  const id = useId()
  if (!may(standing, 'openAdvice')) return null
  const change = async (open: boolean) => {
    setAsking(false)
    await act(() => openAdvice(applicationId, open), open ? words.adviceOpened : words.adviceClosed)
  }
  return (
    <section className={groupStyles.group} aria-labelledby={id}>
      <label className={styles.switch}>
        <span id={id} className={styles.switchWords}>
          {words.advice}
        </span>
        <input
          type="checkbox"
          role="switch"
          aria-describedby={`${id}-help`}
          aria-checked={advice !== null}
          checked={advice !== null}
          onChange={event => {
            if (event.target.checked) setAsking(true)
            else void change(false)
          }}
        />
      </label>
      <p id={`${id}-help`} className={styles.help}>
        {words.adviceHelp}
        {advice !== null && ` ${words.adviceSince(advice.by, dayWords(text.form.dateLanguage, advice.at))}.`}
      </p>
      {asking && (
        <Confirm
          title={words.adviceTitle}
          help={words.adviceQuestion}
          confirm={words.adviceConfirm}
          onConfirm={() => void change(true)}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}
