import { useCallback, useId, useSyncExternalStore } from 'react'
import type { Compilation, CompiledParty, CompiledRow } from '../../../shared/consultation/compilation.ts'
import { useText } from '../../text/useText.ts'
import { useCompilation } from './CompilationContext.ts'
import { RemarksOfParty } from './RemarkCard.tsx'
import styles from './rows.module.css'
import { StanceMark } from './StanceMark.tsx'

/** A party that has remarked on something, and its place among all parties. */
interface Column {
  readonly party: CompiledParty
  readonly place: number
}

/** So wide a column has to be for a long text to be read in it. */
const columnRem = 17
const besideRem = 4

interface RowsProps {
  readonly compilation: Compilation
  /** Section by section also where a table has room. */
  readonly asList?: boolean
}

/** What was remarked, section by section: as a table with a column for each party where there is room for it. */
export function Rows({ compilation: { parties, rows }, asList = false }: RowsProps) {
  const columns = parties
    .map((party, place) => ({ party, place }))
    .filter(({ party }) => (party.reply?.remarks.length ?? 0) > 0)
  const hasRoom = useHasRoom(columns.length * columnRem + besideRem)
  return hasRoom && !asList && columns.length > 1 ? (
    <Table rows={rows} columns={columns} />
  ) : (
    <List rows={rows} columns={columns} />
  )
}

interface DrawnProps {
  readonly rows: readonly CompiledRow[]
  readonly columns: readonly Column[]
}

function Table({ rows, columns }: DrawnProps) {
  const { compilation: words } = useText()
  const { round, colourOf } = useCompilation()
  return (
    <table className={styles.table}>
      <caption className="sr-only">{words.caption}</caption>
      <thead>
        <tr>
          {columns.map(({ party: { partyId, name, reply } }) => (
            <th key={partyId} scope="col" data-party={colourOf(partyId)}>
              <span className={styles.party}>{name}</span>
              {reply && <StanceMark purpose={round.purpose} stance={reply.stance} />}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map(({ section, cells }) => (
        <tbody key={section?.key ?? ''}>
          <tr>
            <th scope="rowgroup" colSpan={columns.length} className={styles.section}>
              <h3>{section?.heading ?? words.whole}</h3>
            </th>
          </tr>
          <tr>
            {columns.map(({ party, place }) => {
              const remarks = cells[place] ?? []
              return (
                <td key={party.partyId}>
                  {remarks.length === 0 ? (
                    <p className={styles.none}>
                      <span aria-hidden="true">–</span>
                      <span className="sr-only">{words.noneHere}</span>
                    </p>
                  ) : (
                    <RemarksOfParty party={party} remarks={remarks} />
                  )}
                </td>
              )
            })}
          </tr>
        </tbody>
      ))}
    </table>
  )
}

function List({ rows, columns }: DrawnProps) {
  return (
    <div className={styles.list}>
      {rows.map(row => (
        <SectionOfList key={row.section?.key ?? ''} row={row} columns={columns} />
      ))}
    </div>
  )
}

function SectionOfList({ row, columns }: { readonly row: CompiledRow; readonly columns: readonly Column[] }) {
  const { compilation: words } = useText()
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        {row.section?.heading ?? words.whole}
      </h3>
      {columns.map(({ party, place }) => (
        <RemarksOfParty key={party.partyId} party={party} remarks={row.cells[place] ?? []} isNamed />
      ))}
    </section>
  )
}

function useHasRoom(rem: number): boolean {
  const query = `(min-width: ${rem}rem)`
  const watch = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(watch, () => matchMedia(query).matches)
}
