import * as Y from 'yjs'
import { replyRoots } from '../../../shared/consultation/replyDocument.ts'

/** An empty draft as the update that makes it: its prose is there, so that two people never make it twice. */
export function newReplyDraft(): { readonly doc: Y.Doc; readonly update: Uint8Array } {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const [key, shape] of replyRoots) {
      if (shape.type !== 'fields') continue
      for (const [name, field] of Object.entries(shape.fixed)) {
        if (field.is === 'prose') doc.getMap(key).set(name, new Y.Text())
      }
    }
  })
  return { doc, update: Y.encodeStateAsUpdate(doc) }
}
