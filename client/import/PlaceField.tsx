import { useId } from 'react'
import { isTarget, targetsOf } from '../../shared/import/placing.ts'
import type { LeftOver, Target } from '../../shared/import/ReadForm.ts'
import { useText } from '../text/useText.ts'
import { targetKey } from './decisions.ts'
import styles from './leftOvers.module.css'
import type { Decisions } from './useDecisions.ts'

interface PlaceFieldProps {
  readonly decisions: Decisions
  /** The texts that are decided of together: one, or all that are marked. */
  readonly leftOvers: readonly LeftOver[]
  /** What has been decided of the text beside it; null while nothing has. */
  readonly decided: Target | 'leaveOut' | null
  /** Whose field it is, for those who listen. */
  readonly description: string
  readonly onDecide: (where: Target | 'leaveOut') => void
}

/** *Lägg i …*: the places that take all of the texts. */
export function PlaceField({ decisions, leftOvers, decided, description, onDecide }: PlaceFieldProps) {
  const { formImport: words } = useText()
  const { form, nameOf } = decisions
  const id = useId()
  const targets = targetsOf(form).filter(target =>
    leftOvers.every(leftOver => isTarget(form, target, leftOver)),
  )
  const label = words.placeIn(leftOvers.length)
  const value = decided === null ? '' : decided === 'leaveOut' ? 'leaveOut' : targetKey(decided)
  const choose = (key: string) => {
    const target = targets.find(one => targetKey(one) === key)
    if (target) onDecide(target)
    else if (key === 'leaveOut') onDecide('leaveOut')
  }
  return (
    <div className={styles.place}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        aria-label={`${label}: ${description}`}
        value={value}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="" disabled>
          {words.choosePlace}
        </option>
        {targets.map(target => (
          <option key={targetKey(target)} value={targetKey(target)}>
            {nameOf(target)}
          </option>
        ))}
        <option value="leaveOut">{decided === 'leaveOut' ? words.isLeftOut : words.leaveOut}</option>
      </select>
    </div>
  )
}
