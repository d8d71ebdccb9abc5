import { getSchema, Node } from '@tiptap/core'
import { type Command, EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { type Host, SectionBinding } from '../../../client/editor/binding/SectionBinding.ts'
import { DocText } from '../../../client/editor/comments/docText.ts'
import { editorNodes } from '../../../client/editor/editorNodes.ts'
import { createUndo } from '../../../client/editor/undo.ts'
import type { Block } from '../../../shared/document/blockContent.ts'
import { writeBlocks } from '../../../shared/document/blocks.ts'
import type { RootShape } from '../../../shared/document/roots.ts'

/** A sum of the budget says which it is. */
const nodes = editorNodes(hash => `/images/${hash}`).map(node =>
  node instanceof Node && node.name === 'budgetFigure'
    ? node.configure({ words: (sum: string) => `«${sum}»` })
    : node,
)

export const schema = getSchema(nodes)

const roots: ReadonlyMap<string, RootShape> = new Map<string, RootShape>([
  ['text', { type: 'blocks' }],
  ['other', { type: 'blocks' }],
  ['fields', { type: 'fields', fixed: { value: { is: 'line', maxLength: 99 }, note: { is: 'prose' } } }],
])

/** One person with one editor on the root `text`, without a browser. */
export class Peer implements Host {
  readonly doc = new Y.Doc()
  readonly undo: Y.UndoManager
  readonly binding: SectionBinding
  editable = true
  state: EditorState
  /** Updates that this peer has made itself. */
  readonly written: Uint8Array[] = []

  constructor(clientId: number, start: Uint8Array, root = 'text') {
    this.doc.clientID = clientId
    Y.applyUpdate(this.doc, start)
    this.undo = createUndo(this.doc, roots)
    this.doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (local) this.written.push(update)
    })
    this.binding = new SectionBinding(this.doc.getXmlFragment(root), this.undo)
    this.state = EditorState.create({ doc: this.binding.read(schema) })
    this.binding.attach(this)
  }

  get fragment(): Y.XmlFragment {
    return this.doc.getXmlFragment('text')
  }

  dispatch(transaction: Transaction): void {
    this.state = this.state.apply(transaction)
    this.binding.stateChanged()
  }

  run(command: Command): boolean {
    return command(this.state, transaction => this.dispatch(transaction))
  }

  /** Puts the caret right after the first occurrence of `text`. */
  caretAfter(text: string): this {
    return this.select(this.find(text) + text.length)
  }

  caretBefore(text: string): this {
    return this.select(this.find(text))
  }

  select(anchor: number, head = anchor): this {
    this.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, anchor, head)))
    return this
  }

  type(text: string): this {
    this.dispatch(this.state.tr.insertText(text))
    return this
  }

  /** What the editor shows, with the caret as `|`, for one text block at a time. */
  get caretBlock(): string {
    const { $head } = this.state.selection
    const { parent, parentOffset } = $head
    return `${parent.textBetween(0, parentOffset, '', '*')}|${parent.textBetween(parentOffset, parent.content.size, '', '*')}`
  }

  get shows(): string {
    return this.state.doc.toString()
  }

  /** Where words begin, also where their looks divide them. */
  find(text: string): number {
    const words = new DocText(this.state.doc)
    const at = words.text.indexOf(text)
    const found = at === -1 ? null : words.range(at, at + text.length)
    if (found === null) throw new Error(`«${text}» is not in ${this.shows}`)
    return found.from
  }
}

/** A document seeded as the server seeds it. */
export function seed(blocks: readonly Block[]): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 1
  writeBlocks(doc.getXmlFragment('text'), blocks)
  writeBlocks(doc.getXmlFragment('other'), [])
  doc.getMap('fields').set('note', new Y.Text())
  return Y.encodeStateAsUpdate(doc)
}

export function peers(blocks: readonly Block[], count: number): Peer[] {
  const start = seed(blocks)
  return Array.from({ length: count }, (_, index) => new Peer(100 + index, start))
}

/** Everybody gets what everybody else has written. */
export function sync(...all: readonly { readonly doc: Y.Doc }[]): void {
  for (const one of all) {
    for (const other of all) {
      if (one !== other)
        Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(one.doc)))
    }
  }
}

export function text(...parts: readonly string[]): Block[] {
  return parts.map(part => ({
    type: 'paragraph',
    content: part === '' ? [] : [{ type: 'text', text: part }],
  }))
}
