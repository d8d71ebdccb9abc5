import { Link } from 'wouter'
import type { Round } from '../../shared/http/consultation.ts'
import type { Party } from '../../shared/people/person.ts'
import { swedishDay } from '../text/dayFormat.ts'
import type { Text } from '../text/text.ts'
import { useText } from '../text/useText.ts'
import { whoWords } from '../version/versionWords.ts'
import styles from './rounds.module.css'
import { leftWords } from './waitingWords.ts'

interface RoundFactsProps {
  readonly applicationId: string
  readonly round: Round
  readonly parties: readonly Party[]
  /** Sections of the form, to say how many of them a round is about. */
  readonly sectionCount: number
  /** Whoever looks may open versions. */
  readonly mayReadVersions: boolean
}

/** When and by whom a round was sent, until when it is answered, what it lets meanwhile, and how it ended. */
export function RoundFacts(props: RoundFactsProps) {
  const { applicationId, round, parties, sectionCount, mayReadVersions } = props
  const text = useText()
  const { consultation: words } = text
  const { sections, sentBy, sentAt, version, over, published } = round
  const label = words.sentVersion(version.label)
  return (
    <div className={styles.facts}>
      {over === null && <p>{dayWords(text, round)}</p>}
      {over !== null && round.purpose !== 'information' && (
        <p>
          {words.overBy(
            words.over[over.why],
            over.by === null ? '' : whoWords(text, over.by, parties),
            over.at,
          )}
        </p>
      )}
      {over !== null && over.reason !== '' && <p>{words.overReason(over.reason)}</p>}
      <p className={styles.soft}>
        {words.sentBy(whoWords(text, sentBy, parties), sentAt)}{' '}
        {mayReadVersions ? (
          <Link href={`/ansokningar/${applicationId}/versioner/${version.number}`}>{label}</Link>
        ) : (
          label
        )}
        {sections !== null && `. ${words.aboutSections(sections.length, sectionCount)}`}
      </p>
      {over === null && round.purpose === 'remarks' && (
        <p className={styles.soft}>{round.textIsOpen ? words.textOpen : words.textClosed}</p>
      )}
      {published !== null && <p className={styles.soft}>{words.published(published.at)}</p>}
    </div>
  )
}

/** `Svar senast fre 24 maj (2 arbetsdagar kvar). Förlängd från fre 17 maj.` */
function dayWords(text: Text, round: Round): string {
  const { consultation: words } = text
  const { closesOn, extensions, closesByItself } = round
  const first = extensions[0]
  const before =
    first === undefined ? [] : [first.from === null ? words.extendedFromNone : words.extendedFrom(first.from)]
  if (closesOn === null) return [words.noDay, ...before].join(' ')
  const left = leftWords(text, round, swedishDay(new Date()))
  return [words.replyBy(closesOn, left), ...before, ...(closesByItself ? [words.closesByItself] : [])].join(
    ' ',
  )
}
