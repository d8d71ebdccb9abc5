import { useId } from 'react'
import { sumsOf } from '../../../shared/budget/sums.ts'
import type { ReadWorkbook } from '../../../shared/http/budget.ts'
import { useText } from '../../text/useText.ts'
import { useBudget } from '../useBudget.ts'
import styles from './exchange.module.css'
import { filePartyKey } from './fileBudget.ts'
import type { ImportWish } from './useImport.ts'

/** Each column of the file, and which party of the form it is. */
export function PartyChoiceList({ read, wish }: { readonly read: ReadWorkbook; readonly wish: ImportWish }) {
  const words = useText().budgetImport
  const { parties } = useBudget()
  const id = useId()
  const { grand } = sumsOf(wish.files[wish.unit ?? 'kr'].budget)
  return (
    <fieldset className={styles.choices} aria-describedby={`${id}-help`}>
      <legend>{words.parties}</legend>
      <p id={`${id}-help`} className={styles.help}>
        {words.partiesHelp}
      </p>
      {read.parties.map(({ name, cell, role }, place) => {
        const chosen = wish.choices[place] ?? null
        const isTwice = chosen !== null && wish.choices.filter(choice => choice === chosen).length > 1
        return (
          <div key={cell} className={styles.column}>
            <label htmlFor={`${id}-${place}`}>
              {words.columnIn(name ?? words.unnamedColumn(cell), grand.byParty.get(filePartyKey(place)) ?? 0)}
              <span className={styles.help}>{words.roles[role]}</span>
            </label>
            <select
              id={`${id}-${place}`}
              value={chosen ?? ''}
              aria-invalid={isTwice}
              onChange={({ target }) => wish.choose(place, target.value === '' ? null : target.value)}
            >
              <option value="">{words.leaveOut}</option>
              {parties.map(({ key, organisation }, index) => (
                <option key={key} value={key}>
                  {organisation ?? `${words.unnamedParty} (${index + 1})`}
                </option>
              ))}
            </select>
          </div>
        )
      })}
    </fieldset>
  )
}
