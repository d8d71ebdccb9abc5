import type { ReactNode } from 'react'
import { useMayWrite } from '../form/FieldsContext.ts'
import { useForm } from '../form/FormContext.ts'
import { useText } from '../text/useText.ts'
import styles from './budget.module.css'
import { CostChart } from './chart/CostChart.tsx'
import { DetailedSheet } from './detailed/DetailedSheet.tsx'
import { ExportButton } from './exchange/ExportButton.tsx'
import { ImportButton } from './exchange/ImportButton.tsx'
import { FindingsList } from './findings/FindingsList.tsx'
import { KeysHelp } from './KeysHelp.tsx'
import { PerYearSheet } from './perYear/PerYearSheet.tsx'
import { SummaryTable } from './summary/SummaryTable.tsx'

/** The budget of a form: its sheets, one under the other. What is worked out is not there while the form is shown empty. */
export function BudgetSection() {
  const text = useText().budget
  const { open } = useForm()
  const mayWrite = useMayWrite()
  return (
    <div className={styles.sheets}>
      {open !== null && (
        <div className={styles.tools}>
          <ImportButton />
          {open.live.id !== '' && <ExportButton applicationId={open.live.id} />}
        </div>
      )}
      <Sheet name="detailed" heading={text.detailed}>
        <p className={styles.lead}>{mayWrite ? text.inKronor : text.inKronorOnly}</p>
        <DetailedSheet />
        {open !== null && <KeysHelp />}
      </Sheet>
      {open !== null && (
        <>
          <Sheet name="years" heading={text.years.sheet}>
            <PerYearSheet />
          </Sheet>
          <FindingsList />
          <Sheet name="chart" heading={text.chart.heading}>
            <CostChart />
          </Sheet>
          <Sheet name="summary" heading={text.summary.heading}>
            <SummaryTable />
          </Sheet>
        </>
      )}
    </div>
  )
}

interface SheetProps {
  readonly name: 'detailed' | 'years' | 'chart' | 'summary'
  readonly heading: string
  readonly children: ReactNode
}

function Sheet({ name, heading, children }: SheetProps) {
  const id = `budget-${name}`
  return (
    <section className={styles.sheet} data-sheet={name} aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        {heading}
      </h3>
      {children}
    </section>
  )
}
