import { useText } from '../../text/useText.ts'
import { NotesRow } from '../grid/NotesRow.tsx'
import { FindingLevel } from './FindingLevel.tsx'
import styles from './findings.module.css'
import { useFindingNames, useLineFindings } from './useFindings.ts'
import type { BudgetSheet } from './whereTo.ts'

interface OfRow {
  /** Row key, or `otherRows`. */
  readonly line: string
  readonly sheet: BudgetSheet
}

/** A sign beside the name of a row that something is said of; nothing where nothing is. */
export function RowMark({ line, sheet }: OfRow) {
  const text = useText().findings
  const names = useFindingNames()
  const findings = useLineFindings(line, sheet)
  if (findings.length === 0) return null
  const level = findings.some(finding => finding.level === 'error') ? 'error' : 'warning'
  return (
    <span className={styles.mark} title={findings.map(finding => text.say(finding, names)).join('\n')}>
      <FindingLevel level={level} words="heard" />
    </span>
  )
}

/** What is said of a row, under it; nothing where nothing is. */
export function RowFindings({ line, sheet }: OfRow) {
  const text = useText().findings
  const names = useFindingNames()
  const findings = useLineFindings(line, sheet)
  if (findings.length === 0) return null
  return (
    <NotesRow row={line}>
      {findings.map(finding => {
        const words = text.say(finding, names)
        return (
          <p key={words} className={styles.said}>
            <FindingLevel level={finding.level} words="seen" />
            <span>{words}</span>
          </p>
        )
      })}
    </NotesRow>
  )
}
