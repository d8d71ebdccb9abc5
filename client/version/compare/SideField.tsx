import { useId } from 'react'
import type { Version } from '../../../shared/http/versions.ts'
import { useText } from '../../text/useText.ts'
import type { ComparedSide } from '../writersBetween.ts'
import styles from './bar.module.css'
import { sideIn, sideWord } from './sideAddress.ts'

interface SideFieldProps {
  readonly label: string
  readonly side: ComparedSide
  /** Newest first. */
  readonly versions: readonly Version[]
  readonly onChoose: (side: ComparedSide) => void
}

/** Chooses one of the two that are compared. */
export function SideField({ label, side, versions, onChoose }: SideFieldProps) {
  const { versions: words } = useText()
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={sideWord(side)}
        onChange={event => {
          const chosen = sideIn(event.target.value)
          if (chosen !== null) onChoose(chosen)
        }}
      >
        <option value={sideWord('today')}>{words.todayOption}</option>
        {side !== 'today' && !versions.some(({ number }) => number === side) && (
          <option value={sideWord(side)}>{words.unknownTitle}</option>
        )}
        {versions.map(({ number, label: versionLabel, name, at }) => (
          <option key={number} value={sideWord(number)}>
            {name === ''
              ? words.optionAutomatic(versionLabel, at)
              : words.optionNamed(versionLabel, name, at)}
          </option>
        ))}
      </select>
    </div>
  )
}
