import { useState } from 'react'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { Round } from '../../shared/http/consultation.ts'
import type { Me } from '../../shared/http/session.ts'
import { may, type Standing } from '../../shared/people/may.ts'
import type { Party } from '../../shared/people/person.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { StatusLine } from '../ui/StatusLine.tsx'
import { RoundCard } from './RoundCard.tsx'
import styles from './rounds.module.css'
import { useRounds } from './useRounds.ts'

interface RoundsPanelProps {
  readonly applicationId: string
  readonly form: FormTemplate
  readonly me: Me
  readonly standing: Standing
  readonly parties: readonly Party[]
  /** Another one when there may be something new. */
  readonly stamp: unknown
  /** I have changed something about a round. */
  readonly onChanged: () => void
  /** I want to send one, which will have this number. */
  readonly onSend: (number: number) => void
}

/** So many that are over are drawn at once: an ansökan may have 100. */
const overAtOnce = 5

/** The rounds of an ansökan, newest first; those that go on before those that are over. */
export function RoundsPanel(props: RoundsPanelProps) {
  const { applicationId, form, me, standing, parties, stamp, onChanged, onSend } = props
  const text = useText()
  const { consultation: words, pages } = text
  const { rounds, fault, reload, took } = useRounds(applicationId, stamp)
  const [shown, setShown] = useState(overAtOnce)
  const mayHold = may(standing, 'holdRounds')
  const newestFirst = rounds?.toReversed() ?? []
  const open = newestFirst.filter(({ over }) => over === null)
  const over = newestFirst.filter(({ over }) => over !== null)
  const onRound = (round: Round) => {
    took(round)
    onChanged()
  }
  return (
    <div className={styles.panel}>
      {mayHold && (
        <div>
          <Button
            look={open.length === 0 ? 'primary' : 'plain'}
            icon={<Icon name="send" />}
            aria-haspopup="dialog"
            onClick={() => onSend((rounds?.at(-1)?.number ?? 0) + 1)}
          >
            {words.send}
          </Button>
        </div>
      )}
      {rounds === null && fault === null && <StatusLine>{words.loading}</StatusLine>}
      {fault !== null && (
        <p role="alert" className={styles.fault}>
          {problemWords(text, fault)}{' '}
          <Button look="quiet" onClick={reload}>
            {pages.tryAgain}
          </Button>
        </p>
      )}
      {rounds?.length === 0 && (
        <div className={styles.empty}>
          <p>{words.none}</p>
          <p>{mayHold ? words.noneOwner : words.noneOthers}</p>
        </div>
      )}
      {newestFirst.length > 0 && (
        <ol className={styles.cards} aria-label={words.rounds}>
          {[...open, ...over.slice(0, shown)].map(round => (
            <li key={round.number}>
              <RoundCard
                applicationId={applicationId}
                round={round}
                parties={parties}
                myPartyId={me.party.id}
                standing={standing}
                sectionCount={form.sections.length}
                onRound={onRound}
              />
            </li>
          ))}
        </ol>
      )}
      {over.length > shown && (
        <Button look="quiet" onClick={() => setShown(shown + overAtOnce)}>
          {words.older(Math.min(overAtOnce, over.length - shown))}
        </Button>
      )}
    </div>
  )
}
