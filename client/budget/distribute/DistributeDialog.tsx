import { useId, useMemo, useState } from 'react'
import type { Distribution } from '../../../shared/budget/distribute.ts'
import { useOpenFields } from '../../form/FieldsContext.ts'
import { writeTogether } from '../../form/writeTogether.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useBudget, useBudgetStore, useOfBudget } from '../useBudget.ts'
import styles from './distribute.module.css'
import { PlanTable } from './PlanTable.tsx'
import { cellsOf, leftOf, planDistribution, spreadRows } from './planDistribution.ts'
import { RowChoices } from './RowChoices.tsx'
import { readPercent } from './readPercent.ts'

interface DistributeDialogProps {
  /** The row it was asked for; null asks for all that are not divided yet. */
  readonly only: string | null
  readonly onClose: () => void
  /** What was done, in words, and how to take it back. */
  readonly onDone: (words: string, takeBack: () => void) => void
}

/** *Fördela på år*: which rows, how, and what it gives, before anything is written. */
export function DistributeDialog({ only, onClose, onDone }: DistributeDialogProps) {
  const words = useText().budget.distribute
  const open = useOpenFields()
  const { section } = useBudgetStore()
  const budget = useBudget()
  const sums = useOfBudget(({ sums }) => sums)
  const rows = useMemo(() => spreadRows(budget, sums), [budget, sums])
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(only === null ? rows.filter(row => leftOf(row) !== 0).map(row => row.key) : [only]),
  )
  const [by, setBy] = useState<Distribution['by']>('months')
  const [percentText, setPercentText] = useState('3')
  const percent = readPercent(percentText)
  const plan = useMemo(() => {
    const how = howOf(by, percent)
    if (how === null) return []
    return planDistribution(
      rows.filter(row => chosen.has(row.key)),
      how,
    )
  }, [rows, chosen, by, percent])
  const cells = cellsOf(plan)

  const distributeNow = () => {
    const takeBack = writeTogether(
      open,
      cells.map(cell => ({ section, ...cell })),
    )
    onClose()
    onDone(words.done(plan.length), takeBack)
  }

  return (
    <Dialog
      title={words.title}
      closeWord={words.cancel}
      onClose={onClose}
      place="large"
      actions={
        <Button look="primary" disabled={cells.length === 0} onClick={distributeNow}>
          {words.distribute}
        </Button>
      }
    >
      {rows.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <div className={styles.dialog}>
          <RowChoices rows={rows} chosen={chosen} onChoose={setChosen} />
          <HowChoices
            by={by}
            onBy={setBy}
            percentText={percentText}
            isPercent={percent !== null}
            onPercent={setPercentText}
          />
          <PlanTable plan={plan} changes={cells.length} />
        </div>
      )}
    </Dialog>
  )
}

function howOf(by: Distribution['by'], percent: number | null): Distribution | null {
  if (by !== 'increase') return { by }
  return percent === null ? null : { by, percent }
}

interface HowChoicesProps {
  readonly by: Distribution['by']
  readonly onBy: (by: Distribution['by']) => void
  readonly percentText: string
  readonly isPercent: boolean
  readonly onPercent: (text: string) => void
}

const ways = ['months', 'even', 'increase'] as const

function HowChoices({ by, onBy, percentText, isPercent, onPercent }: HowChoicesProps) {
  const words = useText().budget.distribute
  const id = useId()
  return (
    <fieldset className={styles.choices}>
      <legend>{words.how}</legend>
      {ways.map(way => (
        <label key={way} className={styles.choice}>
          <input type="radio" name={`${id}-how`} checked={by === way} onChange={() => onBy(way)} />
          <span>
            {words.ways[way]}
            <span className={styles.help}>{words.waysHelp[way]}</span>
          </span>
        </label>
      ))}
      {by === 'increase' && (
        <div className={styles.percent}>
          <label htmlFor={`${id}-percent`}>{words.percent}</label>
          <input
            id={`${id}-percent`}
            value={percentText}
            inputMode="decimal"
            autoComplete="off"
            aria-invalid={!isPercent}
            aria-describedby={`${id}-refused`}
            onChange={event => onPercent(event.currentTarget.value)}
          />
          <span>%</span>
          <p id={`${id}-refused`} className={styles.refused} role="status">
            {isPercent ? '' : words.notAnIncrease}
          </p>
        </div>
      )}
    </fieldset>
  )
}
