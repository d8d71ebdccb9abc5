import * as Y from 'yjs'
import { replyRoots } from '../../../shared/consultation/replyDocument.ts'
import { itemsIn } from '../../../shared/document/items.ts'
import { quoteMaxLength, type Thread } from '../../../shared/http/comments.ts'
import { remarkMaxLength } from '../../../shared/http/replies.ts'
import { addItem } from '../../form/items/items.ts'
import { fieldEdit } from '../../sync/LiveDocument.ts'

/** What a new remark has in it. */
export const remarkShapes = itemShapes('remarks')

/** The comments of a party in a round that are not remarks of its answer yet, in the order given. */
export function threadsToGather(
  threads: readonly Thread[],
  partyId: string,
  round: number,
  gathered: ReadonlySet<string>,
): readonly Thread[] {
  return threads.filter(
    thread =>
      thread.round === round &&
      thread.internalTo === partyId &&
      !gathered.has(thread.id) &&
      thread.posts[0]?.deletedAt === null,
  )
}

/** The threads that stand in the draft as remarks. */
export function gatheredIn(doc: Y.Doc): ReadonlySet<string> {
  const gathered = new Set<string>()
  for (const { map } of itemsIn(doc.getMap('remarks'))) {
    const thread = map.get('thread')
    if (typeof thread === 'string') gathered.add(thread)
  }
  return gathered
}

/** Makes a remark of a comment, last among the others: `words` as they are read. One that is there already stays alone. */
export function gather(doc: Y.Doc, thread: Thread, words: string): void {
  if (gatheredIn(doc).has(thread.id)) return
  const { place } = thread
  doc.transact(() => {
    const key = addItem(doc, 'remarks', remarkShapes, {
      section: place.section,
      thread: thread.id,
      quote: 'quote' in place ? place.quote.slice(0, quoteMaxLength) : '',
    })
    const map = doc.getMap('remarks').get(key)
    const text = map instanceof Y.Map ? map.get('text') : null
    if (text instanceof Y.Text) text.insert(0, words.slice(0, remarkMaxLength))
  }, fieldEdit)
}

/** What the items of a root have in them. */
export function itemShapes(root: 'remarks' | 'attachments') {
  const shape = replyRoots.get(root)
  return shape?.type === 'fields' ? (shape.items ?? {}) : {}
}
