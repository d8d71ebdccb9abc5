import type { Round } from '../../shared/http/consultation.ts'
import type { Party } from '../../shared/people/person.ts'
import { useText } from '../text/useText.ts'
import { whoWords } from '../version/versionWords.ts'
import { recipientWords } from './recipientWords.ts'
import styles from './rounds.module.css'

interface RecipientsProps {
  readonly round: Round
  /** All that there are, to show their colours and names. */
  readonly parties: readonly Party[]
  readonly myPartyId: string
  /** Whoever looks holds the round: she is told what hinders it. */
  readonly mayHold: boolean
}

/** Where each party is in a round: whether it has opened, is writing, has answered and how, or is late. */
export function Recipients({ round, parties, myPartyId, mayHold }: RecipientsProps) {
  const text = useText()
  const { consultation: words } = text
  const isOpen = round.over === null
  return (
    <ul
      className={styles.recipients}
      aria-label={words.partiesOf(words.roundTitle(round.purpose, round.ordinal))}
    >
      {round.recipients.map(recipient => {
        const { partyId, partyName, state, lacksLead, opposesStill, reminders } = recipient
        const last = reminders.at(-1)
        const asks = isOpen && state !== 'answered'
        return (
          <li
            key={partyId}
            className={styles.recipient}
            data-party={parties.find(({ id }) => id === partyId)?.colour}
            data-state={state}
          >
            <p className={styles.party}>{partyId === myPartyId ? words.mine(partyName) : partyName}</p>
            <p className={styles.where}>{recipientWords(text, round, recipient)}</p>
            {opposesStill && <p className={styles.warning}>{words.opposesStill}</p>}
            {asks && lacksLead && round.purpose !== 'information' && (mayHold || partyId === myPartyId) && (
              <p className={styles.warning}>{words.lacksLead}</p>
            )}
            {asks && last && (
              <p className={styles.soft}>
                {words.lastReminder(last.at, last.by === null ? '' : whoWords(text, last.by, parties))}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
