import { formatKronor } from '../../form/amount.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './distribute.module.css'
import { leftOf, type SpreadRow } from './planDistribution.ts'
import { useRowName } from './useRowName.ts'

interface RowChoicesProps {
  readonly rows: readonly SpreadRow[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

/** Which rows are to be divided, each with how far it is now. */
export function RowChoices({ rows, chosen, onChoose }: RowChoicesProps) {
  const words = useText().budget.distribute
  const nameOf = useRowName()
  const choose = (some: readonly SpreadRow[]) => onChoose(new Set(some.map(row => row.key)))
  const turn = (key: string) => {
    const others = new Set(chosen)
    if (!others.delete(key)) others.add(key)
    onChoose(others)
  }
  return (
    <fieldset className={styles.choices}>
      <legend>{words.which}</legend>
      <ul className={styles.rows}>
        {rows.map(row => (
          <li key={row.key}>
            <label className={styles.choice}>
              <input type="checkbox" checked={chosen.has(row.key)} onChange={() => turn(row.key)} />
              <span>
                {nameOf(row)}
                <span className={styles.help}>{words.state(formatKronor(row.total), stateWords(row))}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {rows.length > 1 && (
        <div className={styles.quick}>
          <Button look="quiet" onClick={() => choose(rows)}>
            {words.all}
          </Button>
          <Button look="quiet" onClick={() => choose(rows.filter(row => leftOf(row) !== 0))}>
            {words.undivided}
          </Button>
        </div>
      )}
    </fieldset>
  )

  function stateWords(row: SpreadRow): string {
    const left = leftOf(row)
    if (left === 0) return words.isDivided
    if (left === row.total) return words.isNotDivided
    return left > 0 ? words.leftToDivide(formatKronor(left)) : words.dividedTooMuch(formatKronor(-left))
  }
}
