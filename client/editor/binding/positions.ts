import * as Y from 'yjs'
import type { Shown } from './shown.ts'

/**
 * Positions in the editor and in the shared text. Of y-tiptap's own pair the way back guesses for what has been
 * deleted (a caret in a deleted first block lands at the end of its parent); these say null instead, and the
 * caller knows better.
 *
 * A relative position holds on to the character or block to its left.
 */
export function relativePosition(
  fragment: Y.XmlFragment,
  shown: Shown,
  position: number,
): Y.RelativePosition {
  let parent = fragment
  let offset = position
  for (;;) {
    const [child, at] = childAt(parent, shown, offset)
    if (!(child instanceof Y.XmlElement)) {
      return Y.createRelativePositionFromTypeIndex(child ?? parent, at, -1)
    }
    parent = child
    offset = at
  }
}

/** The position in the editor, 0 for the start of the section; null when what it held on to is gone. */
export function absolutePosition(
  fragment: Y.XmlFragment,
  shown: Shown,
  relative: Y.RelativePosition,
): number | null {
  const { doc } = fragment
  const place = doc === null ? null : Y.createAbsolutePositionFromRelativePosition(relative, doc)
  if (place === null) return null
  let type: object = place.type
  let position = 0
  if (type instanceof Y.XmlText) position = place.index
  else if (type instanceof Y.XmlFragment) position = sizeOf(type.toArray().slice(0, place.index), shown)
  while (type !== fragment) {
    if (!(type instanceof Y.XmlText || type instanceof Y.XmlElement)) return null
    const { parent } = type
    if (!(parent instanceof Y.XmlFragment)) return null
    const siblings = parent.toArray()
    const index = siblings.indexOf(type)
    if (index === -1) return null
    position += sizeOf(siblings.slice(0, index), shown) + (type instanceof Y.XmlText ? 0 : 1)
    type = parent
  }
  return position
}

/**
 * A relative position as another client sent it through presence, null for anything else. It may only point into
 * `section`: Yjs would create the root that a position names.
 */
export function parseRelativePosition(value: unknown, section: string): Y.RelativePosition | null {
  if (typeof value !== 'object' || value === null) return null
  const { type, tname, item, assoc } = value as Record<string, unknown>
  const valid =
    isIdOrNone(type) && isIdOrNone(item) && (tname === undefined || tname === null || tname === section)
  if (!valid || (!type && !item && !tname)) return null
  return Y.createRelativePositionFromJSON({ type, tname, item, assoc: assoc === -1 ? -1 : 0 })
}

function isIdOrNone(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value !== 'object') return false
  const { client, clock } = value as Record<string, unknown>
  return [client, clock].every(part => Number.isSafeInteger(part) && Number(part) >= 0)
}

/**
 * The child that a position falls in, and where in it: in a text (in the one that ends there rather than the one
 * that begins) or inside an element; between two children no child, and the index of the second.
 */
function childAt(parent: Y.XmlFragment, shown: Shown, at: number): [Y.XmlText | Y.XmlElement | null, number] {
  let offset = at
  let index = 0
  for (const child of parent.toArray()) {
    const size = sizeOf([child], shown)
    if (child instanceof Y.XmlText) {
      if (offset <= size) return [child, offset]
    } else if (offset === 0) {
      return [null, index]
    } else if (child instanceof Y.XmlElement && offset < size) {
      return [child, offset - 1]
    }
    offset -= size
    index += 1
  }
  return [null, index]
}

/** Together, in the editor's positions. */
function sizeOf(children: readonly object[], shown: Shown): number {
  let size = 0
  for (const child of children) {
    if (child instanceof Y.XmlText) size += child.length
    else if (child instanceof Y.XmlElement) size += shown.nodeOf(child)?.nodeSize ?? 0
  }
  return size
}
