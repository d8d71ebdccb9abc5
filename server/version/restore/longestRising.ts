/** The places of a longest rising row among `values`, in order. */
export function longestRising(values: readonly number[]): number[] {
  /** Of the rows of each length, the place of the lowest last value. */
  const lasts: number[] = []
  const previous = new Map<number, number>()
  for (const [place, value] of values.entries()) {
    let low = 0
    let high = lasts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[lasts[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    const before = lasts[low - 1]
    if (before !== undefined) previous.set(place, before)
    lasts[low] = place
  }
  const rising: number[] = []
  for (let place = lasts.at(-1); place !== undefined; place = previous.get(place)) rising.push(place)
  return rising.reverse()
}
