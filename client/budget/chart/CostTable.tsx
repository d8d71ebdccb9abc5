import { formatKronor, groupDigits } from '../../form/amount.ts'
import { useText } from '../../text/useText.ts'
import styles from './chart.module.css'
import { type CostBar, costKinds } from './costBars.ts'

/** The chart in figures. */
export function CostTable({ bars }: { readonly bars: readonly CostBar[] }) {
  const words = useText().budget.chart
  const totals = costKinds.map(kind => bars.reduce((sum, { costs }) => sum + costs[kind], 0))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, and keys must reach that
    <section className={styles.tableFrame} tabIndex={0} aria-label={words.caption}>
      <table className={styles.table}>
        <caption className="sr-only">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            {costKinds.map(kind => (
              <th key={kind} scope="col">
                {words.kinds[kind]}
              </th>
            ))}
            <th scope="col">{words.sum}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ year, costs, total }) => (
            <tr key={year ?? 'rest'}>
              <th scope="row">{words.barName(year)}</th>
              {costKinds.map(kind => (
                <td key={kind}>{groupDigits(costs[kind])}</td>
              ))}
              <td>{groupDigits(total)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.sum}</th>
            {totals.map((kronor, index) => (
              <td key={costKinds[index]}>{groupDigits(kronor)}</td>
            ))}
            <td>{formatKronor(totals.reduce((sum, kronor) => sum + kronor, 0))}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
