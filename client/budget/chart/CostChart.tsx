import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { formatKronor } from '../../form/amount.ts'
import { useText } from '../../text/useText.ts'
import { useBudget, useOfBudget } from '../useBudget.ts'
import { CostPatterns, patternOf } from './CostPatterns.tsx'
import { CostTable } from './CostTable.tsx'
import styles from './chart.module.css'
import { costBars } from './costBars.ts'
import { Legend } from './Legend.tsx'
import { type BarLayout, layoutChart } from './layoutChart.ts'

/** What is asked for, drawn: a bar a year, of salaries, premises and the rest. Nothing while nothing is asked for. */
export function CostChart() {
  const words = useText().budget.chart
  const budget = useBudget()
  const sums = useOfBudget(({ sums }) => sums)
  const { bars, tooMuch } = useMemo(() => costBars(budget, sums), [budget, sums])
  if (bars.length === 0) return <p className={styles.empty}>{words.empty}</p>
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>{words.caption}</figcaption>
      <Drawing bars={bars} />
      <Legend sums={sums} />
      {tooMuch > 0 && <p className={styles.fault}>{words.tooMuch(formatKronor(tooMuch))}</p>}
      <details className={styles.details}>
        <summary>{words.asTable}</summary>
        <CostTable bars={bars} />
      </details>
    </figure>
  )
}

function Drawing({ bars }: Pick<ReturnType<typeof costBars>, 'bars'>) {
  const words = useText().budget.chart
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const layout = useMemo(() => layoutChart(bars, width), [bars, width])
  const { base } = layout
  return (
    <div ref={frame} className={styles.frame}>
      {width > 0 && (
        <svg
          className={styles.drawing}
          role="img"
          aria-labelledby={`${id}-words`}
          width={layout.width}
          height={layout.height}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
        >
          <title id={`${id}-words`}>
            {words.inWords(
              bars.map(bar => words.bar(words.barName(bar.year), formatKronor(bar.total))).join('; '),
            )}
          </title>
          <CostPatterns id={id} />
          <line {...base} className={styles.base} />
          {layout.bars.map(bar => (
            <Bar key={bar.bar.year ?? 'rest'} layout={bar} patterns={id} />
          ))}
        </svg>
      )}
    </div>
  )
}

function Bar({ layout, patterns }: { readonly layout: BarLayout; readonly patterns: string }) {
  const words = useText().budget.chart
  const { bar, segments, sumAt, nameAt } = layout
  return (
    <g data-year={bar.year ?? 'rest'}>
      {segments.map(({ kind, ...box }) => (
        <rect key={kind} {...box} fill={patternOf(patterns, kind)} className={styles[kind]}>
          <title>
            {words.part(words.barName(bar.year), words.kinds[kind], formatKronor(bar.costs[kind]))}
          </title>
        </rect>
      ))}
      <text x={sumAt.x} y={sumAt.y} textAnchor={sumAt.anchor} className={styles.sum}>
        {formatKronor(bar.total)}
      </text>
      <text x={nameAt.x} y={nameAt.y} textAnchor={nameAt.anchor} className={styles.name}>
        {words.barName(bar.year)}
      </text>
    </g>
  )
}

/** Width of an element in whole CSS pixels, as it is and as it becomes; 0 before it is drawn. */
function useWidth(ref: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const look = () => setWidth(Math.floor(element.clientWidth))
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return width
}
