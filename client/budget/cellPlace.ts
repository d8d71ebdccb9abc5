import type { Budget } from '../../shared/budget/Budget.ts'
import type { BudgetLabels } from '../../shared/budget/BudgetTemplate.ts'
import { otherRows, readAmountKey, readShareKey } from '../../shared/budget/budgetKeys.ts'
import { ownerKey } from '../../shared/document/roots.ts'
import type { Text } from '../text/text.ts'
import { columnWords, rowFieldWords, rowWords } from './cellWords.ts'
import type { BudgetSheet } from './findings/whereTo.ts'

/** The cell that a comment is about. */
export type CommentedCell = { readonly sheet: BudgetSheet; readonly line: string } & (
  | { readonly is: 'amount'; readonly party: string }
  | { readonly is: 'share'; readonly year: number }
  | { readonly is: 'rowField'; readonly name: string }
)

const rowFields: ReadonlySet<string> = new Set(['label', 'percent', 'from', 'to', 'specification'])

/** Which cell a comment's `field` is: an amount's or a year's key, or `‹row key›.‹field›`; null when it is none. */
export function commentedCell(field: string): CommentedCell | null {
  const share = readShareKey(field)
  if (share) return { is: 'share', sheet: 'years', ...share }
  const [line = '', name = '', ...more] = field.split('.')
  if (rowFields.has(name) && more.length === 0) return { is: 'rowField', sheet: 'detailed', line, name }
  const amount = readAmountKey(field)
  return amount && { is: 'amount', sheet: 'detailed', ...amount }
}

/** Row and column, as they are called now: `Rehabcoach 1, Heby kommun`. Null when one of them is not there. */
export function commentedCellWords(
  text: Text,
  labels: BudgetLabels,
  budget: Budget,
  field: string,
): string | null {
  const cell = commentedCell(field)
  if (cell === null) return null
  const line = budget.lines.find(({ key }) => key === cell.line)
  if (cell.is === 'share' && cell.line === otherRows) return `${labels.otherPerYear}, ${cell.year}`
  if (!line) return null
  const row = line.label ?? rowWords(text, null, line.block)
  if (cell.is === 'share') return `${row}, ${cell.year}`
  if (cell.is === 'rowField') {
    return cell.name === 'label' ? row : `${row}, ${rowFieldWords(text, labels, cell.name)}`
  }
  const at = budget.parties.findIndex(({ key }) => key === cell.party)
  const place = cell.party === ownerKey ? 'owner' : at - 1
  return at === -1 ? null : `${row}, ${columnWords(labels, place, budget.parties[at]?.organisation ?? null)}`
}
