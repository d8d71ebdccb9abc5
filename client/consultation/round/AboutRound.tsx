import { Link } from 'wouter'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Round } from '../../../shared/http/consultation.ts'
import type { Party } from '../../../shared/people/person.ts'
import { useText } from '../../text/useText.ts'
import { whoWords } from '../../version/versionWords.ts'
import { recordsHash } from '../compilation/Records.tsx'
import { compilationPageAddress } from '../roundAddress.ts'
import styles from './about.module.css'
import { extendedWords, overWords } from './roundWords.ts'
import type { NoReply } from './whyNoReply.ts'

interface AboutRoundProps {
  readonly applicationId: string
  readonly form: FormTemplate
  readonly round: Round
  readonly parties: readonly Party[]
  /** My party, by its name. */
  readonly party: string
  readonly noReply: NoReply | null
  /** I may see the sammanställning. */
  readonly seesCompilation: boolean
  /** I may fetch what my party sent and received. */
  readonly seesRecords: boolean
  /** Goes to a section of what was sent. */
  readonly onGo: (section: string) => void
}

/** What a round asks, about which sections, who sent it and when; how it ended; and why I do not answer, if I do not. */
export function AboutRound(props: AboutRoundProps) {
  const { applicationId, form, round, parties, party, noReply, seesCompilation, seesRecords, onGo } = props
  const text = useText()
  const { round: words, consultation } = text
  const { purpose, ordinal, sections, message, sentBy, sentAt, version, textIsOpen, repliesAreSeen } = round
  const sender = whoWords(text, sentBy, parties)
  const over = overWords(text, round, parties)
  const goesOn = round.over === null
  const asksMe = purpose === 'information' || (goesOn && noReply === null && round.mine !== null)
  const extended = extendedWords(text, round)
  const title = consultation.roundTitle(purpose, ordinal)
  const asked = sections && form.sections.filter(({ key }) => sections.includes(key))
  return (
    <div className={styles.about}>
      {over.length > 0 && (
        <div className={styles.over}>
          {over.map(said => (
            <p key={said}>{said}</p>
          ))}
        </div>
      )}
      {noReply !== null && <p className={styles.why}>{words.noReply[noReply](party)}</p>}
      {asksMe && <p>{words.asks[purpose]}</p>}
      {asked === null ? (
        <p>{words.aboutAll}</p>
      ) : (
        <nav aria-labelledby="round-sections" className={styles.sections}>
          <p id="round-sections">{words.aboutSections}</p>
          <ul>
            {asked.map(({ key, heading }) => (
              <li key={key}>
                <a
                  href={`#${key}`}
                  onClick={event => {
                    event.preventDefault()
                    onGo(key)
                  }}
                >
                  {heading}
                </a>
              </li>
            ))}
          </ul>
          <p className={styles.soft}>{words.alsoTheRest}</p>
        </nav>
      )}
      {message !== '' && (
        <figure className={styles.message}>
          <figcaption>{words.messageOf(sender)}</figcaption>
          <blockquote>{message}</blockquote>
        </figure>
      )}
      <p className={styles.soft}>
        {words.sentBy(sender, consultation.moment(sentAt), version.label)} {extended}{' '}
        {goesOn &&
          (round.purpose === 'proof'
            ? words.proofText
            : textIsOpen
              ? consultation.textOpen
              : consultation.textClosed)}{' '}
        {asksMe && goesOn && words.repliesSeen[repliesAreSeen]}
      </p>
      {round.published !== null && <p>{consultation.published(round.published.at)}</p>}
      {seesCompilation && (
        <p>
          <Link href={compilationPageAddress(applicationId, round.number)}>{words.compilationOf(title)}</Link>
        </p>
      )}
      {seesRecords && (
        <p>
          <Link href={`${compilationPageAddress(applicationId, round.number)}${recordsHash}`}>
            {text.compilation.recordsOf(title)}
          </Link>
        </p>
      )}
    </div>
  )
}
