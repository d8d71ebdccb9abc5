import * as Y from 'yjs'

/** Two people with a document each, in one process: what one writes reaches the other when the test says so. */
export interface Writers {
  readonly anna: Y.Doc
  readonly bo: Y.Doc
  /** Everything reaches everybody. */
  meet(): void
}

/** `seed` fills the document as the server would, before anybody joins. Anna's client id is the lower. */
export function writers(seed: (doc: Y.Doc) => void = () => {}): Writers {
  const server = new Y.Doc()
  server.clientID = 1
  server.transact(() => seed(server))
  const [anna, bo] = [new Y.Doc(), new Y.Doc()]
  anna.clientID = 10
  bo.clientID = 20
  for (const doc of [anna, bo]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
  return {
    anna,
    bo,
    meet() {
      const [fromAnna, fromBo] = [Y.encodeStateAsUpdate(anna), Y.encodeStateAsUpdate(bo)]
      Y.applyUpdate(bo, fromAnna)
      Y.applyUpdate(anna, fromBo)
    },
  }
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
