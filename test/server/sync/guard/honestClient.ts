import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import {
  defaultDeleteFilter,
  defaultProtectedNodes,
  initProseMirrorDoc,
  updateYFragment,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { editorNodes } from '../../../../client/editor/editorNodes.ts'
import { visibleText } from './visibleText.ts'

export const textSchema = getSchema(editorNodes(() => ''))

const fromServer = Symbol('fromServer')
const field = Symbol('field')

/**
 * Somebody with an editor: a Y.Doc that is written by the editor's own binding, one undo stack over all roots,
 * and an outbox of her updates in the order in which she made them.
 */
export class HonestClient {
  readonly doc = new Y.Doc()
  outbox: Uint8Array[] = []
  inbox: Uint8Array[] = []
  online = true
  /** Characters that she saw and, by what she did, sees no more, or less often. */
  readonly deleted = new Set<string>()
  readonly #undo: Y.UndoManager

  /** Ours keep what they wrote until it is acknowledged; a stock y-websocket client does not. */
  readonly hasOutbox: boolean

  constructor(
    clientId: number,
    state: Uint8Array,
    richRoots: readonly string[],
    fieldRoots: readonly string[],
    hasOutbox: boolean,
  ) {
    this.hasOutbox = hasOutbox
    this.doc.clientID = clientId
    this.load(state)
    const roots = [
      ...richRoots.map(root => this.doc.getXmlFragment(root)),
      ...fieldRoots.map(root => this.doc.getMap(root)),
    ]
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== fromServer) this.outbox.push(update)
    })
    this.#undo = new Y.UndoManager(roots, {
      trackedOrigins: new Set([ySyncPluginKey, field]),
      deleteFilter: item => defaultDeleteFilter(item, defaultProtectedNodes),
      captureTimeout: 0,
    })
  }

  /** Edits one rich section as its editor would: a ProseMirror transaction, written by the binding. */
  edit(root: string, change: (transaction: Transaction) => void): void {
    this.#act(() => {
      const fragment = this.doc.getXmlFragment(root)
      const { doc, meta } = initProseMirrorDoc(fragment, textSchema)
      const transaction = EditorState.create({ doc }).tr
      change(transaction)
      if (!transaction.docChanged) return
      this.doc.transact(() => updateYFragment(this.doc, fragment, transaction.doc, meta), ySyncPluginKey)
    })
  }

  fields(change: (doc: Y.Doc) => void): void {
    this.#act(() => this.doc.transact(() => change(this.doc), field))
  }

  undo(): void {
    this.#act(() => this.#undo.undo())
  }

  redo(): void {
    this.#act(() => this.#undo.redo())
  }

  /** Takes in what she opens the page on. Yjs must not tidy up in it: that would be done here alone. */
  load(...updates: readonly Uint8Array[]): void {
    const leaveAsItIs = (transaction: Y.Transaction) => {
      transaction._needFormattingCleanup = false
    }
    this.doc.on('afterTransaction', leaveAsItIs)
    this.receive(...updates)
    this.doc.off('afterTransaction', leaveAsItIs)
  }

  receive(...updates: readonly Uint8Array[]): void {
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update, fromServer)
    }, fromServer)
  }

  #act(change: () => void): void {
    const before = countCharacters(visibleText(this.doc))
    change()
    const after = countCharacters(visibleText(this.doc))
    // Two people who split the same block at once leave two copies of its text, and may then delete one each.
    for (const [character, count] of before) {
      if ((after.get(character) ?? 0) < count) this.deleted.add(character)
    }
  }
}

function countCharacters(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}

/** Every block of text of a document, with the position of its beginning. */
export function textBlocks(doc: Node): { node: Node; at: number }[] {
  const blocks: { node: Node; at: number }[] = []
  doc.descendants((node, at) => {
    if (node.isTextblock) blocks.push({ node, at: at + 1 })
  })
  return blocks
}
