import { sum } from '../../../shared/budget/sums.ts'
import { groupDigits } from '../../form/amount.ts'
import { useText } from '../../text/useText.ts'
import { StatusLine } from '../../ui/StatusLine.tsx'
import styles from './distribute.module.css'
import type { PlannedRow } from './planDistribution.ts'
import { useRowName } from './useRowName.ts'

interface PlanTableProps {
  readonly plan: readonly PlannedRow[]
  /** How many cells would be written. */
  readonly changes: number
}

/** What a distribution gives, before it is written, and what it would replace. */
export function PlanTable({ plan, changes }: PlanTableProps) {
  const words = useText().budget.distribute
  const nameOf = useRowName()
  const years = [...new Set(plan.flatMap(({ years }) => [...years.keys()]))].sort((a, b) => a - b)
  const replaced = plan.filter(({ replaces }) => replaces).map(({ row }) => nameOf(row))
  const said =
    plan.length === 0
      ? words.chooseRow
      : changes === 0
        ? words.noChange
        : replaced.length > 0
          ? words.replaces(replaced)
          : words.replacesNothing
  return (
    <div className={styles.plan}>
      <h3>{words.result}</h3>
      <div className={styles.said} data-warns={(plan.length > 0 && replaced.length > 0) || undefined}>
        <StatusLine>{said}</StatusLine>
      </div>
      {plan.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, and keys must reach that
        <section className={styles.frame} tabIndex={0} aria-label={words.result}>
          <table className={styles.table}>
            <caption className="sr-only">{words.result}</caption>
            <thead>
              <tr>
                <th scope="col">{words.row}</th>
                {years.map(year => (
                  <th key={year} scope="col">
                    {year}
                  </th>
                ))}
                <th scope="col">{words.sum}</th>
              </tr>
            </thead>
            <tbody>
              {plan.map(({ row, years: planned }) => (
                <tr key={row.key}>
                  <th scope="row">{nameOf(row)}</th>
                  {years.map(year => (
                    <td key={year}>
                      {groupDigits(planned.get(year) ?? 0)}
                      <Before now={planned.get(year) ?? 0} before={row.years.get(year) ?? 0} />
                    </td>
                  ))}
                  <td className={styles.sum}>{groupDigits(sum(planned.values()))}</td>
                </tr>
              ))}
            </tbody>
            {plan.length > 1 && (
              <tfoot>
                <tr>
                  <th scope="row">{words.sum}</th>
                  {years.map(year => (
                    <td key={year}>{groupDigits(sum(plan.map(({ years }) => years.get(year) ?? 0)))}</td>
                  ))}
                  <td>{groupDigits(sum(plan.map(({ row }) => row.total)))}</td>
                </tr>
              </tfoot>
            )}
          </table>
        </section>
      )}
    </div>
  )
}

/** What stands in the cell now, where that would go. */
function Before({ now, before }: { readonly now: number; readonly before: number }) {
  const words = useText().budget.distribute
  if (before === 0 || before === now) return null
  return <span className={styles.before}>{words.before(groupDigits(before))}</span>
}
