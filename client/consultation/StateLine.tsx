import { Link } from 'wouter'
import type { Application } from '../../shared/http/application.ts'
import { may } from '../../shared/people/may.ts'
import { useSession } from '../pages/SessionContext.ts'
import { swedishDay } from '../text/dayFormat.ts'
import { useText } from '../text/useText.ts'
import { roundAddress } from './roundAddress.ts'
import styles from './StateLine.module.css'
import { waitingWords } from './waitingWords.ts'

/** Where an ansökan is, who is waited for and until when; and that it is me, if it is. */
export function StateLine({ application }: { readonly application: Application }) {
  const text = useText()
  const { consultation: words } = text
  const { id, state, rounds, standing } = application
  const isGuest = useSession()?.session.isGuest ?? false
  const today = swedishDay(new Date())
  if (rounds.length === 0) {
    return (
      <p className={styles.line} data-state-line="">
        {words.stateLines[state]}
      </p>
    )
  }
  // A guest reads and comments; its party answers.
  const mayReply = !isGuest && may({ ...standing, state }, 'reply')
  return (
    <ul className={styles.lines} aria-label={words.where} data-state-line="">
      {rounds.map(round => {
        const title = words.roundTitle(round.purpose, round.ordinal)
        const address = roundAddress(id, round.number)
        return (
          <li key={round.number} className={styles.line}>
            <Link href={address} className={styles.title ?? ''}>
              {title}
            </Link>
            : {waitingWords(text, round, today)}
            {round.waitsForMine && (
              <span className={styles.mine}>
                {words.mineMissing}
                {mayReply && (
                  <>
                    {' '}
                    <Link href={address} aria-label={words.replyTo(title)}>
                      {words.reply}
                    </Link>
                  </>
                )}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
