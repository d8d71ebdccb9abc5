import type { Finding } from '../../../shared/budget/Finding.ts'
import type { ReadWorkbook, WorkbookNoteKind } from '../../../shared/http/budget.ts'
import { useText } from '../../text/useText.ts'
import { useBudgetStore } from '../useBudget.ts'
import styles from './exchange.module.css'
import type { ImportWish } from './useImport.ts'

/** What is only how a file has been understood; the rest has not been read in. */
const understood: readonly WorkbookNoteKind[] = [
  'tkrMeansKronor',
  'yearsInOtherUnit',
  'noUnit',
  'figuresAsText',
  'percentGuessed',
  'percentRounded',
  'dayGuessed',
  'yearRowLeft',
  'yearRowGuessed',
  'mergedAmount',
  'textCut',
  'summaryOnly',
]

/** What is not read in, what has been guessed, and what does not add up. */
export function FileRemarks({ read, wish }: { readonly read: ReadWorkbook; readonly wish: ImportWish }) {
  const words = useText().budgetImport
  const findings = useFindingWords(wish)
  const { untaken } = wish.files[wish.unit ?? 'kr']
  const { rowsNotMine = 0, valuesNotMine = 0 } = wish.plan ?? {}
  const notTaken = [
    ...(rowsNotMine > 0 ? [words.rowsNotMine(rowsNotMine)] : []),
    ...(valuesNotMine > 0 ? [words.valuesNotMine(valuesNotMine)] : []),
    ...(wish.unit === null
      ? []
      : untaken.map(({ why, value, sheet, cell }) =>
          words.untakenAt(words.untaken[why], String(value).replace('.', ',').replace('-', '−'), sheet, cell),
        )),
    ...read.notes.filter(({ kind }) => !understood.includes(kind)).map(words.note),
  ]
  const guessed = read.notes.filter(({ kind }) => understood.includes(kind)).map(words.note)
  return (
    <>
      <Remarks title={words.notTaken} remarks={notTaken} />
      <Remarks title={words.understood} remarks={guessed} />
      <Remarks title={words.differences} help={words.differencesHelp} remarks={findings} />
      {read.moreNotes > 0 && <p>{words.moreNotes(read.moreNotes)}</p>}
    </>
  )
}

function useFindingWords({ findings, files, unit }: ImportWish): readonly string[] {
  const text = useText().findings
  const { template } = useBudgetStore()
  const { budget } = files[unit ?? 'kr']
  const names = {
    party: (key: string) => budget.parties.find(party => party.key === key)?.organisation ?? key,
    blockSum: (block: keyof typeof template.labels.sums) => template.labels.sums[block],
  }
  return findings.map((finding: Finding) => {
    const line = budget.lines.find(({ key }) => key === finding.place?.line)
    return `${line?.label ? `${line.label}: ` : ''}${text.say(finding, names)}`
  })
}

interface RemarksProps {
  readonly title: string
  readonly help?: string
  readonly remarks: readonly string[]
}

function Remarks({ title, help, remarks }: RemarksProps) {
  if (remarks.length === 0) return null
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {help && <p className={styles.help}>{help}</p>}
      <ul className={styles.remarks}>
        {[...new Set(remarks)].map(remark => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    </section>
  )
}
