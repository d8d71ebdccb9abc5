import * as Y from 'yjs'
import { IdRanges } from './IdRanges.ts'
import type { Parts } from './poisoned.ts'

/**
 * What updates have only moved: to split or join paragraphs an editor deletes text and writes the same text anew.
 * Where neither is let in, the text stands where it stood, and need not be left over as well.
 *
 * `whole` has all updates applied and keeps what they delete; `isKnown` tells what the server has.
 */
export function copiesIn(
  whole: Y.Doc,
  updates: readonly Parts[],
  isKnown: (client: number, clock: number) => boolean,
): IdRanges {
  const copies = new IdRanges()
  for (const { items, deletes } of updates) {
    const deleted = deletes
      .map(({ client, clock, length }) => textAt(whole, client, clock, length, isKnown))
      .join('')
    for (const { id, length, content } of items) {
      if (content instanceof Y.ContentString && isCopy(content.str, deleted)) {
        copies.add(id.client, id.clock, length)
      }
    }
  }
  return copies
}

/** One letter may be in what was deleted by chance, typed over what was marked. */
function isCopy(text: string, deleted: string): boolean {
  return text.length > 1 ? deleted.includes(text) : text === deleted
}

function textAt(
  doc: Y.Doc,
  client: number,
  clock: number,
  length: number,
  isKnown: (client: number, clock: number) => boolean,
): string {
  let text = ''
  for (let at = clock; at < clock + length; ) {
    if (at >= Y.getState(doc.store, client)) break
    const item: unknown = Y.getItem(doc.store, Y.createID(client, at))
    if (!(item instanceof Y.Item)) break
    const end = Math.min(item.id.clock + item.length, clock + length)
    const { content } = item
    if (content instanceof Y.ContentString && isKnown(client, at)) {
      text += content.str.slice(at - item.id.clock, end - item.id.clock)
    }
    at = end
  }
  return text
}
