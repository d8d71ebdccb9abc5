import type { ReactNode } from 'react'
import { personName } from '../text/personName.ts'
import { useText } from '../text/useText.ts'
import { Avatar } from '../ui/Avatar.tsx'
import styles from './access.module.css'
import groupStyles from './group.module.css'
import { partyOf, signOf, useSharing } from './Sharing.ts'

interface PersonRowProps {
  readonly person: {
    readonly personId: string
    readonly name: string
    readonly title: string
    readonly partyId: string
    readonly isGuest?: true
  }
  /** Said beside her name, e.g. that she has left. */
  readonly mark?: string
  /** Said after her title, e.g. when she asked. */
  readonly more?: string | undefined
  /** Stands under her name, the whole width. */
  readonly below?: ReactNode
  /** What can be done with her. */
  readonly children: ReactNode
}

/** A person in a list of the dialog. */
export function PersonRow({ person, mark, more, below, children }: PersonRowProps) {
  const text = useText()
  const words = text.access
  const { access, me } = useSharing()
  const facts = [person.title, more].filter(fact => fact !== undefined && fact !== '')
  return (
    <div className={groupStyles.row}>
      <span aria-hidden="true" className={groupStyles.sign}>
        <Avatar person={signOf(person, partyOf(access, person.partyId))} />
      </span>
      <div className={groupStyles.who}>
        <p className={groupStyles.name}>
          {personName(text, person)}{' '}
          {person.personId === me.person.id && <span className={styles.soft}>{words.you}</span>}
          {mark !== undefined && <span className={groupStyles.mark}>{mark}</span>}
        </p>
        {facts.length > 0 && <p className={styles.soft}>{facts.join(' · ')}</p>}
        {below}
      </div>
      <div className={groupStyles.does}>{children}</div>
    </div>
  )
}
