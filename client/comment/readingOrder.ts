/** Where something stands on the page. */
interface OnPage {
  readonly id: string
  readonly top: number
  readonly left: number
  readonly order: number
}

/** From the top of the page, as it is read. */
export function inReadingOrder<T extends OnPage>(places: readonly T[]): readonly T[] {
  return [...places].sort(
    (one, other) => one.top - other.top || one.left - other.left || one.order - other.order,
  )
}

/**
 * The order to draw in: `now`, but while somebody is in one of them none that is drawn already changes places with
 * another, since an element that is moved loses its focus.
 */
export function drawingOrder(
  before: readonly string[],
  now: readonly string[],
  isBusy: boolean,
): readonly string[] {
  if (before.length === now.length && before.every((id, at) => id === now[at])) return before
  if (!isBusy) return now
  const known = new Set(before)
  const here = new Set(now)
  const kept = before.filter(id => here.has(id))
  let next = 0
  return now.map(id => {
    if (!known.has(id)) return id
    const standing = kept[next] ?? id
    next += 1
    return standing
  })
}
