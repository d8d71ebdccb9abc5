import type { Me } from '../../shared/http/session.ts'
import { presentPerson } from '../../shared/people/presentPerson.ts'
import { useText } from '../text/useText.ts'
import { Avatar } from '../ui/Avatar.tsx'
import styles from './DemoPersons.module.css'

interface DemoPersonsProps {
  readonly persons: readonly Me[]
  readonly onEnter: (me: Me) => void
}

/** One button per demo person, each entering at once. */
export function DemoPersons({ persons, onEnter }: DemoPersonsProps) {
  const { pages } = useText()
  return (
    <ul className={styles.persons}>
      {persons.map(me => (
        <li key={me.person.id}>
          <button type="button" className={styles.person} onClick={() => onEnter(me)}>
            <Avatar person={presentPerson(me)} />
            <span className={styles.who}>
              <span className={styles.name}>{pages.enterAs(me.person.name)}</span>
              <span className={styles.party}>
                {me.person.title}, {me.party.name}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
