import { useMemo } from 'react'
import type { Budget } from '../../../shared/budget/Budget.ts'
import { groupDigits } from '../../form/amount.ts'
import { useText } from '../../text/useText.ts'
import { softHyphens } from '../softHyphens.ts'
import { useBudget, useBudgetStore, useOfBudget } from '../useBudget.ts'
import styles from './summary.module.css'
import { summaryRows } from './summaryRows.ts'

/** *Budgetsammanställning*: what each party asks for and pays itself. Nothing in it is written. */
export function SummaryTable() {
  const words = useText().budget
  const { labels } = useBudgetStore().template
  const budget = useBudget()
  const sums = useOfBudget(({ sums }) => sums)
  const rows = useMemo(() => summaryRows(budget, sums, labels), [budget, sums, labels])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, and keys must reach that
    <section className={styles.frame} tabIndex={0} aria-label={words.summary.caption}>
      <table className={styles.table}>
        <caption className={styles.caption}>
          {words.summary.caption} <Period budget={budget} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.summary.party}</th>
            <th scope="col">{softHyphens(labels.summarySought)}</th>
            <th scope="col">{softHyphens(labels.summaryOwn)}</th>
            <th scope="col">{softHyphens(labels.summaryTotal)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, role, organisation, sought, own, grand }) => (
            <tr key={key}>
              <th scope="row">
                <span className={styles.role}>{softHyphens(role)}</span>{' '}
                {organisation === null ? (
                  <span className={styles.missing}>{words.unnamedParty}</span>
                ) : (
                  softHyphens(organisation)
                )}
              </th>
              <td>{groupDigits(sought)}</td>
              <td>{groupDigits(own)}</td>
              <td>{groupDigits(grand)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{labels.summarySum}</th>
            <td>{groupDigits(sums.sought.total)}</td>
            <td>{groupDigits(sums.own.total)}</td>
            <td>{groupDigits(sums.grand.total)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function Period({ budget: { start, end } }: { readonly budget: Budget }) {
  const { labels } = useBudgetStore().template
  if (start === null || end === null) return null
  return (
    <span className={styles.period}>
      {labels.periodLabel} <time dateTime={start}>{start}</time> – <time dateTime={end}>{end}</time>
    </span>
  )
}
