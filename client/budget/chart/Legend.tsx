import { useId } from 'react'
import type { BudgetSums } from '../../../shared/budget/sums.ts'
import { formatKronor } from '../../form/amount.ts'
import { useText } from '../../text/useText.ts'
import { CostPatterns, patternOf } from './CostPatterns.tsx'
import styles from './chart.module.css'
import { costKinds } from './costBars.ts'

/** What the parts of the bars are, and what each kind costs in all. */
export function Legend({ sums }: { readonly sums: BudgetSums }) {
  const words = useText().budget.chart
  const id = useId()
  const there = costKinds.filter(kind => sums.blocks[kind].total > 0)
  return (
    <ul className={styles.legend}>
      {there.map((kind, index) => (
        <li key={kind}>
          <svg className={styles.sign} viewBox="0 0 20 14" width={20} height={14} aria-hidden="true">
            {index === 0 && <CostPatterns id={id} />}
            <rect
              x={0.5}
              y={0.5}
              width={19}
              height={13}
              fill={patternOf(id, kind)}
              className={styles[kind]}
            />
          </svg>
          <span>
            {words.kinds[kind]} <strong>{formatKronor(sums.blocks[kind].total)}</strong>
          </span>
        </li>
      ))}
    </ul>
  )
}
