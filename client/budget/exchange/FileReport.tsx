import { useEffect, useId, useRef } from 'react'
import { sumsOf } from '../../../shared/budget/sums.ts'
import type { ReadWorkbook } from '../../../shared/http/budget.ts'
import { formatKronor } from '../../form/amount.ts'
import { useText } from '../../text/useText.ts'
import styles from './exchange.module.css'
import { FileRemarks } from './FileRemarks.tsx'
import { ModeChoice } from './ModeChoice.tsx'
import { PartyChoiceList } from './PartyChoiceList.tsx'
import { UnitChoice } from './UnitChoice.tsx'
import type { ImportWish } from './useImport.ts'

interface FileReportProps {
  readonly name: string
  readonly read: ReadWorkbook
  readonly wish: ImportWish
}

/** What a file says, what of it is not read in, and what must be chosen first. */
export function FileReport({ name, read, wish }: FileReportProps) {
  const words = useText().budgetImport
  const heading = useRef<HTMLHeadingElement>(null)
  // The window has changed under whoever chose the file: she goes on from its first line.
  useEffect(() => heading.current?.focus(), [])
  const sheets = [...new Set([read.sheets.amounts, read.sheets.years, read.sheets.summary])]
  const amounts = read.lines.reduce((count, line) => count + line.amounts.length, 0)
  const years = read.lines.reduce((count, line) => count + line.years.length, read.otherYears.length)
  return (
    <div className={styles.report}>
      <section className={styles.part}>
        <h3 ref={heading} tabIndex={-1}>
          {words.readTitle(name)}
        </h3>
        <p>
          {words.layouts[read.layout]} {words.sheets(sheets.filter(sheet => sheet !== null))}{' '}
          {words.counts(read.lines.length, amounts, years)}
          {read.name !== null && ` ${words.insats(read.name)}`}
        </p>
        {wish.unit !== null && <SumsInFile read={read} wish={wish} />}
      </section>
      {read.unit === 'undecided' && <UnitChoice read={read} wish={wish} />}
      {read.parties.length > 0 && <PartyChoiceList read={read} wish={wish} />}
      {wish.mode !== null && <ModeChoice mode={wish.mode} onChoose={wish.setMode} />}
      <FileRemarks read={read} wish={wish} />
    </div>
  )
}

function SumsInFile({ read, wish }: Pick<FileReportProps, 'read' | 'wish'>) {
  const words = useText().budgetImport
  const id = useId()
  const { budget } = wish.files[wish.unit ?? 'kr']
  const { sought, own, grand } = sumsOf(budget)
  const agrees = !wish.findings.some(({ rule }) => ['BV2', 'BV3', 'BV4', 'BV5', 'BV8'].includes(rule))
  return (
    <>
      <dl className={styles.sums} id={id}>
        <dt>{words.sought}</dt>
        <dd>{formatKronor(sought.total)}</dd>
        <dt>{words.own}</dt>
        <dd>{formatKronor(own.total)}</dd>
        <dt>{words.grand}</dt>
        <dd>{formatKronor(grand.total)}</dd>
      </dl>
      {agrees && <p>{read.printed.length === 0 ? words.noSums : words.sumsAgree}</p>}
    </>
  )
}
