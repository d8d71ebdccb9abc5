import { useCallback, useMemo, useState } from 'react'
import { otherRows, shareKey } from '../../../shared/budget/budgetKeys.ts'
import { firstYear } from '../../../shared/form/day.ts'
import { useFields, useMayWrite } from '../../form/FieldsContext.ts'
import { useForm } from '../../form/FormContext.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'
import { useNotices } from '../../ui/notices.ts'
import { DistributeDialog } from '../distribute/DistributeDialog.tsx'
import { RowFindings, RowMark } from '../findings/RowFindings.tsx'
import { Grid } from '../grid/Grid.tsx'
import { useGridClipboard } from '../paste/useGridClipboard.tsx'
import { RowComments } from '../RowComments.tsx'
import { useBudgetStore, useOfBudget } from '../useBudget.ts'
import { Distributed } from './Distributed.tsx'
import styles from './perYear.module.css'
import { YearCheck } from './YearCheck.tsx'
import { yearSheet } from './yearSheet.ts'
import { type YearStructure, yearStructure } from './yearStructure.ts'

const drawn = {
  mark: (row: string) => (
    <>
      <RowMark line={row} sheet="years" />
      <RowComments line={row} sheet="years" />
    </>
  ),
  notes: (row: string) => <RowFindings line={row} sheet="years" />,
}

/** *Fördelad över insatstid*: what each row costs in each year of the period, and whether the years add up. */
export function PerYearSheet() {
  const text = useText().budget
  const { labels } = useBudgetStore().template
  const mayDistribute = useMayDistribute()
  const [asked, setAsked] = useState<{ readonly only: string | null } | null>(null)
  const [done, setDone] = useState<{ readonly words: string; readonly takeBack: () => void } | null>(null)
  const { announce } = useNotices()
  const { clipboard, report } = useGridClipboard()
  const structureWords = useOfBudget(({ budget }) => JSON.stringify(yearStructure(budget)))
  const structure = useMemo<YearStructure>(() => JSON.parse(structureWords), [structureWords])
  const sheet = useMemo(
    () =>
      yearSheet({
        structure,
        labels,
        words: text,
        tools: mayDistribute
          ? row => <DistributeRow row={row} onAsk={() => setAsked({ only: row })} />
          : null,
        drawn,
        check: <YearCheck />,
      }),
    [structure, labels, text, mayDistribute],
  )
  const onDone = useCallback(
    (words: string, takeBack: () => void) => {
      setDone({ words, takeBack })
      announce(words)
    },
    [announce],
  )
  if (structure.years.length === 0) return <NoYears />
  return (
    <div className={styles.sheet}>
      {mayDistribute && (
        <div className={styles.tools}>
          <Button icon={<Icon name="divide" />} onClick={() => setAsked({ only: null })}>
            {text.years.distribute}
          </Button>
          {done && <Distributed {...done} onUndone={() => setDone(null)} />}
        </div>
      )}
      <Grid name={text.years.sheet} sheet={sheet} clipboard={clipboard} />
      {report}
      {asked && <DistributeDialog only={asked.only} onClose={() => setAsked(null)} onDone={onDone} />}
    </div>
  )
}

/** How the costs are spread has no party: who is limited to a column does not write it. */
function useMayDistribute(): boolean {
  const { rights } = useForm()
  const { open } = useFields()
  const mayWrite = useMayWrite()
  return mayWrite && open !== null && (rights?.whyNotCell(shareKey(firstYear, otherRows)) ?? null) === null
}

interface DistributeRowProps {
  readonly row: string
  readonly onAsk: () => void
}

function DistributeRow({ row, onAsk }: DistributeRowProps) {
  const text = useText().budget
  const { labels } = useBudgetStore().template
  const name = useOfBudget(({ budget }) =>
    row === otherRows
      ? labels.otherPerYear
      : (budget.lines.find(line => line.key === row)?.label ?? text.unnamedRow),
  )
  const total = useOfBudget(({ sums }) =>
    row === otherRows ? sums.blocks.other.total : (sums.lines.get(row) ?? 0),
  )
  if (total === 0) return null
  return (
    <MenuButton
      label={text.rowMenu(name)}
      floats
      tabIndex={-1}
      choices={[{ label: text.years.distribute, onChoose: onAsk }]}
    >
      <Icon name="dots" />
    </MenuButton>
  )
}

function NoYears() {
  const words = useText().budget.years
  const { form, open } = useForm()
  const period = form.sections.find(section => section.kind === 'period')
  return (
    <p className={styles.none}>
      {words.noPeriod} {open !== null && period && <a href={`#${period.key}-heading`}>{words.toPeriod}</a>}
    </p>
  )
}
