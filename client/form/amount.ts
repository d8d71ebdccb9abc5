/** U+202F, a thin space that never breaks the line: `10 256 000`. */
const thinSpace = '\u202f'

/** Largest amount a form may hold, as in `roots.ts`. */
const maxKronor = 999_999_999_999

/** What was typed, as whole kronor; or why it is not taken, so that the words can help. */
export type AmountReading =
  | {
      readonly kronor: number | null
      /** True where a unit was reckoned with, so that the result must be said. */
      readonly converted: boolean
    }
  | { readonly refused: AmountRefusal }

export type AmountRefusal =
  | { readonly kind: 'notAnAmount' }
  | { readonly kind: 'negative' }
  | { readonly kind: 'ore' }
  | { readonly kind: 'grouping' }
  | { readonly kind: 'tooLarge'; readonly max: number }
  /** `1 540,4` may be kronor with a slip of the finger, or thousands of kronor. */
  | { readonly kind: 'thousandsOrKronor'; readonly kronor: number; readonly thousands: number }

/** How many kronor one of each unit is, in powers of ten. */
const unitPowers: readonly (readonly [pattern: RegExp, power: number])[] = [
  [/(?:mkr|mnkr|msek|mn kr|milj\.?|miljon|miljoner)(?: kr| kronor)?$/, 6],
  [/(?:tkr|ksek|tusen)(?: kr| kronor)?$/, 3],
  [/(?:kr\.?|kronor|sek)$/, 0],
]

/**
 * Reads an amount as officials write it: `10 256 000 kr`, `10.256.000:-`, `1 540,4 tkr`, `10,3 mkr`. What has two
 * readings is refused rather than guessed: `10.256`, `1 540,4` without a unit. Empty text is no answer.
 */
export function readAmount(text: string): AmountReading {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[,:.]?\s?-$/, '')
  if (plain === '')
    return text.trim() === '' ? { kronor: null, converted: false } : refuse({ kind: 'notAnAmount' })
  const unit = unitPowers.find(([pattern]) => pattern.test(plain))
  const figures = unit ? plain.replace(unit[0], '').trim() : plain
  if (/^- ?\d/.test(figures)) return refuse({ kind: 'negative' })
  if (!/^\d[\d ., ]*$/.test(figures)) return refuse({ kind: 'notAnAmount' })
  return readFigures(figures, unit?.[1] ?? 0)
}

function readFigures(figures: string, power: number): AmountReading {
  const parts = splitDecimals(figures, power)
  if (parts === null) return refuse({ kind: 'grouping' })
  const decimals = parts.decimals.replace(/0+$/, '')
  if (decimals.length > power) {
    const thousands = kronorOf(parts.whole, decimals, 3)
    if (power === 0 && parts.decimals.length === 1 && thousands <= maxKronor) {
      return refuse({ kind: 'thousandsOrKronor', kronor: Number(parts.whole), thousands })
    }
    return refuse({ kind: 'ore' })
  }
  const kronor = kronorOf(parts.whole, decimals, power)
  return kronor > maxKronor ? refuse({ kind: 'tooLarge', max: maxKronor }) : { kronor, converted: power > 0 }
}

/** Whole kronor and decimals as digits; null where the separators can be read in two ways, or in none. */
function splitDecimals(figures: string, power: number): { whole: string; decimals: string } | null {
  const marks = figures.match(/[.,]/g) ?? []
  const [first, last] = [marks.at(0), marks.at(-1)]
  if (first === undefined || last === undefined) return grouped(figures, ' ')
  const whole = figures.slice(0, figures.lastIndexOf(last))
  const decimals = figures.slice(figures.lastIndexOf(last) + 1)
  // Several of the same mark can only part groups (10.256.000); of two kinds, the last one begins the decimals.
  if (marks.length > 1) return first === last ? grouped(figures, last) : withDecimals(whole, first, decimals)
  // One mark before three digits: thousands to one reader, decimals to another. Only millions leave no doubt.
  if (decimals.length === 3 && !(last === ',' && power === 6)) return null
  return withDecimals(whole, ' ', decimals)
}

function withDecimals(whole: string, separator: string, decimals: string) {
  const group = grouped(whole, separator)
  return group === null || !/^\d*$/.test(decimals) ? null : { whole: group.whole, decimals }
}

/** Digits in groups of three, or without groups. */
function grouped(figures: string, separator: string): { whole: string; decimals: string } | null {
  const groups = figures.split(separator)
  const [first = '', ...rest] = groups
  const right = groups.length === 1 ? /^\d+$/.test(first) : /^\d{1,3}$/.test(first) && rest.every(isGroup)
  return right ? { whole: groups.join(''), decimals: '' } : null
}

function isGroup(digits: string): boolean {
  return /^\d{3}$/.test(digits)
}

function kronorOf(whole: string, decimals: string, power: number): number {
  return Number(whole + decimals.slice(0, power).padEnd(power, '0'))
}

function refuse(refused: AmountRefusal): AmountReading {
  return { refused }
}

/** `10 256 000`: groups of three with thin spaces that do not break. */
export function groupDigits(wholeNumber: number): string {
  return String(wholeNumber).replace(/\B(?=(?:\d{3})+$)/g, thinSpace)
}

/** `10 256 000 kr`. */
export function formatKronor(kronor: number): string {
  return `${groupDigits(kronor)}\u00a0kr`
}
