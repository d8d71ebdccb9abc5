import { otherRows } from '../../../shared/budget/budgetKeys.ts'
import type { Finding } from '../../../shared/budget/Finding.ts'
import { countFindings } from '../../../shared/budget/findings.ts'
import { shownYears } from '../../../shared/budget/sums.ts'
import { useForm } from '../../form/FormContext.ts'
import { useText } from '../../text/useText.ts'
import { rowWords } from '../cellWords.ts'
import { useBudgetStore } from '../useBudget.ts'
import { FindingLevel } from './FindingLevel.tsx'
import styles from './findings.module.css'
import { goTo } from './goTo.ts'
import { useFindingNames, useFindings } from './useFindings.ts'
import { sheetOf, whereTo } from './whereTo.ts'

/** All that the rules say of the budget: errors first, each with a way to where it is put right. Of an empty form, nothing. */
export function FindingsList() {
  return useForm().open === null ? null : <OpenFindingsList />
}

function OpenFindingsList() {
  const text = useText().findings
  const names = useFindingNames()
  const nameOf = useWhere()
  const { form } = useForm()
  const store = useBudgetStore()
  const findings = useFindings()
  const { errors, warnings } = countFindings(findings)
  if (findings.length === 0) return <p className={styles.none}>{text.none}</p>
  // Nobody has begun: that is no fault to point at yet.
  if (findings.every(({ rule }) => rule === 'BV20')) {
    return <p className={styles.none}>{findings.map(finding => text.say(finding, names)).join(' ')}</p>
  }
  const inOrder = [
    ...findings.filter(({ level }) => level === 'error'),
    ...findings.filter(({ level }) => level === 'warning'),
  ]
  return (
    <details className={styles.box}>
      <summary>
        <FindingLevel level={errors > 0 ? 'error' : 'warning'} words="none" />{' '}
        {text.counted(errors, warnings)}
      </summary>
      {errors > 0 && <p className={styles.lead}>{text.lead}</p>}
      <ul className={styles.list}>
        {inOrder.map(finding => {
          const words = text.say(finding, names)
          const where = nameOf(finding)
          return (
            <li key={`${finding.rule} ${where} ${words}`} className={styles.finding} data-rule={finding.rule}>
              <FindingLevel level={finding.level} words="seen" />
              <div>
                <button
                  type="button"
                  className={styles.where}
                  onClick={() => goTo(whereTo(finding, form, shownYears(store.budget())))}
                >
                  {where}
                </button>
                <p>{words}</p>
              </div>
            </li>
          )
        })}
      </ul>
    </details>
  )
}

/** What the place of a finding is called. */
function useWhere(): (finding: Finding) => string {
  const text = useText()
  const store = useBudgetStore()
  const names = useFindingNames()
  return finding => {
    const { findings } = text
    const { line, party, year } = finding.place ?? {}
    if (line !== undefined) {
      const row = store.budget().lines.find(({ key }) => key === line)
      const name = line === otherRows ? text.budget.allOther : rowWords(text, row?.label ?? null, row?.block)
      return year === undefined ? name : findings.inYear(name, year)
    }
    if (party !== undefined) return names.party(party)
    if (finding.rule === 'BV9')
      return year === undefined ? findings.amount : findings.inYear(findings.amount, year)
    if (finding.rule === 'BV20' && finding.reason === 'period') return findings.period
    return sheetOf(finding) === 'years' ? findings.allYears : findings.whole
  }
}
