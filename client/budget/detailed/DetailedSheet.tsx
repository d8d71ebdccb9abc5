import { useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { type BudgetBlock, budgetBlocks, isSalary, ownBlocks } from '../../../shared/budget/BudgetTemplate.ts'
import { useMayWrite } from '../../form/FieldsContext.ts'
import { useForm } from '../../form/FormContext.ts'
import { useText } from '../../text/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { BudgetView } from '../BudgetStore.ts'
import { RowFindings, RowMark } from '../findings/RowFindings.tsx'
import { Grid, type GridHandle } from '../grid/Grid.tsx'
import type { SheetRow } from '../grid/sheet.ts'
import { useGridClipboard } from '../paste/useGridClipboard.tsx'
import { RowComments } from '../RowComments.tsx'
import { useBudgetStore, useOfBudget } from '../useBudget.ts'
import { BudgetLines, type LineInView } from './BudgetLines.ts'
import styles from './detailed.module.css'
import { detailedColumns, detailedRows, lineRows, periodWord } from './detailedSheet.ts'
import { LineRemoved, LineTools } from './LineTools.tsx'
import { PartyHead } from './PartyHead.tsx'
import { useLineActs } from './useLineActs.ts'

/** The detailed budget: what each row costs, and for whom. */
export function DetailedSheet() {
  const text = useText().budget
  const store = useBudgetStore()
  const { open } = useForm()
  const { labels } = store.template
  const grid = useRef<GridHandle>(null)
  const { clipboard, report } = useGridClipboard()
  const lines = useMemo(
    () => new BudgetLines(store, open, key => grid.current?.isIn(key) ?? false),
    [store, open],
  )
  const inView = useSyncExternalStore(lines.subscribe, lines.lines)
  const acts = useLineActs(store, lines, grid)
  const partyWords = useOfBudget(({ budget }) => budget.parties.map(({ key }) => key).join(' '))
  const parties = useMemo(() => partyWords.split(' ').filter(key => key !== ''), [partyWords])
  const hasOwn = useOfBudget(usesOwn)
  const [opened, setOpened] = useState(false)
  const isShown = hasOwn || opened || open === null
  // Who is limited to a column changes no rows, and still fills in amounts in them.
  const mayWrite = useMayWrite()
  const isRead = open !== null && !mayWrite
  const empty = useOfBudget(view => (isRead ? emptyRows(view) : ''))

  const columns = useMemo(
    () =>
      detailedColumns(labels, text, parties, {
        period: (
          <span className={styles.period}>
            <span>{periodWord(labels)}</span>
            <span>{labels.from}</span>
          </span>
        ),
        party: key => <PartyHead party={key} />,
      }),
    [labels, text, parties],
  )
  // A row that stays as it is is the same object, so only what has come or moved is drawn.
  const known = useMemo(
    () => ({ parties, acts, text, rows: new WeakMap<LineInView, readonly SheetRow[]>() }),
    [parties, acts, text],
  )
  const sheet = useMemo(() => {
    const rowsOf = (line: LineInView) => {
      // What has been removed is nothing to read.
      if (known.acts === null && line.removed !== null) return []
      const rows =
        known.rows.get(line) ??
        lineRows(line, known.parties, known.text, {
          mark: line =>
            line.removed === null && (
              <>
                <RowMark line={line.key} sheet="detailed" />
                <RowComments line={line.key} sheet="detailed" />
              </>
            ),
          tools: line => known.acts && line.removed === null && <LineTools line={line} acts={known.acts} />,
          notes: line =>
            line.removed === null ? (
              <RowFindings line={line.key} sheet="detailed" />
            ) : (
              known.acts && <LineRemoved line={line} acts={known.acts} />
            ),
        })
      known.rows.set(line, rows)
      return rows
    }
    const add = (block: BudgetBlock): SheetRow | null => {
      const { acts } = known
      if (acts === null) return null
      const run = () => acts.add(block)
      return actionRow(`${block}-add`, text.addRowTo[block], 'add', run)
    }
    const toggle =
      hasOwn || open === null || isRead
        ? null
        : actionRow('own-toggle', opened ? text.hideOwn : text.showOwn, opened ? 'up' : 'more', () =>
            setOpened(!opened),
          )
    const leftOut = new Set(empty.split(' '))
    const blocks = budgetBlocks.map(block => ({
      block,
      lines: inView.filter(line => line.block === block && !leftOut.has(line.key)).flatMap(rowsOf),
      add: add(block),
    }))
    return { columns, rows: detailedRows(labels, blocks, parties, { isShown, toggle }) }
  }, [known, inView, columns, labels, parties, text, hasOwn, isShown, opened, open, isRead, empty])

  return (
    <>
      <Grid
        name={text.detailed}
        sheet={sheet}
        ref={grid}
        clipboard={clipboard}
        onMoveRow={(row, by) => acts?.move(row, by)}
      />
      {report}
    </>
  )
}

function actionRow(key: string, words: string, icon: 'add' | 'up' | 'more', run: () => void): SheetRow {
  return {
    key,
    is: 'action',
    name: () => words,
    cells: { label: { is: 'action', words, icon: <Icon name={icon} />, run } },
  }
}

/** Rows without a name and without an amount, by their keys: nothing to read. */
function emptyRows({ budget, sums }: BudgetView): string {
  return budget.lines
    .filter(({ key, label, percent }) => label === null && percent === null && sums.lines.get(key) === 0)
    .map(({ key }) => key)
    .join(' ')
}

/** Whether anything has been written of what the parties pay themselves. */
function usesOwn({ budget, sums }: BudgetView): boolean {
  if (sums.own.total > 0) return true
  const own: readonly BudgetBlock[] = ownBlocks
  return budget.lines.some(
    ({ block, label, percent, specification, from, to }) =>
      own.includes(block) &&
      (percent !== null ||
        specification !== null ||
        from !== null ||
        to !== null ||
        (label !== null && (isSalary(block) || block === 'ownOther'))),
  )
}
