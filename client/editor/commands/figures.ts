import type { Command, Transaction } from '@tiptap/pm/state'
import type { Image } from '../../../shared/http/image.ts'

/** The description of a picture while it is asked for. */
export interface AltToEdit {
  readonly alt: string
  save(alt: string): void
}

/**
 * Puts a figure at a place between blocks: instead of an empty paragraph that stands right before it, and with a
 * paragraph after it if it would be the last, since nothing could be written under it then. Gives its position,
 * null where it cannot stand.
 */
export function insertFigure(transaction: Transaction, position: number, image: Image): number | null {
  const { figure, paragraph } = transaction.doc.type.schema.nodes
  const $position = transaction.doc.resolve(position)
  const at = $position.depth === 0 ? position : $position.after(1)
  if (!figure || !paragraph) return null
  const before = transaction.doc.resolve(at).nodeBefore
  const from = before?.type === paragraph && before.content.size === 0 ? at - before.nodeSize : at
  const { hash, width, height } = image
  const made = figure.create({ image: hash, width, height })
  const isLast = at === transaction.doc.content.size
  transaction.replaceWith(from, at, isLast ? [made, paragraph.create()] : made)
  return from
}

/** Says what the picture at `position` shows, for those who do not see it. */
export function setAlt(position: number, alt: string): Command {
  return (state, dispatch) => {
    if (state.doc.nodeAt(position)?.type.name !== 'figure') return false
    const words = alt.trim().replace(/\s+/g, ' ')
    dispatch?.(state.tr.setNodeAttribute(position, 'alt', words === '' ? null : words))
    return true
  }
}
