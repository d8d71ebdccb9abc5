import type { FieldFormat } from '../form/fields/format.ts'

/** Largest share of full time of one row, as in `roots.ts`: a hundred persons. */
const maxPercent = 10_000

/** A share of full time (*tjänst i %*), whole per cent: `100`, `50 %`. */
export const percentFormat: FieldFormat = {
  read(text) {
    const plain = text
      .normalize('NFKC')
      .replace(/\s+/g, '')
      .replace(/(?:%|procent)$/i, '')
    if (plain === '') return text.trim() === '' ? { value: null } : { refused: { kind: 'notAPercent' } }
    if (!/^\d{1,9}$/.test(plain)) return { refused: { kind: 'notAPercent' } }
    const percent = Number(plain)
    return percent <= maxPercent ? { value: percent } : { refused: { kind: 'tooLarge', max: maxPercent } }
  },
  show: value => (typeof value === 'number' ? String(value) : ''),
  keys: 'numeric',
  width: 8,
}
