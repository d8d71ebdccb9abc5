import { Fragment, type Mark, type Node, type Schema } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { commentMark, threadsIn } from '../../../shared/document/nodes/commentKey.ts'
import type { Shown } from './shown.ts'

/**
 * The section as the editor's document. Parts that are shown already are used again, so that a change costs what
 * changed. Never writes: what the schema does not know is not shown, and what it finds incomplete (a cell that
 * two people emptied of its last paragraphs together) is shown completed.
 */
export function readDocument(fragment: Y.XmlFragment, schema: Schema, shown: Shown): Node {
  const blocks = fragment.toArray().flatMap(child => {
    const node = child instanceof Y.XmlElement ? readElement(child, schema, shown) : null
    return node?.type.isInGroup('block') ? [node] : []
  })
  const document = schema.topNodeType.createAndFill(null, blocks)
  if (document === null) throw new Error('No section can be made of blocks')
  return document
}

/**
 * Texts of this client that stand right after another text, since two people began to write in one empty block at
 * once. They read as one text, but the next edit by anybody would write the second into the first, and two such
 * edits at once would double it. So its writer, and only she, moves hers over at once.
 */
export function textsToJoin(element: Y.XmlElement, clientId: number): Y.XmlText[] {
  const children = element.toArray()
  return children.filter(
    (child, index) =>
      child instanceof Y.XmlText &&
      children[index - 1] instanceof Y.XmlText &&
      child._item?.id.client === clientId,
  ) as Y.XmlText[]
}

/**
 * Notes which nodes of `node` show which children of `parent`, where the document was not made of the nodes that
 * were read. Stops where two texts are shown as one.
 */
export function noteShown(parent: Y.XmlFragment, node: Node, shown: Shown): void {
  let index = 0
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) {
      const nodes: Node[] = []
      let left = child.length
      for (let text = node.maybeChild(index); left > 0 && text?.isText; text = node.maybeChild(index)) {
        if (text.nodeSize > left) return
        nodes.push(text)
        left -= text.nodeSize
        index += 1
      }
      shown.set(child, nodes)
    } else if (child instanceof Y.XmlElement && shown.nodeOf(child)) {
      const shows = node.maybeChild(index)
      if (shows === null || shows.type.name !== child.nodeName) return
      index += 1
      if (shown.nodeOf(child) !== shows) {
        shown.set(child, shows)
        noteShown(child, shows, shown)
      }
    }
  }
}

function readElement(element: Y.XmlElement, schema: Schema, shown: Shown): Node | null {
  const known = shown.nodeOf(element)
  if (known) return known
  const type = schema.nodes[element.nodeName]
  if (type === undefined) return null
  const children = element.toArray().flatMap(child => {
    if (child instanceof Y.XmlText) return readText(child, schema, shown)
    const node = child instanceof Y.XmlElement ? readElement(child, schema, shown) : null
    return node ? [node] : []
  })
  // What is left when two people delete one row each.
  if (type.spec.tableRole === 'table' && children.length === 0) return null
  const content = Fragment.from(children)
  const attributes = element.getAttributes()
  const node = type.validContent(content)
    ? type.create(attributes, content)
    : type.createAndFill(attributes, content)
  if (node) shown.set(element, node)
  return node
}

function readText(text: Y.XmlText, schema: Schema, shown: Shown): Node[] {
  const nodes = (text.toDelta() as Delta[]).flatMap(({ insert, attributes }) =>
    typeof insert === 'string' && insert !== ''
      ? [schema.text(insert, readMarks(attributes ?? {}, schema))]
      : [],
  )
  shown.set(text, nodes)
  return nodes
}

interface Delta {
  readonly insert: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

function readMarks(formats: Readonly<Record<string, unknown>>, schema: Schema): Mark[] {
  const marks = Object.entries(formats).flatMap(([name, attributes]) => {
    // Of comments there may be several, each under a key of its own.
    const type = name === commentMark ? undefined : schema.marks[name]
    return type && typeof attributes === 'object' && attributes !== null ? [type.create(attributes)] : []
  })
  const comment = schema.marks[commentMark]
  // In one order, whatever order they stand in: the same marks are then the same look.
  const comments = comment ? threadsIn(formats).map(thread => comment.create({ thread })) : []
  return comments.length > 0 ? [...marks, ...comments] : marks
}
