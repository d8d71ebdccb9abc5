import * as Y from 'yjs'
import { otherRows, readAmountKey, readShareKey } from '../../shared/budget/budgetKeys.ts'
import { readBudget } from '../../shared/budget/readBudget.ts'
import { ownerKey } from '../../shared/document/roots.ts'
import type { BudgetSection, FormTemplate } from '../../shared/form/FormTemplate.ts'

/**
 * What a cell of the budget says now, with its row and its column: `3 690 000 kr, Processledare, Heby kommun`. `cell` is
 * the key of an amount or a year, or `‹row key›.‹field›`. Null when there is no such cell.
 */
export function budgetQuote(
  doc: Y.Doc,
  form: FormTemplate,
  section: BudgetSection,
  cell: string,
): string | null {
  const { labels } = section.budget
  const root = doc.getMap(section.key)
  const { lines, parties } = readBudget(doc, form)
  const row = (key: string) => {
    const line = lines.find(line => line.key === key)
    return line ? (line.label ?? labels.blocks[line.block]) : null
  }
  const saying = (value: string, ...place: readonly (string | null)[]) =>
    place.includes(null) ? null : [value, ...place].filter(part => part !== '').join(', ')

  const [key = '', name = ''] = cell.split('.')
  const item = root.get(key)
  if (item instanceof Y.Map && fields.includes(name)) {
    return saying(fieldWords(name, item.get(name)), name === 'label' ? '' : row(key))
  }
  const amount = readAmountKey(cell)
  if (amount) {
    const at = parties.findIndex(party => party.key === amount.party)
    const role = amount.party === ownerKey ? labels.owner : labels.partner.replace('{number}', String(at))
    const party = at === -1 ? null : (parties[at]?.organisation ?? role)
    return saying(kronor(root.get(cell)), row(amount.line), party)
  }
  const share = readShareKey(cell)
  if (!share) return null
  const line = share.line === otherRows ? labels.otherPerYear : row(share.line)
  return saying(kronor(root.get(cell)), line, String(share.year))
}

const fields = ['label', 'percent', 'from', 'to', 'specification']

function fieldWords(name: string, value: unknown): string {
  if (typeof value === 'number') return name === 'percent' ? `${value}\u00a0%` : String(value)
  return typeof value === 'string' ? value : ''
}

/** As it is written here, with spaces that do not break. */
function kronor(value: unknown): string {
  if (typeof value !== 'number') return ''
  return `${String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, '\u00a0')}\u00a0kr`
}
