import { useCallback, useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Presence, PresentPerson } from '../../shared/sync/presence.ts'
import type { LiveDocument } from '../sync/LiveDocument.ts'
import { personName } from '../text/personName.ts'
import { useText } from '../text/useText.ts'
import { Avatar } from '../ui/Avatar.tsx'
import styles from './PeopleHere.module.css'

/** So many are shown as avatars; the rest as a number. */
const shown = 3

interface PeopleHereProps {
  readonly live: LiveDocument
  /** What a section is called; null when there is none of that name. */
  readonly nameOf: (section: string) => string | null
  readonly me: PresentPerson
}

/** Who is in the document, in which section; a click goes there. */
export function PeopleHere({ live, nameOf, me }: PeopleHereProps) {
  const text = useText()
  const { pages } = text
  const listId = useId()
  const [open, setOpen] = useState(false)
  const people = usePeople(live, me.id)
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Node && !frame.current?.contains(target)) setOpen(false)
    }
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [open])

  return (
    <div ref={frame} className={styles.people}>
      <button
        type="button"
        className={styles.avatars}
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
        onKeyDown={event => event.key === 'Escape' && setOpen(false)}
      >
        <span className="sr-only">{pages.hereNow}: </span>
        <Avatar person={me} />
        {people.slice(0, shown).map(({ person }) => (
          <Avatar key={person.id} person={person} />
        ))}
        {people.length > shown && <span className={styles.more}>{pages.more(people.length - shown)}</span>}
      </button>
      <div id={listId} className={styles.list} hidden={!open}>
        <p className={styles.title}>{people.length === 0 ? pages.onlyYou : pages.hereNow}</p>
        <ul>
          <li>
            <span>
              {pages.meHere(me.name)}, {me.partyName}
            </span>
          </li>
          {people.map(({ person, place }) => {
            const heading = place && nameOf(place.section)
            return (
              <li key={person.id}>
                <span>
                  {personName(text, person)}, {person.partyName}
                </span>
                {place && heading && (
                  <a href={`#${place.section}`} onClick={() => setOpen(false)}>
                    {pages.inSection(heading)}
                  </a>
                )}
              </li>
            )
          })}
        </ul>
      </div>
    </div>
  )
}

/** The others, drawn again only when somebody comes, goes, or is in another section: not at their every key press. */
function usePeople(live: LiveDocument, myId: string): readonly Presence[] {
  const subscribe = useCallback((listener: () => void) => live.presence.subscribe(listener), [live])
  const people = useMemo(() => {
    let last: readonly Presence[] = []
    return () => {
      const now = eachOnce(live.presence.others, myId)
      if (!samePlaces(last, now)) last = now
      return last
    }
  }, [live, myId])
  return useSyncExternalStore(subscribe, people)
}

function samePlaces(before: readonly Presence[], after: readonly Presence[]): boolean {
  const saidOf = ({ person, place }: Presence) => [person.id, person.name, place?.section].join(' ')
  return (
    before.length === after.length &&
    before.every((one, at) => after[at] && saidOf(one) === saidOf(after[at]))
  )
}

/** A person with two windows is one person, where she last was. */
function eachOnce(others: ReadonlyMap<number, Presence>, myId: string): Presence[] {
  const people = new Map<string, Presence>()
  for (const presence of others.values()) {
    if (presence.person.id !== myId) people.set(presence.person.id, presence)
  }
  return [...people.values()].sort((one, other) => one.person.name.localeCompare(other.person.name, 'sv'))
}
