import { rootShape } from '../../../shared/document/roots.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useMayWrite } from '../FieldsContext.ts'
import { useForm, useSectionOf } from '../FormContext.ts'
import { itemPath } from '../fieldPath.ts'
import { AtomicField } from '../fields/AtomicField.tsx'
import { BlankField } from '../fields/FieldShell.tsx'
import { fuzzyDateFormat } from '../fields/format.ts'
import { ProseField } from '../fields/ProseField.tsx'
import { ItemRow } from '../items/ItemRow.tsx'
import type { Row } from '../items/ItemRows.ts'
import itemStyles from '../items/items.module.css'
import { numberOf, standing, steps } from '../items/rowSteps.ts'
import { useItemList } from '../items/useItemList.ts'
import { MeetingButton } from './MeetingButton.tsx'
import { SortButton } from './SortButton.tsx'
import styles from './sections.module.css'

/** Dated lines in the writers' own order. */
export function LogSection() {
  const { heading } = useSectionOf('log')
  if (useForm().open !== null) return <OpenLog />
  return <BlankField label={heading} labelPlace="unseen" tall />
}

function OpenLog() {
  const section = useSectionOf('log')
  const text = useText().form
  const items = useItemList()
  const rows = standing(items.rows)
  const mayWrite = useMayWrite()
  const date = fuzzyDateFormat(text.dateLanguage)
  const root = rootShape(section)
  const shapes = root?.type === 'fields' ? (root.items ?? {}) : {}
  return (
    <>
      {items.rows.length > 0 && (
        <div className={styles.logHead} aria-hidden="true">
          <span>{text.when}</span>
          <span>{text.what}</span>
        </div>
      )}
      <div ref={items.list} className={itemStyles.list}>
        {items.rows.map(row => {
          const name = text.logRowNumber(numberOf(items.rows, row))
          const move = (before: Row | null, place: number) =>
            items.move(row, before, text.moved(name, place, rows.length))
          return (
            <ItemRow key={row.key} row={row} items={items} name={name} {...steps(rows, row, move)}>
              <div className={styles.logRow}>
                <AtomicField
                  path={itemPath(row.key, 'on')}
                  label={`${name}, ${text.when}`}
                  labelPlace="unseen"
                  format={date}
                  hint={text.fuzzyDateHint}
                />
                <ProseField
                  path={itemPath(row.key, 'text')}
                  label={`${name}, ${text.what}`}
                  labelPlace="unseen"
                  lines={1}
                />
              </div>
            </ItemRow>
          )
        })}
      </div>
      {items.rows.length === 0 && <p className={itemStyles.none}>{text.noLogRows}</p>}
      {mayWrite && (
        <div className={itemStyles.under}>
          <Button look="quiet" icon={<Icon name="add" />} onClick={() => items.add(shapes)}>
            {text.add(text.logRow)}
          </Button>
          <MeetingButton shapes={shapes} />
          {rows.length > 1 && <SortButton rows={rows} />}
        </div>
      )}
    </>
  )
}
