import { useId } from 'react'
import { useText } from '../../text/useText.ts'
import styles from './exchange.module.css'
import type { ImportMode } from './planImport.ts'

interface ModeChoiceProps {
  readonly mode: ImportMode
  readonly onChoose: (mode: ImportMode) => void
}

/** What becomes of the amounts that are there. */
export function ModeChoice({ mode, onChoose }: ModeChoiceProps) {
  const words = useText().budgetImport
  const id = useId()
  return (
    <fieldset className={styles.choices}>
      <legend>{words.mode}</legend>
      {(['replace', 'add'] as const).map(known => (
        <label key={known} className={styles.choice}>
          <input type="radio" name={id} checked={mode === known} onChange={() => onChoose(known)} />
          <span>
            {words.modes[known]}
            <span className={styles.help}>{words.modesHelp[known]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
