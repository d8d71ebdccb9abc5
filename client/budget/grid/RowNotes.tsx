import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { useOpenFields } from '../../form/FieldsContext.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useNotices } from '../../ui/notices.ts'
import type { CellState, CellStates } from './CellStates.ts'
import { hasNote } from './GridCell.tsx'
import { useGrid } from './GridContext.ts'
import { NotesRow } from './NotesRow.tsx'
import styles from './notes.module.css'
import type { SheetColumn, SheetRow, ValueCell } from './sheet.ts'

interface RowNotesProps {
  readonly row: SheetRow
  readonly columns: readonly SheetColumn[]
}

/** What has happened to the cells of a row, under it. */
export function RowNotes(props: RowNotesProps) {
  const { states } = useGrid()
  return states === null ? null : <OpenRowNotes {...props} states={states} />
}

function OpenRowNotes({ row, columns, states }: RowNotesProps & { readonly states: CellStates }) {
  const cells = useMemo(
    () =>
      columns.flatMap(column => {
        const cell = row.cells[column.key]
        return cell?.is === 'value' ? [{ column, cell }] : []
      }),
    [row, columns],
  )
  const paths = useMemo(() => cells.map(({ cell }) => cell.path), [cells])
  useSyncExternalStore(
    useCallback(
      (listener: () => void) => {
        const stops = paths.map(path => states.subscribe(path, listener))
        return () => {
          for (const stop of stops) stop()
        }
      },
      [states, paths],
    ),
    () => states.versionOf(paths),
  )
  const noted = cells.filter(({ cell }) => hasNote(states.stateOf(cell.path)))
  if (noted.length === 0) return null
  return (
    <NotesRow row={row.key}>
      {noted.map(({ column, cell }) => (
        <CellNotes key={cell.path} row={row} column={column} cell={cell} state={states.stateOf(cell.path)} />
      ))}
    </NotesRow>
  )
}

interface CellNotesProps {
  readonly row: SheetRow
  readonly column: SheetColumn
  readonly cell: ValueCell
  readonly state: CellState
}

function CellNotes({ row, column, cell, state }: CellNotesProps) {
  const text = useText()
  const { id, store } = useGrid()
  const { announce } = useNotices()
  const { values } = useOpenFields()
  const { path } = cell
  const { draft, converted, overtakenBy, lost, whyNot } = state
  const inWords = (shown: string) =>
    shown === '' ? text.form.emptyValue : cell.unit === undefined ? shown : `${shown}\u00a0${cell.unit}`
  const now = inWords(cell.format.show(store.value(path)))

  const said = [
    draft?.refused ? { look: styles.refusal, words: text.form.refusal(draft.refused) } : null,
    overtakenBy === undefined
      ? null
      : { look: styles.said, words: text.form.overtaken(overtakenBy?.name ?? text.form.somebody, now) },
    converted ? { look: styles.said, words: text.form.converted(now) } : null,
    whyNot === null ? null : { look: styles.said, words: whyNot },
    // While she types it is said that somebody has changed it, which is the same.
    lost === null || overtakenBy !== undefined
      ? null
      : {
          look: styles.lost,
          words: text.form.lostValue(
            inWords(cell.format.show(lost.mine)),
            lost.by?.name ?? text.form.somebody,
            now,
          ),
        },
  ].filter(note => note !== null)
  const aloud = said.map(({ words }) => words).join(' ')
  useEffect(() => {
    if (aloud !== '') announce(aloud)
  }, [aloud, announce])

  const view = store.view()
  const name = row.is === 'under' ? row.name(view) : column.name(view)
  return (
    <div id={`${id}-${path}`}>
      {said.map(({ look, words }) => (
        <p key={words} className={look}>
          {text.budget.cellNote(name, words)}
        </p>
      ))}
      {lost !== null && overtakenBy === undefined && (
        <div className={styles.choices}>
          <Button
            look="quiet"
            icon={<Icon name="undo" />}
            onClick={() => values.putBack(store.section, path)}
          >
            {text.form.putMineBack}
          </Button>
          <Button look="quiet" onClick={() => values.dismiss(store.section, path)}>
            {text.form.keepTheirs}
          </Button>
        </div>
      )}
    </div>
  )
}
