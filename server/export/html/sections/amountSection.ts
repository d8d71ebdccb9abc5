import type { AmountContent } from '../../../../shared/document/filledForm.ts'
import { type Html, html } from '../html.ts'
import { facts, prose } from '../prose.ts'
import { formWords } from '../words.ts'

/** The amount sought, whole and by year. */
export function amountSection({ total, perYear, note }: AmountContent): Html {
  const years = Object.entries(perYear).toSorted(([one], [other]) => Number(one) - Number(other))
  const amounts = facts([
    [formWords.amount, total === null ? '' : kronor(total)],
    ...years.map(([year, amount]) => [`${formWords.amount} ${year}`, kronor(amount)] as const),
  ])
  return html`${amounts}${prose(note)}`
}

/** In groups of three that no line breaks: `10 256 000 kr`. */
function kronor(amount: number): string {
  return `${String(amount).replaceAll(/\B(?=(?:\d{3})+$)/g, '\u00a0')}\u00a0${formWords.kronor}`
}
