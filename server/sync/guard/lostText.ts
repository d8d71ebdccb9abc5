import * as Y from 'yjs'
import type { DeletedText } from './DeletedText.ts'
import { type DocumentPlaces, parentOf } from './DocumentPlaces.ts'
import type { Graves } from './Graves.ts'
import { cutByRanges } from './ranges.ts'
import type { DeleteRanges } from './readUpdate.ts'

/**
 * What somebody typed that has no place in the text any more, since the block that it stood in was deleted by
 * somebody who had not seen it.
 */
export interface LostText {
  /** Key of the section; null when it cannot be told any more. */
  readonly section: string | null
  /** The client id that typed it. */
  readonly clientId: number
  /** Stands for one author's lost text of one deleted text, and never for another. */
  readonly block: string
  /**
   * All that is lost of it so far, in the order of the text: it takes the place of what was told of the same block
   * before. Empty when it is not lost any longer, because its author has deleted it again.
   */
  readonly text: string
}

type Type = Y.AbstractType<unknown>

/**
 * Lays into `graves` every type that the transaction has deleted, before Yjs collects them, and reports the text
 * in them that `deletes` do not name: Yjs deletes what stands in a deleted type whether or not it has been seen.
 * Without `deletes` it is the server's own transaction, and the server has seen everything.
 */
export function buryDeleted(
  transaction: Y.Transaction,
  deletes: DeleteRanges | null,
  places: DocumentPlaces,
  graves: Graves,
): void {
  const unseen = new Map<Type, () => void>()
  for (const type of deletedTypes(transaction)) {
    const authors = new Set<number>()
    const grave = bury(type, deletes, places, graves, authors)
    if (!grave || authors.size === 0) continue
    unseen.set(type, () => {
      for (const author of authors) graves.report(grave, author)
    })
  }
  for (const type of inDocumentOrder(new Set(unseen.keys()))) unseen.get(type)?.()
}

/** Lays one type down; adds to `authors` those whose text in it has not been seen. */
function bury(
  type: Type,
  deletes: DeleteRanges | null,
  places: DocumentPlaces,
  graves: Graves,
  authors: Set<number>,
): DeletedText | null {
  if (type._item === null) return null
  const isText = type instanceof Y.Text
  const grave = graves.open(type._item.id, places.sectionOf(type), isText)
  if (!isText) return grave
  for (let item = type._start; item !== null; item = item.right) {
    const { client, clock } = item.id
    // What had been deleted before has no content any more, and what is no text has nothing to lose.
    const text = item.content instanceof Y.ContentString ? item.content.str : null
    if (text === null || deletes === null) {
      graves.append(grave.last, item.id, item.length, '')
      continue
    }
    cutByRanges(deletes.get(client) ?? [], clock, item.length, (from, length, isNamed) => {
      const kept = isNamed ? '' : text.slice(from - clock, from - clock + length)
      graves.append(grave.last, { client, clock: from }, length, kept)
      if (!isNamed) authors.add(client)
    })
  }
  return grave
}

function deletedTypes(transaction: Y.Transaction): Type[] {
  const types: Type[] = []
  for (const [client, ranges] of transaction.deleteSet.clients) {
    const structs = transaction.doc.store.clients.get(client) ?? []
    for (const { clock, len } of ranges) {
      for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
        const struct = structs[i]
        if (struct === undefined || struct.id.clock >= clock + len) break
        if (struct instanceof Y.Item && struct.content instanceof Y.ContentType)
          types.push(struct.content.type)
      }
    }
  }
  return types
}

/** The same types in the order in which they stand, root by root. */
function inDocumentOrder(types: ReadonlySet<Type>): Iterable<Type> {
  if (types.size < 2) return types
  const ordered = new Set<Type>()
  for (const type of types) {
    // Visiting a root finds all of its types at once.
    if (!ordered.has(type)) visit(topOf(type), visited => types.has(visited) && ordered.add(visited))
    // Found or not, what is lost is told.
    ordered.add(type)
  }
  return ordered
}

function visit(type: Type, see: (type: Type) => void): void {
  see(type)
  for (let item = type._start; item !== null; item = item.right) {
    if (item.content instanceof Y.ContentType) visit(item.content.type, see)
  }
  for (const current of type._map.values()) {
    // Values that have been replaced stand to the left of the current one.
    for (let item: Y.Item | null = current; item !== null; item = item.left) {
      if (item.content instanceof Y.ContentType) visit(item.content.type, see)
    }
  }
}

function topOf(type: Type): Type {
  let top = type
  while (top._item !== null) top = parentOf(top._item)
  return top
}
