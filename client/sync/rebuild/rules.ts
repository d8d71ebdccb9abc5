import * as Y from 'yjs'
import { copiesIn } from './copies.ts'
import { IdRanges } from './IdRanges.ts'
import type { Parts } from './poisoned.ts'
import type { ReplayRules } from './Replay.ts'

/**
 * What of `updates` may be entered again. All of it but what `barred` brings and deletes. Where text of
 * that one was deleted by a later one, it may have been moved and then moved on, or back: its deletes count, or that
 * text would stand there twice.
 *
 * `whole` has all of them applied; `known` is what the server has, by client.
 */
export function rulesOf(
  whole: Y.Doc,
  updates: readonly Parts[],
  barred: Parts | null,
  known: ReadonlyMap<number, number>,
): ReplayRules {
  const isKnown = (client: number, clock: number) => clock < (known.get(client) ?? 0)
  const later = updates.filter(parts => parts !== barred)
  const isMovedOn = barred !== null && deletesText(later, barred)
  const rules = {
    mine: new IdRanges(),
    barred: new IdRanges(),
    deletes: new IdRanges(),
    copies: copiesIn(whole, isMovedOn ? later : updates, isKnown),
  }
  for (const parts of updates) {
    const ranges = parts === barred ? rules.barred : rules.mine
    for (const { id, length } of parts.items) ranges.add(id.client, id.clock, length)
    if (parts === barred && !isMovedOn) continue
    for (const { client, clock, length } of parts.deletes) rules.deletes.add(client, clock, length)
  }
  return rules
}

function deletesText(updates: readonly Parts[], { items }: Parts): boolean {
  const texts = new IdRanges()
  for (const { id, length, content } of items) {
    if (content instanceof Y.ContentString) texts.add(id.client, id.clock, length)
  }
  return updates.some(({ deletes }) =>
    deletes.some(({ client, clock, length }) => texts.meets(client, clock, length)),
  )
}
