import { useId } from 'react'
import type { Role } from '../../shared/people/role.ts'
import { useText } from '../text/useText.ts'
import styles from './access.module.css'

interface RoleSelectProps<R extends Role> {
  /** Whose role, read aloud. */
  readonly label: string
  readonly value: R
  readonly roles: readonly R[]
  readonly onChange: (role: R) => void
  /** With a sentence under it of what the role means. */
  readonly explains?: boolean
}

/** A role, chosen among those that may be given. */
export function RoleSelect<R extends Role>({ label, value, roles, onChange, explains }: RoleSelectProps<R>) {
  const { access } = useText()
  const meansId = useId()
  return (
    <>
      <select
        className={styles.select}
        data-does="role"
        aria-label={label}
        aria-describedby={explains ? meansId : undefined}
        value={value}
        onChange={event => {
          const chosen = roles.find(role => role === event.target.value)
          if (chosen !== undefined) onChange(chosen)
        }}
      >
        {roles.map(role => (
          <option key={role} value={role}>
            {access.roles[role]}
          </option>
        ))}
      </select>
      {explains && (
        <p id={meansId} className={styles.help}>
          {access.roleMeans[value]}
        </p>
      )}
    </>
  )
}
