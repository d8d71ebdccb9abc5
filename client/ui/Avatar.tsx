import type { PresentPerson } from '../../shared/sync/presence.ts'
import { personName } from '../text/personName.ts'
import { useText } from '../text/useText.ts'
import styles from './Avatar.module.css'
import { initials, personShape } from './personSign.ts'

interface AvatarProps {
  readonly person: PresentPerson
  readonly size?: 'small' | 'normal'
}

/** A person as a sign: the party's colour, her initials and a shape of her own. Colour is never the only sign. */
export function Avatar({ person, size = 'normal' }: AvatarProps) {
  const name = `${personName(useText(), person)}, ${person.partyShortName}`
  return (
    <span
      className={`${styles.avatar} ${styles[size]}`}
      data-party={person.colour}
      data-shape={personShape(person.id)}
      role="img"
      aria-label={name}
      title={name}
    >
      {initials(person.name)}
    </span>
  )
}
