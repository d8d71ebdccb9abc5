import * as Y from 'yjs'
import { IdRanges } from './IdRanges.ts'

/** One update that the server has not acknowledged. */
export interface Unacknowledged {
  /** Where the outbox keeps it; null when the browser does not. */
  readonly key: number | null
  readonly update: Uint8Array
  /** It has been refused before, in another form, and was entered again. */
  readonly again: boolean
}

/** An update taken apart: what it brings and what it deletes. */
export interface Parts {
  readonly entry: Unacknowledged
  readonly items: readonly Y.Item[]
  readonly deletes: readonly { readonly client: number; readonly clock: number; readonly length: number }[]
}

export function partsOf(entry: Unacknowledged): Parts {
  try {
    const { structs, ds } = Y.decodeUpdate(entry.update)
    return {
      entry,
      items: structs.filter(struct => struct instanceof Y.Item),
      deletes: [...ds.clients].flatMap(([client, ranges]) =>
        ranges.map(({ clock, len }) => ({ client, clock, length: len })),
      ),
    }
  } catch {
    // Not an update, whatever damaged it: there is nothing in it to be read.
    return { entry, items: [], deletes: [] }
  }
}

/**
 * One of `unacknowledged` has been refused. Gives it and those after it that hang on it: the server would wait for ever
 * for the clock they continue, or for what they stand beside. The others can be sent as they are.
 */
export function poisoned(
  unacknowledged: readonly Unacknowledged[],
  refused: Unacknowledged,
): ReadonlySet<Unacknowledged> {
  const bad = new Set<Unacknowledged>()
  const lost = new IdRanges()
  const lostFrom = new Map<number, number>()
  for (const entry of unacknowledged.slice(unacknowledged.indexOf(refused))) {
    const { items, deletes } = partsOf(entry)
    const continues = items.some(
      ({ id }) => id.clock >= (lostFrom.get(id.client) ?? Number.POSITIVE_INFINITY),
    )
    const hangs =
      continues ||
      items.some(item => [item.origin, item.rightOrigin, item.parent].some(id => isLost(lost, id))) ||
      deletes.some(({ client, clock, length }) => lost.meets(client, clock, length))
    if (entry !== refused && !hangs) continue
    bad.add(entry)
    for (const { id, length } of items) {
      lost.add(id.client, id.clock, length)
      lostFrom.set(id.client, Math.min(id.clock, lostFrom.get(id.client) ?? id.clock))
    }
  }
  return bad
}

function isLost(lost: IdRanges, id: unknown): boolean {
  return id instanceof Y.ID && lost.has(id.client, id.clock)
}
