import * as Y from 'yjs'
import { otherRows, readAmountKey, readShareKey } from '../../shared/budget/budgetKeys.ts'
import { readBudget } from '../../shared/budget/readBudget.ts'
import { ownerKey } from '../../shared/document/roots.ts'
import type { BudgetSection, FormTemplate } from '../../shared/form/FormTemplate.ts'
import { columnWords, percentWords, rowFieldWords, rowWords } from '../budget/cellWords.ts'
import { formatKronor } from '../form/amount.ts'
import type { LeftLine } from '../sync/rebuild/Lines.ts'
import type { Text } from '../text/text.ts'

/**
 * What could not be got in of a budget, a cell a line, each with its row and its column. `state` is the document that it
 * could not be got into.
 */
export function leftBudgetWords(
  text: Text,
  form: FormTemplate,
  { budget: { labels } }: BudgetSection,
  lines: readonly LeftLine[],
  state: Uint8Array,
): string {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const { lines: rows, parties } = readBudget(doc, form)
  doc.destroy()

  const rowCalled = (key: string) => {
    const row = rows.find(row => row.key === key)
    return rowWords(text, row?.label ?? null, row?.block)
  }
  const columnCalled = (key: string) => {
    const index = parties.findIndex(party => party.key === key)
    const party = parties[index]
    return party ? columnWords(labels, key === ownerKey ? 'owner' : index - 1, party.organisation) : ''
  }
  const placeOf = (path: string): readonly string[] => {
    const amount = readAmountKey(path)
    if (amount) return [columnCalled(amount.party), rowCalled(amount.line)]
    const share = readShareKey(path)
    if (share)
      return [String(share.year), share.line === otherRows ? labels.otherPerYear : rowCalled(share.line)]
    const [row = '', name = ''] = path.split('/')
    return [rowFieldWords(text, labels, name), name === 'label' ? '' : rowCalled(row)]
  }
  const lineOf = ({ path, value }: LeftLine): string => {
    const place = path === null ? '' : placeOf(path).filter(Boolean).join(', ')
    const shown =
      typeof value !== 'number'
        ? String(value)
        : path?.endsWith('/percent')
          ? percentWords(value)
          : formatKronor(value)
    return place === '' ? shown : `${place}: ${shown}`
  }
  return lines.map(lineOf).join('\n')
}
