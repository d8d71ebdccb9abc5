import { memo, useId, useState } from 'react'
import type { Version } from '../../shared/http/versions.ts'
import type { Party } from '../../shared/people/person.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import type { VersionGroup } from './groupVersions.ts'
import styles from './panel.module.css'
import { VersionEntry } from './VersionEntry.tsx'

interface VersionGroupViewProps {
  readonly applicationId: string
  readonly group: VersionGroup
  readonly parties: readonly Party[]
  /** Letters more than the one before, by number. */
  readonly grown: ReadonlyMap<number, number>
  readonly labels: ReadonlyMap<number, string>
}

const atOnce = 50

/** A version that somebody made; below it, on request, those that were kept by themselves on the way to it. */
export const VersionGroupView = memo(function VersionGroupView(props: VersionGroupViewProps) {
  const { group, ...around } = props
  const { top, between } = group
  const { versions: words } = useText()
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  const [shown, setShown] = useState(atOnce)
  const entry = (version: Version) => <VersionEntry key={version.number} version={version} {...around} />
  return (
    <li className={styles.group}>
      {top === null ? <p className={styles.latest}>{words.latest}</p> : entry(top)}
      {between.length > 0 && (
        <>
          <Button
            look="quiet"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? words.hideBetween : words.showBetween(between.length)}
          </Button>
          {isOpen && (
            <ol
              id={id}
              className={styles.between}
              aria-label={top === null ? words.betweenLatest : words.betweenOf(top.label)}
            >
              {between.slice(0, shown).map(version => (
                <li key={version.number}>{entry(version)}</li>
              ))}
            </ol>
          )}
          {isOpen && between.length > shown && (
            <Button look="quiet" onClick={() => setShown(shown + atOnce)}>
              {words.more(Math.min(atOnce, between.length - shown))}
            </Button>
          )}
        </>
      )}
    </li>
  )
})
