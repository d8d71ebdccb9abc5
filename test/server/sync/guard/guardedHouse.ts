import * as Y from 'yjs'
import { GuardedDocument } from '../../../../server/sync/guard/GuardedDocument.ts'
import type { LostText } from '../../../../server/sync/guard/lostText.ts'
import { marksOf } from '../../../../server/sync/guard/marks.ts'
import { commentKey } from '../../../../shared/document/nodes/commentKey.ts'
import type { RootShape } from '../../../../shared/document/roots.ts'

/** Two rich sections and two structured ones, of every shape that a form has. */
export const roots: ReadonlyMap<string, RootShape> = new Map<string, RootShape>([
  ['background', { type: 'blocks' }],
  ['purpose', { type: 'blocks' }],
  [
    'goals',
    {
      type: 'fields',
      fixed: {},
      items: { text: { is: 'prose' }, level: { is: 'oneOf', values: ['overall', 'effect'] } },
    },
  ],
  [
    'participants',
    {
      type: 'fields',
      fixed: {
        text: { is: 'prose' },
        name: { is: 'line', maxLength: 20 },
        atATime: { is: 'wholeNumber', max: 1000 },
        start: { is: 'day' },
      },
      perYear: { is: 'wholeNumber', max: 1000 },
      perParty: { email: { is: 'line', maxLength: 20 } },
    },
  ],
])

export const seedId = 1

/** A paragraph with text, as the binding makes it. */
export function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  const characters = new Y.XmlText()
  characters.insert(0, text)
  element.insert(0, [characters])
  return element
}

/** The text of the `index`th block of a section. */
export function textIn(doc: Y.Doc, root: string, index: number): Y.XmlText {
  const block = doc.getXmlFragment(root).get(index)
  const text = block instanceof Y.XmlElement ? block.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error(`No text in block ${index} of ${root}`)
  return text
}

/** The id of the item that holds a type. */
export function idOf(type: { readonly _item: Y.Item | null }): Y.ID {
  if (type._item === null) throw new Error('A root has no id')
  return type._item.id
}

/** What the server seeds: every rich root has its blocks, every fixed prose is there. Client id `seedId`. */
export function seedState(blocks: readonly string[]): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = seedId
  for (const root of ['background', 'purpose']) doc.getXmlFragment(root).push(blocks.map(paragraph))
  doc.getMap('participants').set('text', new Y.Text(''))
  return Y.encodeStateAsUpdate(doc)
}

/** Gives every root its type, as a client does before it draws anything. */
export function nameRoots(doc: Y.Doc): void {
  for (const [root, shape] of roots) {
    if (shape.type === 'blocks') doc.getXmlFragment(root)
    else doc.getMap(root)
  }
}

/** A server's document with people around it who write by plain Yjs and send when they are told to. */
export class GuardedHouse {
  readonly doc = new Y.Doc()
  readonly guarded: GuardedDocument

  /** Ids of the threads that all may see. */
  readonly threads: string[] = []
  readonly #mayMark = marksOf(key => this.threads.find(thread => commentKey(thread) === key) ?? null)

  /** `state` is what is on disk when the document is opened. */
  constructor(state: Uint8Array = seedState(['Ett stycke', 'Ett annat'])) {
    Y.applyUpdate(this.doc, state)
    this.guarded = new GuardedDocument(this.doc, roots)
  }

  /** Somebody who has opened the document as it is now. */
  person(clientId: number): Y.Doc {
    const doc = new Y.Doc()
    doc.clientID = clientId
    nameRoots(doc)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.doc))
    return doc
  }

  /** What `change` makes of her document, as one update. */
  updateOf(doc: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array {
    const updates: Uint8Array[] = []
    const keep = (update: Uint8Array) => updates.push(update)
    doc.on('update', keep)
    doc.transact(() => change(doc))
    doc.off('update', keep)
    return Y.mergeUpdates(updates)
  }

  check(update: Uint8Array, mayWriteAs: (id: number) => boolean = () => true) {
    return this.guarded.check(update, { mayWriteAs, mayTouch: () => true, mayMark: this.#mayMark })
  }

  /** Takes an update that must be honest; gives back what is lost by it. */
  take(update: Uint8Array, kind: 'update' | 'syncStep2' = 'update'): LostText[] {
    const verdict = this.check(update)
    if (!verdict.ok) throw new Error(`Refused: ${verdict.refusal}`)
    return this.guarded.apply(update, kind)
  }
}
