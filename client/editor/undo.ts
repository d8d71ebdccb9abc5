import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { itemFields, type RootShape } from '../../shared/document/roots.ts'
import { fieldEdit } from '../sync/LiveDocument.ts'
import { UndoneMarks } from './undoneMarks.ts'
import { inOneOrder } from './undoOrder.ts'

/** Changes with a shorter pause between them are taken back together. */
const pauseMs = 500

/** Key presses that are taken back together at most. */
const longestRun = 200

/**
 * The page's one undo stack over all `roots` of `doc`, for `LiveDocument.undo`.
 *
 * [UNDO1] It takes back only my own changes, and never what somebody else has written inside them.
 * [UNDO2] What I type without a pause is taken back together, but never more than a few sentences, and never
 *         across blocks, fields or sections.
 * [UNDO3] Anything more than writing in one text is a step of its own: a new block, a list, a value in a field.
 * [UNDO4] It takes no comment off words that stay, or that come back.
 */
export function createUndo(doc: Y.Doc, roots: ReadonlyMap<string, RootShape>): Y.UndoManager {
  const types = [...roots].map(([key, shape]) =>
    shape.type === 'blocks' ? doc.getXmlFragment(key) : doc.getMap(key),
  )
  const origins: ReadonlySet<unknown> = new Set([ySyncPluginKey, fieldEdit])
  let lastWritten: Y.Text | null = null
  let writtenTogether = 0
  const undo = new PageUndo(types, {
    doc,
    captureTimeout: pauseMs,
    trackedOrigins: new Set(origins),
    deleteFilter: mayDelete,
    captureTransaction: transaction => {
      if (origins.has(transaction.origin)) {
        const written = textWritten(transaction)
        writtenTogether += 1
        if (written === null || written !== lastWritten || writtenTogether > longestRun) {
          undo.stopCapturing()
          writtenTogether = 0
        }
        lastWritten = written
      }
      return transaction.meta.get('addToHistory') !== false
    },
  })
  const sections = [...roots].flatMap(([key, { type }]) => (type === 'blocks' ? [key] : []))
  undo.keepMarks(sections)
  return undo
}

class PageUndo extends Y.UndoManager {
  #marks: UndoneMarks | null = null

  /** Sees to it that what is taken back takes no comment's mark along. */
  keepMarks(sections: readonly string[]): void {
    this.#marks = new UndoneMarks(this, sections)
  }

  override undo() {
    return this.#keeping(() => inOneOrder(this.doc, this.undoStack.at(-1), () => super.undo()))
  }

  override redo() {
    return this.#keeping(() => inOneOrder(this.doc, this.redoStack.at(-1), () => super.redo()))
  }

  #keeping<T>(act: () => T): T {
    return this.#marks ? this.#marks.keeping(act) : act()
  }
}

/** Where a change that was taken back stands: the key of the section and, in a structured one, the field. */
export interface UndonePlace {
  readonly section: string
  /** Path of the field as presence says it, e.g. `value` or `k3f9/organisation`; null in rich text. */
  readonly field: string | null
}

/** Finds the place in the event of `stack-item-popped`; null if no root of `doc` was changed. */
export function undonePlace(
  doc: Y.Doc,
  changed: ReadonlyMap<object, readonly UndoneEvent[]>,
): UndonePlace | null {
  for (const [section, root] of doc.share) {
    const event = changed.get(root)?.[0]
    if (event === undefined) continue
    return { section, field: root instanceof Y.Map ? fieldOf(event, root) : null }
  }
  return null
}

interface UndoneEvent {
  readonly target: object
  readonly keysChanged?: ReadonlySet<string>
}

function fieldOf(event: UndoneEvent, root: object): string {
  const path = event.target instanceof Y.Map ? [...(event.keysChanged ?? [])].slice(0, 1) : []
  for (
    let type: unknown = event.target;
    type instanceof Y.AbstractType && type !== root;
    type = type.parent
  ) {
    path.unshift(type._item?.parentSub ?? '')
  }
  return path.join('/')
}

/** The one text, in a block or a field, that all of a transaction is written in; null when it does more than that. */
function textWritten(transaction: Y.Transaction): Y.Text | null {
  const [type, ...more] = transaction.changed.keys()
  return more.length === 0 && type instanceof Y.Text ? type : null
}

/** First set when an item is made, and needed to show it. */
const firstFields = [...Object.keys(itemFields).filter(name => name !== 'removed'), 'level']

/**
 * [UNDO1] Yjs asks for children before parents, so what is left in a part by now is somebody else's. y-tiptap
 * keeps only texts and paragraphs for it; a table cell, a caption and a goal are no less hers.
 */
function mayDelete(item: Y.Item): boolean {
  const { content, parent, parentSub } = item
  if (content instanceof Y.ContentType) {
    const { type } = content
    if (type instanceof Y.Map) return type.size === 0
    if (type instanceof Y.Text || type instanceof Y.XmlFragment) return type.length === 0
  }
  const madeWithItem = parentSub !== null && item.left === null && firstFields.includes(parentSub)
  return !(madeWithItem && parent instanceof Y.Map && parent._item !== null && holdsText(parent))
}

function holdsText(map: Y.Map<unknown>): boolean {
  return [...map.values()].some(value => value instanceof Y.Text && value.length > 0)
}
