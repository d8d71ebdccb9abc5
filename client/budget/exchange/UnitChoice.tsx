import { useId } from 'react'
import { sumsOf } from '../../../shared/budget/sums.ts'
import type { ReadWorkbook } from '../../../shared/http/budget.ts'
import { groupDigits } from '../../form/amount.ts'
import { useText } from '../../text/useText.ts'
import styles from './exchange.module.css'
import type { ImportWish } from './useImport.ts'

/** Kronor or thousands, with what each would give. */
export function UnitChoice({ read, wish }: { readonly read: ReadWorkbook; readonly wish: ImportWish }) {
  const words = useText().budgetImport
  const id = useId()
  const example = read.lines.flatMap(({ amounts }) => amounts)[0] ?? read.otherYears[0]
  const shown = example ? `${shownValue(example.value)} (cell ${example.cell})` : ''
  return (
    <fieldset className={styles.choices} aria-describedby={`${id}-help`}>
      <legend>{words.unit}</legend>
      <p id={`${id}-help`} className={styles.help}>
        {words.unitHelp(shown)}
      </p>
      {(['kr', 'tkr'] as const).map(unit => (
        <label key={unit} className={styles.choice}>
          <input type="radio" name={id} checked={wish.unit === unit} onChange={() => wish.setUnit(unit)} />
          <span>
            {words.units[unit]}
            <span className={styles.help}>
              {words.unitGives(sumsOf(wish.files[unit].budget).sought.total)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** As the sheet shows it. */
function shownValue(value: number): string {
  return Number.isInteger(value) && value >= 0 ? groupDigits(value) : String(value).replace('.', ',')
}
