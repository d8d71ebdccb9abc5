/** The middle one of some numbers; NaN of none. */
export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

/** The number that `percent` of the numbers do not exceed, by nearest rank; NaN of none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}

export function rounded(value: number, decimals = 1): number {
  return Number(value.toFixed(decimals))
}
