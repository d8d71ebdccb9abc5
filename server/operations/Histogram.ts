/**
 * How often something took how long, in fixed classes. Made for the hot path: `observe` allocates nothing.
 * Read by `/metrics`.
 */
export class Histogram {
  /** Upper bounds of the classes in seconds, rising; what is above the last is in `count` only. */
  readonly bounds: readonly number[]
  /** Observations in each class, not cumulative; the last place is for those above every bound. */
  readonly counts: Float64Array
  /** Seconds in all. */
  sum = 0
  /** Observations in all. */
  count = 0

  constructor(bounds: readonly number[]) {
    this.bounds = bounds
    this.counts = new Float64Array(bounds.length + 1)
  }

  observe(seconds: number): void {
    const { bounds, counts } = this
    let place = 0
    while (place < bounds.length && seconds > (bounds[place] as number)) place += 1
    counts[place] = (counts[place] as number) + 1
    this.sum += seconds
    this.count += 1
  }
}
