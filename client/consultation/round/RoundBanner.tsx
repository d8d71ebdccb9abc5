import type { ReactNode } from 'react'
import type { Round } from '../../../shared/http/consultation.ts'
import { swedishDay } from '../../text/dayFormat.ts'
import { useText } from '../../text/useText.ts'
import styles from './banner.module.css'
import { endedWords, partyWords, untilWords } from './roundWords.ts'

interface RoundBannerProps {
  readonly round: Round
  /** It stays at the top of the window; else what is below it does. */
  readonly stays: boolean
  /** Leads to my party's answer; null where there is none. */
  readonly reply: ReactNode
  /** Other buttons. */
  readonly children: ReactNode
}

/**
 * Which round, until when, and where my party is, with the way to its answer: always at hand, at the top of a wide window
 * and at the foot of a narrow one, where the thumb is.
 */
export function RoundBanner({ round, stays, reply, children }: RoundBannerProps) {
  const text = useText()
  const { round: words, consultation } = text
  const mine = round.recipients.find(({ partyId }) => partyId === round.mine?.partyId)
  const facts = [
    endedWords(text, round),
    untilWords(text, round, swedishDay(new Date())),
    mine && round.purpose !== 'information' ? partyWords(text, mine, round.mine) : '',
  ].filter(fact => fact !== '')
  return (
    <section
      className={styles.banner}
      data-stays={stays || undefined}
      data-over={round.over === null ? undefined : ''}
      aria-label={words.about}
    >
      <p className={styles.facts}>
        <strong>{consultation.roundTitle(round.purpose, round.ordinal)}</strong>
        {facts.map(fact => (
          <span key={fact}>
            <span aria-hidden="true"> · </span>
            <span className="sr-only">, </span>
            {fact}
          </span>
        ))}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons, and no fields to fill in */}
      <div className={styles.tools} role="group" aria-label={words.tools}>
        {children}
        {reply}
      </div>
    </section>
  )
}
