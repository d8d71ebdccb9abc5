import { useEffect, useRef } from 'react'
import type { Round } from '../../../shared/http/consultation.ts'
import { useText } from '../../text/useText.ts'
import styles from '../rounds.module.css'
import sendStyles from './send.module.css'

/** What has been sent, to whom, and what happens next. */
export function Receipt({ round }: { readonly round: Round }) {
  const { sendRound: words, consultation } = useText()
  const said = useRef<HTMLParagraphElement>(null)
  useEffect(() => said.current?.focus(), [])
  const { sentAt, version, recipients, closesOn, purpose } = round
  const isAnswered = purpose !== 'information'
  return (
    <div className={sendStyles.receipt}>
      <p ref={said} tabIndex={-1}>
        {words.sentAt(consultation.moment(sentAt), version.label)}
      </p>
      <ul>
        {recipients.map(({ partyId, partyName, persons }) => (
          <li key={partyId}>
            <strong>{partyName}</strong>{' '}
            <span className={styles.soft}>{persons.map(({ name }) => name).join(', ')}</span>
          </li>
        ))}
      </ul>
      {isAnswered && (
        <p>{closesOn === null ? words.nextWithoutDay : words.next(consultation.day(closesOn))}</p>
      )}
    </div>
  )
}
