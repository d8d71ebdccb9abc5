import { useId } from 'react'
import { Link } from 'wouter'
import type { Me } from '../../shared/http/session.ts'
import { presentPerson } from '../../shared/people/presentPerson.ts'
import { useText } from '../text/useText.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useHanging } from '../ui/useHanging.ts'
import styles from './PersonMenu.module.css'

interface PersonMenuProps {
  readonly me: Me
  readonly isAdministrator: boolean
  readonly onLeave: () => void
}

/** Who I am, and under it the way to my account and out. */
export function PersonMenu({ me, isAdministrator, onLeave }: PersonMenuProps) {
  const { people, pages } = useText()
  const { isOpen, setOpen, frame, button } = useHanging()
  const listId = useId()
  const { person, party } = me

  return (
    <div ref={frame} className={styles.menu}>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setOpen(!isOpen)}
      >
        <span aria-hidden="true">
          <Avatar size="small" person={presentPerson(me)} />
        </span>
        <span className={styles.name}>{pages.signedInAs(person.name, party.shortName)}</span>
        <span className="sr-only">{people.menu}</span>
        <Icon name="more" />
      </button>
      <ul id={listId} className={styles.list} hidden={!isOpen}>
        <li className={styles.who}>
          {person.name}
          <span>{person.title ? `${person.title}, ${party.name}` : party.name}</span>
        </li>
        <li>
          <Link href="/konto" onClick={() => setOpen(false)}>
            {people.account}
          </Link>
        </li>
        {isAdministrator && (
          <li>
            <Link href="/administration" onClick={() => setOpen(false)}>
              {people.administration}
            </Link>
          </li>
        )}
        <li>
          <button
            type="button"
            onClick={() => {
              setOpen(false)
              button.current?.focus()
              onLeave()
            }}
          >
            {pages.leave}
          </button>
        </li>
      </ul>
    </div>
  )
}
