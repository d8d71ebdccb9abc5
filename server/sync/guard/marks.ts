import * as Y from 'yjs'
import { commentKey, threadOfMark } from '../../../shared/document/nodes/commentKey.ts'

/** Whether the mark with this key may be that of a thread; for null, whether it may end there. */
export type MayMark = (key: string, thread: string | null) => boolean

/**
 * Only the program makes a mark, but editors write it anew with the words that they split, join and move: anybody who
 * may write may bring one of a thread that is known. `threadOf` gives the thread that has this key.
 */
export function marksOf(threadOf: (key: string) => string | null): MayMark {
  return (key, thread) => {
    const known = threadOf(key)
    return known !== null && (thread === null || thread === known)
  }
}

/** Any thread's, if the key is the thread's own. */
export const anyMarks: MayMark = (key, thread) => thread === null || key === commentKey(thread)

/**
 * The same, and marks that stand in the text already: whoever splits a paragraph must be let in also where its thread is
 * unknown, as beside records that have been put back from a backup of the day before.
 */
export function orAsItStands(mayMark: MayMark, store: Y.Doc['store']): MayMark {
  const found = new Map<string, boolean>()
  return (key, thread) => {
    if (mayMark(key, thread)) return true
    const mark = `${key} ${thread}`
    const isThere = found.get(mark) ?? stands(store, key, thread)
    found.set(mark, isThere)
    return isThere
  }
}

function stands(store: Y.Doc['store'], key: string, thread: string | null): boolean {
  for (const structs of store.clients.values()) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentFormat)) continue
      const { content } = struct
      if (content.key === key && (thread === null || threadOfMark(content.value) === thread)) return true
    }
  }
  return false
}
