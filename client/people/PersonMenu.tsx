import { useEffect, useId, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Me } from '../../shared/http/session.ts'
import { presentPerson } from '../../shared/people/presentPerson.ts'
import { useText } from '../text/useText.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './PersonMenu.module.css'

interface PersonMenuProps {
  readonly me: Me
  readonly isAdministrator: boolean
  readonly onLeave: () => void
}

/** Who I am, and under it the way to my account and out. */
export function PersonMenu({ me, isAdministrator, onLeave }: PersonMenuProps) {
  const { people, pages } = useText()
  const [open, setOpen] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const listId = useId()
  const { person, party } = me
  useEffect(() => {
    if (!open) return
    const onElsewhere = ({ target }: Event) => {
      if (target instanceof Node && !frame.current?.contains(target)) setOpen(false)
    }
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onElsewhere)
    document.addEventListener('focusin', onElsewhere)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onElsewhere)
      document.removeEventListener('focusin', onElsewhere)
    }
  }, [open])

  return (
    <div ref={frame} className={styles.menu}>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden="true">
          <Avatar size="small" person={presentPerson(me)} />
        </span>
        <span className={styles.name}>{pages.signedInAs(person.name, party.shortName)}</span>
        <span className="sr-only">{people.menu}</span>
        <Icon name="more" />
      </button>
      <ul id={listId} className={styles.list} hidden={!open}>
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
