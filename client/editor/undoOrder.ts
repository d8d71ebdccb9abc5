import * as Y from 'yjs'

/** What one step of the undo stack put in and took out, as Yjs keeps it. */
export interface UndoStep {
  readonly insertions: DeleteSet
  readonly deletions: DeleteSet
}

type DeleteSet = Y.UndoManager['undoStack'][number]['deletions']

/**
 * Runs `undo`, which takes back `step`, so that what it puts back stands in the same order for everybody.
 *
 * Yjs puts a deleted block back as a copy, and copies its letters one by one, each between the copies of its old
 * neighbours. A letter that had been deleted and put back in the block before is there twice, the copy and the
 * dead original to its right, and both lead to the same new copy. So a letter between them gets a right neighbour
 * that stands to its left, and the others' documents set the letters in another order than mine for good
 * (yjs/yjs#699, open). While `undo` runs, such originals therefore do not know of their copies.
 */
export function inOneOrder<T>(doc: Y.Doc, step: UndoStep | undefined, undo: () => T): T {
  const hidden = step === undefined ? [] : originalsBesideTheirCopies(doc, step)
  for (const { item } of hidden) item.redone = null
  try {
    return undo()
  } finally {
    for (const { item, length, redone } of hidden) restore(doc, item, length, redone)
  }
}

interface Hidden {
  readonly item: Y.Item
  readonly length: number
  readonly redone: Y.ID
}

function originalsBesideTheirCopies(doc: Y.Doc, step: UndoStep): Hidden[] {
  const hidden: Hidden[] = []
  for (const parent of deletedParents(doc, step)) {
    for (let item = parent._start; item !== null; item = item.right) {
      const { redone } = item
      if (redone === null || copyOf(doc, redone)?.parent !== parent) continue
      // What the step itself put in or took out is found by its copy.
      if (Y.isDeleted(step.insertions, item.id) || Y.isDeleted(step.deletions, item.id)) continue
      hidden.push({ item, length: item.length, redone })
    }
  }
  return hidden
}

/** The deleted types that something in `step` was deleted from: those that will be put back as copies. */
function deletedParents(doc: Y.Doc, { deletions }: UndoStep): Set<Y.AbstractType<unknown>> {
  const parents = new Set<Y.AbstractType<unknown>>()
  for (const [client, ranges] of deletions.clients) {
    const structs = doc.store.clients.get(client) ?? []
    for (const { clock, len } of ranges) {
      for (let index = Y.findIndexSS(structs, clock); ; index += 1) {
        const struct = structs[index]
        if (struct === undefined || struct.id.clock >= clock + len) break
        const parent = struct instanceof Y.Item ? struct.parent : null
        if (parent instanceof Y.AbstractType && parent._item?.deleted) parents.add(parent)
      }
    }
  }
  return parents
}

function copyOf(doc: Y.Doc, id: Y.ID): Y.Item | null {
  const structs = doc.store.clients.get(id.client)
  const copy = structs?.[Y.findIndexSS(structs, id.clock)]
  return copy instanceof Y.Item ? copy : null
}

/** In pieces, where the item has been split meanwhile. */
function restore(doc: Y.Doc, item: Y.Item, length: number, redone: Y.ID): void {
  const { client, clock } = item.id
  const structs = doc.store.clients.get(client) ?? []
  for (let index = Y.findIndexSS(structs, clock); ; index += 1) {
    const piece = structs[index]
    if (!(piece instanceof Y.Item) || piece.id.clock >= clock + length) return
    piece.redone ??= Y.createID(redone.client, redone.clock + piece.id.clock - clock)
  }
}
