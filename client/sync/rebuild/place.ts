import * as Y from 'yjs'
import type { Piece } from './Replay.ts'

/** The piece that an item stands in; null when it is not here, or has been collected. */
export function pieceAt(doc: Y.Doc, id: Y.ID): Piece | null {
  if (id.clock >= Y.getState(doc.store, id.client)) return null
  let item: unknown = Y.getItem(doc.store, id)
  while (item instanceof Y.Item && item.parent instanceof Y.AbstractType) {
    const { parent } = item
    if (parent._item === null) return { section: Y.findRootTypeKey(parent), key: item.parentSub }
    item = parent._item
  }
  return null
}
