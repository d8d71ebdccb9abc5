/** An amount as it is written in a file. */
export interface WrittenAmount {
  /** Whole kronor. */
  readonly kronor: number
  /** Where it stands. */
  readonly index: number
  readonly length: number
  /** It says that it is money; a number alone can be something else. */
  readonly hasUnit: boolean
  /** It is in thousands or millions. */
  readonly isReckoned: boolean
}

const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:tkr|tusen(?: kronor| kr)?|kkr|tsek)$/i, 1000],
  [/^(?:mkr|mnkr|msek|miljon(?:er)?(?: kronor| kr)?)$/i, 1_000_000],
]

/** Largest amount that a form may have (`roots.ts`). */
const largest = 999_999_999_999

const written =
  /(?<![\d.,])(\d{1,3}(?:[\s.’']\d{3})+|\d+)(?:,(\d{1,3}))?(?::-|,-)?(?:\s*(kronor|kr|sek|tkr|kkr|tsek|tusen(?: kronor| kr)?|mkr|mnkr|msek|miljon(?:er)?(?: kronor| kr)?)(?!\p{L}))?(?![\d%])/giu

/** The amounts in a line: `10 256 000 kr`, `10.256.000:-`, `1 540,4 tkr`, `1,5 miljoner kronor`. */
export function amountsIn(text: string): readonly WrittenAmount[] {
  return [...text.matchAll(written)].flatMap(match => {
    const [whole, digits = '', decimals = '', unit = ''] = match
    const times = units.find(([pattern]) => pattern.test(unit))?.[1] ?? 1
    const number = Number(`${digits.replace(/\D/g, '')}.${decimals || '0'}`)
    const kronor = times > 1 ? Math.round(number * times) : number
    if (!Number.isInteger(kronor) || kronor > largest) return []
    const hasUnit = unit !== '' || whole.endsWith(':-') || whole.endsWith(',-')
    return [{ kronor, index: match.index, length: whole.length, hasUnit, isReckoned: times > 1 }]
  })
}
