import type { DeleteRanges, Id, Range } from './readUpdate.ts'

/** True when the element at `id` is among the deleted. */
export function names(deletes: DeleteRanges, id: Id): boolean {
  const ranges = deletes.get(id.client)
  if (!ranges) return false
  const range = ranges[firstEndingAfter(ranges, id.clock)]
  return range !== undefined && range.clock <= id.clock
}

/**
 * Cuts the `length` elements from `clock` on into stretches that lie wholly inside or wholly outside of `ranges`,
 * and tells each of them to `part`, in order.
 */
export function cutByRanges(
  ranges: readonly Range[],
  clock: number,
  length: number,
  part: (clock: number, length: number, isInside: boolean) => void,
): void {
  const end = clock + length
  let at = clock
  for (let i = firstEndingAfter(ranges, clock); at < end; i++) {
    const range = ranges[i]
    const insideFrom = Math.min(range?.clock ?? end, end)
    if (insideFrom > at) part(at, insideFrom - at, false)
    at = Math.max(at, insideFrom)
    if (range === undefined || at === end) return
    const insideTo = Math.min(range.clock + range.length, end)
    part(at, insideTo - at, true)
    at = insideTo
  }
}

function firstEndingAfter(ranges: readonly Range[], clock: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (range !== undefined && range.clock + range.length > clock) high = middle
    else low = middle + 1
  }
  return low
}
