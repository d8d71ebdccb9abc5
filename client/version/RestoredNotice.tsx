import { Link } from 'wouter'
import type { Party } from '../../shared/people/person.ts'
import { useText } from '../text/useText.ts'
import { StandingNotice } from '../ui/StandingNotice.tsx'
import type { Restored } from './newRestored.ts'
import { whoWords } from './versionWords.ts'

interface RestoredNoticeProps {
  readonly applicationId: string
  readonly parties: readonly Party[]
  readonly restored: Restored | null
  /** She may have written what has been replaced. */
  readonly mayHaveWritten: boolean
  readonly onClose: () => void
}

/** Tells those who have the ansökan open that somebody else has brought back an earlier version of it. */
export function RestoredNotice(props: RestoredNoticeProps) {
  const { applicationId, parties, restored, mayHaveWritten, onClose } = props
  const text = useText()
  const { versions: words, pages } = text
  if (restored === null) return null
  const { version, fromLabel, before } = restored
  const who = version.by === null ? words.somebodyElse : whoWords(text, version.by, parties)
  return (
    <StandingNotice closeWord={pages.close} onClose={onClose}>
      <p>
        <strong>{words.restoredMeanwhile(who, fromLabel)}</strong>
      </p>
      <p>
        {words.restoredBefore} {mayHaveWritten && words.restoredMine}
      </p>
      {before !== null && (
        <p>
          <Link href={`/ansokningar/${applicationId}/versioner/${before.number}`}>
            {words.restoredShow(before.label)}
          </Link>
        </p>
      )}
    </StandingNotice>
  )
}
