import type { Node, Schema } from '@tiptap/pm/model'
import { type EditorState, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { updateYFragment, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { giveTextToEmptyBlocks } from './emptyBlocks.ts'
import { absolutePosition, relativePosition } from './positions.ts'
import { noteShown, readDocument, textsToJoin } from './readNodes.ts'
import { Shown } from './shown.ts'
import { smallestStep } from './smallestStep.ts'
import { writeTyped } from './writeTyped.ts'

/** Meta of the transactions that bring somebody else's change, or an undo, into the editor: a `SharedChange`. */
export const sharedChangeKey = new PluginKey('sharedChange')

export interface SharedChange {
  /** Where the changed text is now. */
  readonly from: number
  readonly to: number
  /** True when I took back or put back something of my own. */
  readonly undone: boolean
}

/** What the binding needs of an editor. An EditorView is one. */
export interface Host {
  readonly state: EditorState
  readonly editable: boolean
  dispatch(transaction: Transaction): void
}

/** A selection that holds on to the text. */
export interface RelativeSelection {
  readonly anchor: Y.RelativePosition
  readonly head: Y.RelativePosition
}

/**
 * Keeps one editor and one fragment of the shared document the same.
 *
 * What I write, if it is more than letters (`writeTyped`), goes through y-tiptap's `updateYFragment`, which knows how
 * to change as little as possible of the shared text. The way back is our own, and not y-tiptap's plugin, for three
 * reasons: that one replaces the whole document at every key press of a colleague; it guesses the caret from the text
 * around it, and so moves mine when she writes in my list item or my empty block; and it deletes from the shared text
 * what the schema does not know, also for those who only read.
 */
export class SectionBinding {
  readonly #fragment: Y.XmlFragment
  readonly #undo: Y.UndoManager
  readonly #shown = new Shown()
  readonly #overlappingMarks = new Map()
  #host: Host | null = null
  #selection: RelativeSelection | null = null
  #selectionBefore: RelativeSelection | null = null
  #writing = false
  /** The document that editor and fragment last agreed on. */
  #agreed: Node | null = null

  constructor(fragment: Y.XmlFragment, undo: Y.UndoManager) {
    this.#fragment = fragment
    this.#undo = undo
  }

  /** The document to create an editor with. */
  read(schema: Schema): Node {
    return readDocument(this.#fragment, schema, this.#shown)
  }

  /** Begins to keep `host` and the fragment the same. */
  attach(host: Host): void {
    this.#host = host
    this.#agreed = host.state.doc
    this.#fragment.observeDeep(this.#onSharedChange)
    this.#undo.on('stack-item-added', this.#rememberSelection)
    // The fragment may have changed since the editor's document was read.
    this.#show(null)
    this.#selection = this.#readSelection(host.state)
  }

  detach(): void {
    this.#fragment.unobserveDeep(this.#onSharedChange)
    this.#undo.off('stack-item-added', this.#rememberSelection)
    this.#host = null
  }

  /** To be called after every change of the editor's state: writes what is new in it to the shared text. */
  stateChanged(): void {
    const host = this.#host
    if (host === null) return
    const { doc } = host.state
    if (doc !== this.#agreed && host.editable) this.#write(doc)
    this.#selection = this.#readSelection(host.state)
  }

  /** My selection as it can be sent to others. */
  get selection(): RelativeSelection | null {
    return this.#selection
  }

  /** A place in the editor as one that holds on to the text. */
  relative(position: number): Y.RelativePosition {
    return relativePosition(this.#fragment, this.#shown, position)
  }

  /** Where a relative position is in the editor now; null if it is not in this section or its text is gone. */
  absolute(position: Y.RelativePosition): number | null {
    return absolutePosition(this.#fragment, this.#shown, position)
  }

  #write(doc: Node): void {
    const shared = this.#fragment.doc
    if (shared === null) return
    const before = this.#agreed
    this.#writing = true
    this.#selectionBefore = this.#selection
    try {
      shared.transact(transaction => {
        if (before !== null && writeTyped(this.#fragment, before, doc, this.#shown)) return
        // `Shown` is all that updateYFragment uses of the Map it asks for.
        const mapping = this.#shown as unknown as Map<Y.XmlFragment, Node>
        updateYFragment(shared, this.#fragment, doc, { mapping, isOMark: this.#overlappingMarks })
        giveTextToEmptyBlocks(transaction)
      }, ySyncPluginKey)
      this.#agreed = doc
    } finally {
      this.#writing = false
    }
  }

  readonly #onSharedChange = (
    events: readonly { readonly target: SharedType }[],
    transaction: Y.Transaction,
  ): void => {
    if (this.#writing) return
    for (const { target } of events) {
      for (let type: SharedType | null = target; type !== null; type = type.parent) this.#shown.delete(type)
    }
    const { origin } = transaction
    this.#show(origin instanceof Y.UndoManager ? (origin.currStackItem?.meta ?? new Map()) : null)
    if (this.#host?.editable) for (const { target } of events) this.#joinMyTexts(target)
  }

  /** Brings the shared text into the editor. `undone`: what was remembered with a change that is taken back. */
  #show(undone: Map<unknown, unknown> | null): void {
    const host = this.#host
    if (host === null) return
    const { state } = host
    const next = readDocument(this.#fragment, state.schema, this.#shown)
    const step = smallestStep(state.doc, next)
    const transaction = state.tr
    if (step) transaction.step(step)
    this.#agreed = transaction.doc
    this.#shown.set(this.#fragment, transaction.doc)
    noteShown(this.#fragment, transaction.doc, this.#shown)
    if (step === null) return
    this.#selectionBefore = this.#selection
    const remembered = undone?.get(this.#fragment) as RelativeSelection | undefined
    this.#select(transaction, remembered ?? null)
    if (undone === null) transaction.setStoredMarks(state.storedMarks)
    else transaction.scrollIntoView()
    const change: SharedChange = { ...changedRange(transaction), undone: undone !== null }
    host.dispatch(transaction.setMeta(sharedChangeKey, change).setMeta('addToHistory', false))
  }

  /** Puts my caret where it was in the text. Other selections than of text follow the step. */
  #select(transaction: Transaction, remembered: RelativeSelection | null): void {
    const wanted = remembered ?? (transaction.selection instanceof TextSelection ? this.#selection : null)
    const anchor = wanted && this.absolute(wanted.anchor)
    const head = wanted && this.absolute(wanted.head)
    if (anchor === null || head === null) return
    const { doc } = transaction
    const resolve = (position: number) => doc.resolve(Math.min(position, doc.content.size))
    transaction.setSelection(TextSelection.between(resolve(anchor), resolve(head)))
  }

  #joinMyTexts(element: object): void {
    const shared = this.#fragment.doc
    if (shared === null || !(element instanceof Y.XmlElement)) return
    for (const text of textsToJoin(element, shared.clientID)) {
      shared.transact(() => {
        const index = element.toArray().indexOf(text)
        const before = element.get(index - 1)
        if (!(before instanceof Y.XmlText)) return
        before.applyDelta([...(before.length > 0 ? [{ retain: before.length }] : []), ...text.toDelta()])
        element.delete(index, 1)
      })
    }
  }

  readonly #rememberSelection = ({ stackItem, changedParentTypes }: StackItemEvent): void => {
    if (changedParentTypes.has(this.#fragment) && this.#selectionBefore) {
      stackItem.meta.set(this.#fragment, this.#selectionBefore)
    }
  }

  #readSelection({ selection }: EditorState): RelativeSelection {
    const anchor = this.relative(selection.anchor)
    return { anchor, head: selection.empty ? anchor : this.relative(selection.head) }
  }
}

interface SharedType {
  readonly parent: SharedType | null
}

interface StackItemEvent {
  readonly stackItem: { readonly meta: Map<unknown, unknown> }
  readonly changedParentTypes: ReadonlyMap<unknown, unknown>
}

function changedRange(transaction: Transaction): { from: number; to: number } {
  let range = { from: 0, to: 0 }
  for (const map of transaction.mapping.maps) {
    map.forEach((_from, _to, from, to) => {
      range = { from, to }
    })
  }
  return range
}
