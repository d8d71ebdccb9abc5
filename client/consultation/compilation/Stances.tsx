import { useId } from 'react'
import type { CompiledParty } from '../../../shared/consultation/compilation.ts'
import type { Reply } from '../../../shared/http/replies.ts'
import { attachmentAddress } from '../../http/consultation.ts'
import { personName } from '../../text/personName.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { useCompilation } from './CompilationContext.ts'
import styles from './parts.module.css'
import { StanceMark } from './StanceMark.tsx'
import { Summary } from './Summary.tsx'

interface StancesProps {
  readonly parties: readonly CompiledParty[]
  /** Records what a party opposes; null for those who do not. */
  readonly onRecord: ((party: CompiledParty) => void) | null
}

/** What each party has answered in whole: its stance, its summary, its files. */
export function Stances({ parties, onRecord }: StancesProps) {
  return (
    <ul className={styles.stances}>
      {parties.map(party => (
        <li key={party.partyId}>
          <StanceCard party={party} onRecord={onRecord} />
        </li>
      ))}
    </ul>
  )
}

interface StanceCardProps {
  readonly party: CompiledParty
  readonly onRecord: StancesProps['onRecord']
}

function StanceCard({ party, onRecord }: StanceCardProps) {
  const text = useText()
  const { compilation: words } = text
  const { round, colourOf } = useCompilation()
  const id = useId()
  const { partyId, name, state, reply, opposesStill } = party
  const missing = round.over === null ? words.notAnswered : words.neverAnswered
  return (
    <article className={styles.card} aria-labelledby={id} data-party={colourOf(partyId)}>
      <h3 id={id}>{name}</h3>
      {reply === null ? (
        <p className={styles.soft}>{state === 'answered' ? words.hidden : missing}</p>
      ) : (
        <>
          <p>
            <StanceMark purpose={round.purpose} stance={reply.stance} />
          </p>
          {opposesStill && (
            <div className={styles.opposition}>
              <p>{words.opposesStill}</p>
              {onRecord && (
                <Button aria-label={words.recordOf(name)} onClick={() => onRecord(party)}>
                  {words.record}
                </Button>
              )}
            </div>
          )}
          <Opposition reply={reply} />
          <Summary party={name} summary={reply.summary} />
          <Files reply={reply} />
          <p className={styles.soft}>
            {words.sentAt(reply.sentAt, personName(text, reply.sentBy))}
            {reply.number > 1 && ` ${words.replaced(reply.number)}`}
          </p>
        </>
      )}
    </article>
  )
}

/** What became of an *avstyrker*. */
function Opposition({ reply: { opposition } }: { readonly reply: Reply }) {
  const text = useText()
  const { compilation: words } = text
  if (opposition === null) return null
  const became = opposition.is === 'lifted' ? words.lifted : words.recorded
  return (
    <div className={styles.settled}>
      <p>{became(personName(text, opposition.by), opposition.at)}</p>
      <p className={styles.reason}>{words.reason(opposition.reason)}</p>
    </div>
  )
}

function Files({ reply: { partyId, attachments } }: { readonly reply: Reply }) {
  const { compilation: words, reply } = useText()
  const { applicationId, round } = useCompilation()
  if (attachments.length === 0) return null
  return (
    <div>
      <p className={styles.label}>{words.attachments}</p>
      <ul className={styles.files}>
        {attachments.map(({ hash, name, sizeBytes }) => (
          <li key={hash}>
            <a href={attachmentAddress(applicationId, round.number, partyId, hash)} download={name}>
              {name}
            </a>{' '}
            <span className={styles.soft}>{reply.size(sizeBytes)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
