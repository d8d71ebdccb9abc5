import * as Y from 'yjs'
import type { RescuedWhy } from '../../../shared/http/rescued.ts'
import { IdRanges } from './IdRanges.ts'
import { type LeftOver, Lines } from './Lines.ts'
import { pieceAt } from './place.ts'
import type { Parts } from './poisoned.ts'

/** Keys and attributes that hold what nobody typed. */
const unspoken: ReadonlySet<string | null> = new Set([
  ...['order', 'removed', 'level'],
  ...['list', 'indent', 'image', 'width', 'height', 'colspan', 'rowspan'],
])

/**
 * What I typed where by now nothing can stand, because somebody else has deleted it. `known` is what the server has,
 * by client; `done` what has been entered or is left over already; `whyOf` gives the reason for one update.
 */
export function withoutPlace(
  whole: Y.Doc,
  here: readonly Parts[],
  known: ReadonlyMap<number, number>,
  done: IdRanges,
  whyOf: (parts: Parts) => RescuedWhy,
): LeftOver[] {
  const deletedByMe = new IdRanges()
  for (const { deletes } of here)
    for (const { client, clock, length } of deletes) deletedByMe.add(client, clock, length)
  const found = new Map<string, { section: string | null; why: RescuedWhy; lines: Lines }>()
  for (const parts of here) {
    for (const item of parts.items) {
      const { client, clock } = item.id
      const isLost = (at: number) =>
        at >= (known.get(client) ?? 0) && !done.has(client, at) && !deletedByMe.has(client, at)
      const text = typedText(item, isLost)
      if (text === '') continue
      const section = sectionOf(whole, item)
      const why = whyOf(parts)
      const key = `${section} ${why}`
      const group = found.get(key) ?? { section, why, lines: new Lines() }
      // A paragraph of its own wherever the typing did not simply go on.
      if (!(item.origin?.client === client && item.origin.clock === clock - 1)) group.lines.begin(null)
      group.lines.write(text)
      found.set(key, group)
    }
  }
  return [...found.values()].map(group => ({ ...group, lines: group.lines.end() }))
}

function typedText(item: Y.Item, isLost: (clock: number) => boolean): string {
  const { content, id } = item
  if (content instanceof Y.ContentString) {
    return Array.from({ length: content.str.length }, (_, at) =>
      isLost(id.clock + at) ? content.str.charAt(at) : '',
    ).join('')
  }
  if (!(content instanceof Y.ContentAny) || !isLost(id.clock + item.length - 1)) return ''
  const value: unknown = content.arr.at(-1)
  if (unspoken.has(item.parentSub)) return ''
  // Of a value written over another the key is not told; a text may then be anything.
  const isTyped = typeof value === 'number' || (typeof value === 'string' && item.parentSub !== null)
  return isTyped ? String(value) : ''
}

/** The key of the root that an item was written in; null when that has been collected. */
function sectionOf(doc: Y.Doc, item: Y.Item): string | null {
  if (typeof item.parent === 'string') return item.parent
  for (const id of [item.id, item.parent, item.origin, item.rightOrigin]) {
    const piece = id instanceof Y.ID ? pieceAt(doc, id) : null
    if (piece) return piece.section
  }
  return null
}
