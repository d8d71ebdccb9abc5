import * as Y from 'yjs'

/** A document that is there before a measurement begins. */
export interface LaidDocument {
  /** Small letters, digits and hyphens. */
  readonly name: string
  /** What was done to it, in order. The first update is the empty form. */
  readonly updates: readonly Uint8Array[]
}

/** All of a document as one update. */
export function stateOf({ updates }: LaidDocument): Uint8Array {
  const [first] = updates
  if (first && updates.length === 1) return first
  // Not `mergeUpdates`: of many small updates it takes minutes.
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return Y.encodeStateAsUpdate(doc)
}
