/** What amounts of a file are in. */
export type FileUnit = 'kr' | 'tkr'

/** Largest amount that a budget may hold, as in `roots.ts`. */
const maxKronor = 999_999_999_999

/** A number that is so near a whole one differs from it only because computers count in halves. */
const asGoodAsWhole = 1e-6

export type UntakenWhy = 'negative' | 'fraction' | 'tooLarge'

/** An amount of a file in whole kronor, or why it is not taken. */
export function kronorOf(
  value: number,
  unit: FileUnit,
): { readonly kronor: number } | { readonly why: UntakenWhy } {
  const exact = unit === 'tkr' ? value * 1000 : value
  const kronor = Math.round(exact)
  if (kronor < 0 || exact < -asGoodAsWhole) return { why: 'negative' }
  if (Math.abs(exact - kronor) > asGoodAsWhole) return { why: 'fraction' }
  return kronor > maxKronor ? { why: 'tooLarge' } : { kronor }
}
