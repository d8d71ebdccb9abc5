import { useEffect, useId, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Round } from '../../shared/http/consultation.ts'
import { may, type Standing } from '../../shared/people/may.ts'
import type { Party } from '../../shared/people/person.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { HoldRound } from './HoldRound.tsx'
import { Recipients } from './Recipients.tsx'
import { RoundFacts } from './RoundFacts.tsx'
import { compilationPageAddress, roundAddress } from './roundAddress.ts'
import styles from './rounds.module.css'

/** The ansökan around a round, as whoever looks has it. */
export interface RoundPlace {
  readonly applicationId: string
  readonly parties: readonly Party[]
  readonly myPartyId: string
  readonly standing: Standing
  /** Sections of its form. */
  readonly sectionCount: number
  /** The server has answered with a round as it is now. */
  readonly onRound: (round: Round) => void
}

interface RoundCardProps extends RoundPlace {
  readonly round: Round
}

/** A round in the panel: where everybody is, and what can be done about it. */
export function RoundCard(props: RoundCardProps) {
  const { applicationId, parties, myPartyId, standing, sectionCount, round, onRound } = props
  const { consultation: words } = useText()
  const id = useId()
  const isOpen = round.over === null
  const [isUnfolded, setIsUnfolded] = useState(isOpen)
  const link = useRef<HTMLAnchorElement>(null)
  // The line may tell of it before the answer to my request does.
  const [endedByMe, setEndedByMe] = useState(false)
  // The buttons that ended it went away with its going on.
  useEffect(() => {
    if (!isOpen && endedByMe) link.current?.focus()
  }, [isOpen, endedByMe])
  const title = words.roundTitle(round.purpose, round.ordinal)
  const mayHold = may(standing, 'holdRounds')
  const seesAnswers =
    mayHold || round.published !== null || round.recipients.some(({ stance }) => stance !== null)
  return (
    <article className={styles.card} aria-labelledby={id} data-open={isOpen || undefined}>
      <div className={styles.head}>
        <h3 id={id}>
          <Link ref={link} href={roundAddress(applicationId, round.number)}>
            {title}
          </Link>
        </h3>
        {(isOpen || round.purpose !== 'information') && (
          <span className={styles.pill}>
            {round.over === null ? words.goesOn : words.over[round.over.why]}
          </span>
        )}
      </div>
      <RoundFacts
        applicationId={applicationId}
        round={round}
        parties={parties}
        sectionCount={sectionCount}
        mayReadVersions={may(standing, 'readVersions')}
      />
      <MyPart applicationId={applicationId} round={round} title={title} />
      {isUnfolded ? (
        <Recipients round={round} parties={parties} myPartyId={myPartyId} mayHold={mayHold} />
      ) : (
        <Button look="quiet" onClick={() => setIsUnfolded(true)}>
          {words.showParties(round.recipients.length)}
        </Button>
      )}
      {mayHold && isOpen && (
        <HoldRound
          applicationId={applicationId}
          round={round}
          onRound={changed => {
            setEndedByMe(changed.over !== null)
            onRound(changed)
          }}
        />
      )}
      {seesAnswers && round.purpose !== 'information' && (
        <p>
          <Link
            href={compilationPageAddress(applicationId, round.number)}
            aria-label={words.compilationNamed(title)}
          >
            {words.compilation}
          </Link>
        </p>
      )}
    </article>
  )
}

interface MyPartProps {
  readonly applicationId: string
  readonly round: Round
  readonly title: string
}

/** That my party has not answered, and the way to do so. */
function MyPart({ applicationId, round, title }: MyPartProps) {
  const { consultation: words } = useText()
  const { mine, recipients, number } = round
  const hasAnswered = recipients.some(
    ({ partyId, state }) => partyId === mine?.partyId && state === 'answered',
  )
  if (!mine?.mayDraft || hasAnswered) return null
  return (
    <p className={styles.mine}>
      {words.mineMissing}{' '}
      <Link href={roundAddress(applicationId, number)} aria-label={words.replyTo(title)}>
        {mine.draftId === null ? words.reply : words.goOnReplying}
      </Link>
    </p>
  )
}
