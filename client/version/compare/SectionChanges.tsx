import { memo, type ReactNode, useMemo } from 'react'
import type { Section } from '../../../shared/form/FormTemplate.ts'
import type { SectionComparison } from '../../../shared/version/compare/comparison.ts'
import { useText } from '../../text/useText.ts'
import { BlockChange } from './BlockChanges.tsx'
import type { Columns } from './columns.ts'
import styles from './comparison.module.css'
import type { Side } from './Drawing.ts'
import { FieldChange, ItemChange } from './FieldChanges.tsx'
import { Fold } from './Fold.tsx'
import { foldUnchanged } from './foldUnchanged.ts'
import { listNumbers, NumbersContext } from './listNumbers.ts'
import { together } from './together.ts'

interface SectionChangesProps {
  readonly section: Section
  readonly compared: SectionComparison
  readonly columns: Columns
  /** Who has changed it, in words; empty where nobody is known. */
  readonly changedBy: string
}

/** A section in which something has changed. */
export const SectionChanges = memo(function SectionChanges(props: SectionChangesProps) {
  const { section, compared, columns, changedBy } = props
  const { versions: words } = useText()
  const headingId = `changes-${section.key}`
  return (
    <section className={styles.section} aria-labelledby={headingId} data-section={section.key}>
      <header className={styles.head}>
        <h2 id={headingId} tabIndex={-1} lang="sv">
          {section.heading}
        </h2>
        <p className={styles.facts}>
          <span className={styles.count}>{words.changes(compared.changeCount)}</span>
          {changedBy !== '' && <span>{words.changedBy(changedBy)}</span>}
        </p>
      </header>
      {columns === 'two' && (
        <div className={styles.pair} aria-hidden="true">
          <p className={styles.side}>{words.before}</p>
          <p className={styles.side}>{words.after}</p>
        </div>
      )}
      <Changes section={section} difference={compared.difference} columns={columns} />
    </section>
  )
})

interface ChangesProps {
  readonly section: Section
  readonly difference: SectionComparison['difference']
  readonly columns: Columns
}

function Changes({ section, difference, columns }: ChangesProps) {
  const numbers = useMemo(
    () => (difference.is === 'blocks' ? listNumbers(difference.entries) : new Map()),
    [difference],
  )
  const { versions: words } = useText()
  switch (difference.is) {
    case 'blocks':
      return (
        <NumbersContext value={numbers}>
          <Rows
            columns={columns}
            entries={difference.entries}
            showWords={words.showUnchanged}
            draw={(at, side) => <BlockChange entries={difference.entries} at={at} side={side} />}
          />
        </NumbersContext>
      )
    case 'items':
      return (
        <Rows
          columns={columns}
          entries={difference.entries}
          showWords={words.showUnchangedItems}
          draw={(at, side) => (
            <ItemChange section={section} entries={difference.entries} at={at} side={side} />
          )}
        />
      )
    case 'fields':
      return (
        <Row
          columns={columns}
          draw={side =>
            together(difference.fields, field => <FieldChange section={section} field={field} side={side} />)
          }
        />
      )
  }
}

interface RowsProps<Entry> {
  readonly columns: Columns
  readonly entries: readonly Entry[]
  readonly showWords: (count: number) => string
  readonly draw: (at: number, side: Side) => ReactNode
}

/** One under the other, so that what was and what is stand beside each other in two columns. */
function Rows<Entry extends { readonly is: string }>({
  columns,
  entries,
  showWords,
  draw,
}: RowsProps<Entry>) {
  const { versions: words } = useText()
  const row = (at: number) => <Row columns={columns} draw={side => draw(at, side)} />
  return together(foldUnchanged(entries), shown =>
    shown.is === 'entry' ? (
      row(shown.at)
    ) : (
      <Fold show={showWords(shown.entries.length)} hide={words.hideUnchanged}>
        {together(shown.entries, (_, nth) => row(shown.at + nth))}
      </Fold>
    ),
  )
}

interface RowProps {
  readonly columns: Columns
  readonly draw: (side: Side) => ReactNode
}

function Row({ columns, draw }: RowProps) {
  if (columns === 'one')
    return (
      <div className={`richText ${styles.text}`} lang="sv">
        {draw('both')}
      </div>
    )
  return (
    <div className={styles.pair}>
      <div className={`richText ${styles.text}`} lang="sv">
        {draw('before')}
      </div>
      <div className={`richText ${styles.text}`} lang="sv">
        {draw('after')}
      </div>
    </div>
  )
}
