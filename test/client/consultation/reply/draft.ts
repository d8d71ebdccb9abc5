import * as Y from 'yjs'
import { addItem } from '../../../../client/form/items/items.ts'
import { replyRoots } from '../../../../shared/consultation/replyDocument.ts'
import type { Thread } from '../../../../shared/http/comments.ts'

/** An empty draft, as the server begins it. */
export function emptyDraft(): Y.Doc {
  const doc = new Y.Doc()
  for (const [root, shape] of replyRoots) {
    if (shape.type !== 'fields') continue
    for (const [name, field] of Object.entries(shape.fixed)) {
      if (field.is === 'prose') doc.getMap(root).set(name, new Y.Text())
    }
  }
  return doc
}

/** Writes in a prose field of the draft: of a root, or of an item in it. */
export function write(doc: Y.Doc, root: string, path: readonly string[], words: string): void {
  let value: unknown = doc.getMap(root)
  for (const key of path) value = value instanceof Y.Map ? value.get(key) : null
  if (!(value instanceof Y.Text)) throw new Error(`No text at ${root}/${path.join('/')}`)
  value.insert(value.length, words)
}

/** Adds a remark, as the button does. */
export function addRemark(doc: Y.Doc, section: string | null, words: string): string {
  const shape = replyRoots.get('remarks')
  const key = addItem(doc, 'remarks', (shape?.type === 'fields' && shape.items) || {}, { section })
  write(doc, 'remarks', [key, 'text'], words)
  return key
}

const who = { personId: 'elin', name: 'Elin Norgren', title: '', partyId: 'fk', isGuest: false }

/** A comment that Försäkringskassan has made in the first round, on words of the text. */
export function thread(id: string, more: Partial<Thread> = {}): Thread {
  return {
    id,
    place: { is: 'text', section: 'purpose', quote: 'tre år', before: '', after: '' },
    internalTo: 'fk',
    isMaterial: false,
    assignee: null,
    resolved: null,
    round: 1,
    released: null,
    posts: [
      {
        id: `${id}post`,
        by: who,
        at: '2024-04-08T08:00:00Z',
        text: 'Vi vill ha två.',
        editedAt: null,
        deletedAt: null,
      },
    ],
    ...more,
  }
}
