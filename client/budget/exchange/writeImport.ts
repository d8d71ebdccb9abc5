import type { BudgetSection } from '../../../shared/form/FormTemplate.ts'
import type { OpenFields } from '../../form/FieldsContext.ts'
import { addItem } from '../../form/items/items.ts'
import { fieldEdit } from '../../sync/LiveDocument.ts'
import type { ImportPlan, PlannedRow } from './planImport.ts'

/** How much has been written. */
export interface Imported {
  readonly values: number
  readonly rows: number
}

/** Writes a plan as one edit of mine, which undo takes back as one. */
export function writeImport(
  { live: { doc }, values }: OpenFields,
  section: BudgetSection,
  plan: ImportPlan,
): Imported {
  let written = plan.writes.length
  doc.transact(() => {
    for (const { path, value } of plan.writes) values.write(section.key, path, value)
    for (const row of plan.rows) {
      const writes = row.writes(addRow(doc, section.key, row))
      for (const { path, value } of writes) values.write(section.key, path, value)
      written += writes.length
    }
  }, fieldEdit)
  return { values: written, rows: plan.rows.length }
}

/** Adds a row as the last of its block. Returns its key. */
function addRow(doc: OpenFields['live']['doc'], section: string, { block }: PlannedRow): string {
  return addItem(
    doc,
    section,
    {},
    { block },
    {
      placeAmong: others => {
        const last = others.findLastIndex(({ map }) => map.get('block') === block)
        return last === -1 ? others.length : last + 1
      },
    },
  )
}
