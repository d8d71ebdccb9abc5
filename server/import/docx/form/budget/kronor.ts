/** Most that a cell of a budget holds (`roots.ts`). */
const mostKronor = 999_999_999_999

/** Whole kronor; null for what no cell of a budget can hold. */
export function kronor(value: number): number | null {
  const whole = Math.round(value)
  return whole >= 0 && whole <= mostKronor ? whole : null
}
