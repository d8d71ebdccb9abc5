import { typedTotal } from '../../../shared/budget/amountInForm.ts'
import { budgetRows } from '../../../shared/budget/budgetContent.ts'
import { amountKey, otherRows, shareKey } from '../../../shared/budget/budgetKeys.ts'
import { readTyped } from '../../../shared/budget/readTyped.ts'
import { ownerKey } from '../../../shared/document/roots.ts'
import { fieldEdit } from '../../sync/LiveDocument.ts'
import type { OpenFields } from '../FieldsContext.ts'
import { addItem, setRemoved } from '../items/items.ts'
import { type Write, writeTogether } from '../writeTogether.ts'

/** Takes away what was typed in `section`, so that the budget's sum is alone. Returns how to take that back. */
export function dropTyped(open: OpenFields, section: string): () => void {
  return writeTogether(open, emptied(open, section))
}

/**
 * Puts what was typed in `section` into the budget as *Övrigt* of the owner, and its years as those of all other costs,
 * and takes it away where it stood. Returns how to take all that back.
 */
export function putInBudget(open: OpenFields, section: string, budget: string): () => void {
  const { doc } = open.live
  const typed = readTyped(doc, section)
  const known = budgetRows(doc.getMap(budget), [ownerKey]).lines.find(
    line => line.block === 'other' && line.label?.trim().toLocaleLowerCase('sv') === 'övrigt',
  )
  let takeBack = () => {}
  let line = known?.key
  doc.transact(() => {
    line ??= addItem(doc, budget, {}, { block: 'other', label: 'Övrigt' })
    const years = [...typed.years].map(([year, kronor]) => ({
      section: budget,
      path: shareKey(year, otherRows),
      value: kronor,
    }))
    const amount = { section: budget, path: amountKey(ownerKey, line), value: typedTotal(typed) }
    takeBack = writeTogether(open, [amount, ...years, ...emptied(open, section)])
  }, fieldEdit)
  return () =>
    doc.transact(() => {
      takeBack()
      if (known === undefined && line !== undefined) setRemoved(doc, budget, line, true)
    }, fieldEdit)
}

function emptied({ live }: OpenFields, section: string): readonly Write[] {
  const { total, years } = readTyped(live.doc, section)
  const paths = [...(total === null ? [] : ['total']), ...[...years.keys()].map(String)]
  return paths.map(path => ({ section, path, value: null }))
}
