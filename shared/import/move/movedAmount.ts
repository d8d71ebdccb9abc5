import { typedTotal } from '../../budget/amountInForm.ts'
import type { AmountContent } from '../../document/filledForm.ts'
import { rootShape } from '../../document/roots.ts'
import { fitsShape } from '../../document/value.ts'
import type { AmountSection } from '../../form/FormTemplate.ts'
import type { ReadNote } from '../ReadForm.ts'

interface MovedAmount {
  readonly content: AmountContent
  readonly notes: readonly ReadNote[]
}

/**
 * The amount in a form that asks for one instead of one a year: their sum, the years written beside it. What the sum
 * takes the place of is said in a note.
 */
export function movedAmount(content: AmountContent, to: AmountSection): MovedAmount {
  const years = Object.entries(content.perYear)
  if (to.perYear || years.length === 0) return { content, notes: [] }
  const total = typedTotal({ total: content.total, years: new Map(byNumber(content.perYear)) })
  const lines = years.map(([year, amount]) => `${year}: ${kronor(amount)}`)
  const instead = content.total !== null && content.total !== total ? [kronor(content.total)] : []
  return {
    content: {
      kind: 'amount',
      // Sums beyond all measure are no answer; the years say what there was.
      total: fits(to, total) ? total : null,
      note: [...(content.note === '' ? [] : [content.note]), ...lines].join('\n'),
      perYear: {},
    },
    notes: [{ kind: 'amountGuessed', said: [...instead, ...lines].join(', ') }],
  }
}

function fits(section: AmountSection, total: number | null): boolean {
  const shape = rootShape(section)
  const field = shape?.type === 'fields' ? shape.fixed.total : undefined
  return field !== undefined && field.is !== 'prose' && fitsShape(field, total)
}

function byNumber(years: Readonly<Record<number, number>>): [number, number][] {
  return Object.entries(years).map(([year, amount]) => [Number(year), amount])
}

/** As amounts are written in running text: `1 050 000 kr`, in groups that no line breaks. */
function kronor(amount: number): string {
  return `${String(amount).replaceAll(/\B(?=(?:\d{3})+$)/g, '\u00a0')}\u00a0kr`
}
