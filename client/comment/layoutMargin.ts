/** A card in the margin. Distances are pixels from the top of the margin. */
export interface Card {
  readonly id: string
  /** Top of what it is about. */
  readonly anchor: number
  readonly height: number
}

/** A card stands so far above the top of what it is about, so that their first lines are level. */
const rise = 16

/** Cards nearer to each other than `closest` are moved `apart`. */
const closest = 16
const apart = 20

/**
 * Where each card stands, in the order given. They come sorted by their anchors. The pivot, the one that is selected,
 * stands exactly at its anchor, or `lowered` pixels below; those after it are pushed downwards, those before it upwards.
 * Without one, the first stands at its anchor. Costs one pass.
 */
export function layoutMargin(cards: readonly Card[], pivotId: string | null, lowered = 0): readonly number[] {
  const tops = cards.map(({ anchor }) => anchor - rise)
  if (cards.length === 0) return tops
  const pivot = Math.max(
    0,
    cards.findIndex(({ id }) => id === pivotId),
  )
  tops[pivot] = (tops[pivot] ?? 0) + lowered
  for (let at = pivot + 1; at < cards.length; at += 1) {
    const above = (tops[at - 1] ?? 0) + (cards[at - 1]?.height ?? 0)
    if ((tops[at] ?? 0) < above + closest) tops[at] = above + apart
  }
  for (let at = pivot - 1; at >= 0; at -= 1) {
    const below = (tops[at + 1] ?? 0) - (cards[at]?.height ?? 0)
    if ((tops[at] ?? 0) > below - closest) tops[at] = below - apart
  }
  return tops
}
