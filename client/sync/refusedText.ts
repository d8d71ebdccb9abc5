import * as Y from 'yjs'
import { type RescuedWhy, rescuedMaxLength } from '../../shared/http/rescued.ts'
import type { RefusedText } from './outbox.ts'
import { wholeLetters } from './splitUpdate.ts'

/** What could not be got in of one section, in words, as texts short enough to be handed in. */
export function refusedTexts(
  section: string | null,
  text: string,
  why: RescuedWhy | null,
  at: string,
): RefusedText[] {
  return inPieces(text).map(piece => ({ id: newId(), section, text: piece, why, at }))
}

/**
 * What somebody typed in these updates, gathered per section: every run of text they insert, in order, and none of
 * what is typed in fields that hold a value. `doc` has them applied and is asked where they went. For when nothing
 * finer can be done.
 */
export function textOfUpdates(
  doc: Y.Doc,
  updates: readonly Uint8Array[],
  why: RescuedWhy | null = null,
  at = '',
): RefusedText[] {
  const texts = new Map<string | null, string>()
  for (const update of updates) {
    for (const struct of Y.decodeUpdate(update).structs) {
      if (!(struct instanceof Y.Item)) continue
      const text = typedText(struct)
      if (text === '') continue
      const section = sectionOf(doc, struct.id)
      texts.set(section, (texts.get(section) ?? '') + (goesOn(struct) ? '' : '\n') + text)
    }
  }
  return [...texts].flatMap(([section, text]) => refusedTexts(section, text.trim(), why, at))
}

/** Typed right after the letter before it, not in another paragraph or place. */
function goesOn({ id, origin }: Y.Item): boolean {
  return origin?.client === id.client && origin.clock === id.clock - 1
}

function typedText(item: Y.Item): string {
  if (item.content instanceof Y.ContentString) return item.content.str
  if (item.content instanceof Y.ContentAny && item.parentSub !== null) {
    return item.content.arr.filter(value => typeof value === 'string').join(' ')
  }
  return ''
}

/** The key of the root that an item lies in; null when it has been collected. */
function sectionOf(doc: Y.Doc, id: Y.ID): string | null {
  if (id.clock >= Y.getState(doc.store, id.client)) return null
  const found = Y.getItem(doc.store, id)
  if (!(found instanceof Y.Item) || !(found.parent instanceof Y.AbstractType)) return null
  let type: Y.AbstractType<unknown> = found.parent
  while (type._item?.parent instanceof Y.AbstractType) type = type._item.parent
  for (const [name, root] of doc.share) if (root === type) return name
  return null
}

function inPieces(text: string): string[] {
  const pieces: string[] = []
  for (let from = 0; from < text.length; ) {
    const piece = wholeLetters(text, from, from + rescuedMaxLength)
    pieces.push(piece)
    from += piece.length
  }
  return pieces
}

/** Without `randomUUID`, which pages over plain http do not have. */
function newId(): string {
  const drawn = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(drawn, byte => byte.toString(16).padStart(2, '0')).join('')
}
