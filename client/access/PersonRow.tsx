import type { ReactNode } from 'react'
import { useText } from '../text/useText.ts'
import { Avatar } from '../ui/Avatar.tsx'
import styles from './access.module.css'
import { partyOf, signOf, useSharing } from './Sharing.ts'

interface PersonRowProps {
  readonly person: {
    readonly personId: string
    readonly name: string
    readonly title: string
    readonly partyId: string
  }
  /** Said after her title, e.g. when she asked. */
  readonly more?: string | undefined
  /** Stands under her name, the whole width. */
  readonly below?: ReactNode
  /** What can be done with her. */
  readonly children: ReactNode
}

/** A person in a list of the dialog. */
export function PersonRow({ person, more, below, children }: PersonRowProps) {
  const { access: words } = useText()
  const { access, me } = useSharing()
  const facts = [person.title, more].filter(fact => fact !== undefined && fact !== '')
  return (
    <div className={styles.row}>
      <span aria-hidden="true" className={styles.sign}>
        <Avatar person={signOf(person, partyOf(access, person.partyId))} />
      </span>
      <div className={styles.who}>
        <p className={styles.name}>
          {person.name} {person.personId === me.person.id && <span className={styles.soft}>{words.you}</span>}
        </p>
        {facts.length > 0 && <p className={styles.soft}>{facts.join(' · ')}</p>}
        {below}
      </div>
      <div className={styles.does}>{children}</div>
    </div>
  )
}
