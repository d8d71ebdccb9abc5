import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useMayWrite } from '../FieldsContext.ts'
import { useForm, useSectionOf } from '../FormContext.ts'
import { itemPath } from '../fieldPath.ts'
import { ItemRow } from '../items/ItemRow.tsx'
import type { Row } from '../items/ItemRows.ts'
import styles from '../items/items.module.css'
import { numberOf, standing, steps } from '../items/rowSteps.ts'
import { useItemList } from '../items/useItemList.ts'
import { PartyFields, partyShapes } from './PartyFields.tsx'

/** The owner's one block, or the list of partners. */
export function PartiesSection() {
  const { role } = useSectionOf('parties')
  const isOpen = useForm().open !== null
  if (role === 'partner' && isOpen) return <Partners />
  return (
    <div className={styles.fields}>
      <PartyFields pathOf={name => name} />
    </div>
  )
}

function Partners() {
  const section = useSectionOf('parties')
  const text = useText().form
  const items = useItemList()
  const rows = standing(items.rows)
  const mayWrite = useMayWrite()
  const nameOf = (row: Row) => {
    const organisation = row.map.get('organisation')
    if (typeof organisation === 'string' && organisation !== '') return organisation
    return text.partnerNumber(numberOf(items.rows, row))
  }
  return (
    <>
      <div ref={items.list} className={`${styles.list} ${styles.parties}`}>
        {items.rows.map(row => {
          const name = nameOf(row)
          return (
            <ItemRow
              key={row.key}
              row={row}
              items={items}
              name={name}
              number={section.numbered ? numberOf(items.rows, row) : undefined}
              {...steps(rows, row, (before, place) => {
                items.move(row, before, text.moved(name, place, rows.length))
              })}
            >
              <PartyFields pathOf={field => itemPath(row.key, field)} />
            </ItemRow>
          )
        })}
      </div>
      {items.rows.length === 0 && <p className={styles.none}>{text.noPartners}</p>}
      {mayWrite && (
        <div className={styles.under}>
          <Button look="quiet" icon={<Icon name="add" />} onClick={() => items.add(partyShapes(section))}>
            {text.add(text.partner)}
          </Button>
        </div>
      )}
    </>
  )
}
