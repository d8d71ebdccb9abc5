/** What is drawn: an entry, or so many in a row that have not changed. */
export type Shown<Entry> =
  | { readonly is: 'entry'; readonly entry: Entry; readonly at: number }
  | { readonly is: 'folded'; readonly entries: readonly Entry[]; readonly at: number }

/** Fewer than this are not worth a button. */
const fewestFolded = 3

/** Long stretches without a change, folded but for the one before and the one after what has changed. */
export function foldUnchanged<Entry extends { readonly is: string }>(
  entries: readonly Entry[],
): readonly Shown<Entry>[] {
  const isNear = (at: number) =>
    [at - 1, at, at + 1].some(near => entries[near] !== undefined && entries[near].is !== 'unchanged')
  const shown: Shown<Entry>[] = []
  let at = 0
  while (at < entries.length) {
    let end = at
    while (end < entries.length && !isNear(end)) end += 1
    if (end - at >= fewestFolded) shown.push({ is: 'folded', entries: entries.slice(at, end), at })
    else {
      end = Math.max(end, at + 1)
      for (const [nth, entry] of entries.slice(at, end).entries())
        shown.push({ is: 'entry', entry, at: at + nth })
    }
    at = end
  }
  return shown
}
