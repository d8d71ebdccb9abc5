import type { Entry, JoinedEntry, SplitEntry } from '../../../shared/version/compare/comparison.ts'

/** What has become of that which stood at a place before it was moved from there; null where nothing has. */
export function movedFrom<Item, Difference>(
  entries: readonly (Entry<Item, Difference> | SplitEntry | JoinedEntry)[],
  from: number,
): Difference | null {
  for (const entry of entries) if (entry.is === 'moved' && entry.from === from) return entry.difference
  return null
}

/** Whether an entry was moved together with the one before it, which has said so. */
export function movedTogether<Item, Difference>(
  entries: readonly (Entry<Item, Difference> | SplitEntry | JoinedEntry)[],
  at: number,
): boolean {
  const [entry, previous] = [entries[at], entries[at - 1]]
  return entry?.is === 'moved' && previous?.is === 'moved' && previous.change === entry.change
}
