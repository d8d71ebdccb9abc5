import { useId } from 'react'
import type { Assignee } from '../../shared/http/comments.ts'
import { useText } from '../text/useText.ts'
import type { Named } from './mentions.ts'
import styles from './ThreadCard.module.css'

interface AssigneeFieldProps {
  readonly assignee: Assignee | null
  readonly named: readonly Named[]
  readonly onChange: (assignee: Assignee | null) => void
}

/** Whom a thread waits for: a party, or somebody. */
export function AssigneeField({ assignee, named, onChange }: AssigneeFieldProps) {
  const { comments: words } = useText()
  const id = useId()
  const value =
    assignee === null
      ? ''
      : assignee.is === 'person'
        ? `person ${assignee.personId}`
        : `party ${assignee.partyId}`
  const options = (is: Named['is']) =>
    named
      .filter(one => one.is === is)
      .map(one => (
        <option key={one.id} value={`${is} ${one.id}`}>
          {is === 'person' && one.more !== '' ? `${one.name}, ${one.more}` : one.name}
        </option>
      ))
  return (
    <div className={styles.assign}>
      <label htmlFor={id}>{words.assignTo}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          const [is = '', chosen = ''] = currentTarget.value.split(' ')
          onChange(
            is === '' ? null : is === 'party' ? { is, partyId: chosen } : { is: 'person', personId: chosen },
          )
        }}
      >
        <option value="">{words.nobody}</option>
        <optgroup label={words.parties}>{options('party')}</optgroup>
        <optgroup label={words.persons}>{options('person')}</optgroup>
      </select>
    </div>
  )
}
