import type { Node } from '@tiptap/pm/model'
import type { Command, EditorState, Transaction } from '@tiptap/pm/state'
import {
  deepestIndent,
  type ParagraphAttributes,
  paragraphAttributes,
  plainParagraph,
} from '../../../shared/document/nodes/attributes.ts'

/*
 * What a paragraph is (subheading, list item, indented) is only ever changed by changing its attributes, so that
 * what somebody else types in it meanwhile stays.
 */

export function attributesOf(paragraph: Node): ParagraphAttributes {
  return paragraphAttributes(name => paragraph.attrs[name])
}

interface Found {
  readonly node: Node
  readonly position: number
}

/** The paragraphs that the selection touches, in cells too. */
export function selectedParagraphs({ selection, doc }: Pick<EditorState, 'selection' | 'doc'>): Found[] {
  const found: Found[] = []
  for (const { $from, $to } of selection.ranges) {
    doc.nodesBetween($from.pos, $to.pos, (node, position) => {
      if (node.type.name === 'paragraph') found.push({ node, position })
      return !node.isTextblock
    })
  }
  return found
}

/** Sets those attributes that differ. */
export function setAttributes(transaction: Transaction, position: number, wanted: ParagraphAttributes): void {
  const now = transaction.doc.nodeAt(position)
  if (now === null) return
  for (const [name, value] of Object.entries(wanted)) {
    if (now.attrs[name] !== value) transaction.setNodeAttribute(position, name, value)
  }
}

/** Makes the selected paragraphs running text (null) or subheadings; subheadings of that level become text again. */
export function setLevel(level: 1 | 2 | null): Command {
  return change(paragraphs => {
    const undone = level !== null && paragraphs.every(({ node }) => attributesOf(node).level === level)
    return () => ({ ...plainParagraph, level: undone ? null : level })
  })
}

/** Makes the selected paragraphs items of a list; if they all are, running text. */
export function toggleList(list: 'bullet' | 'number'): Command {
  return change(paragraphs => {
    const undone = paragraphs.every(({ node }) => attributesOf(node).list === list)
    return attributes => (undone ? plainParagraph : { level: null, list, indent: attributes.indent })
  })
}

/** One step in. A list item goes no deeper than one step under the item before it. */
export const indent: Command = change(() => (attributes, before) => {
  const now = attributes.indent ?? 0
  const above = before?.type.name === 'paragraph' ? attributesOf(before) : plainParagraph
  const deepest =
    attributes.list === null
      ? deepestIndent
      : above.list === null
        ? 0
        : Math.min((above.indent ?? 0) + 1, deepestIndent)
  return { ...attributes, indent: Math.max(Math.min(now + 1, deepest), now) || null }
})

/** One step out. */
export const outdent: Command = change(() => attributes => ({
  ...attributes,
  indent: Math.max((attributes.indent ?? 0) - 1, 0) || null,
}))

/** Only in lists, so that Tab leaves the editor everywhere else, and also when the item cannot go deeper. */
export function inList(command: Command): Command {
  return (state, dispatch, view) => {
    const paragraphs = selectedParagraphs(state)
    const all = paragraphs.length > 0 && paragraphs.every(({ node }) => attributesOf(node).list !== null)
    return all && command(state, dispatch, view)
  }
}

type Change = (attributes: ParagraphAttributes, before: Node | null) => ParagraphAttributes

/** False when nothing would be changed. Each paragraph sees the one before it as it has become. */
function change(prepare: (paragraphs: readonly Found[]) => Change): Command {
  return (state, dispatch) => {
    const paragraphs = selectedParagraphs(state)
    const next = prepare(paragraphs)
    const transaction = state.tr
    for (const { node, position } of paragraphs) {
      setAttributes(
        transaction,
        position,
        next(attributesOf(node), transaction.doc.resolve(position).nodeBefore),
      )
    }
    if (!transaction.docChanged) return false
    dispatch?.(transaction.setStoredMarks(state.storedMarks).scrollIntoView())
    return true
  }
}
