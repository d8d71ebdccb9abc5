import * as Y from 'yjs'
import { commentKey, threadsIn } from '../document/nodes/commentKey.ts'
import type { Range } from './findPlace.ts'

/** One of the texts that a section is made of, and where it begins in the whole. */
interface Part {
  readonly text: Y.XmlText
  readonly at: number
}

/** Words within one of the texts, counted as `Y.XmlText` does. */
export interface Stretch {
  readonly text: Y.XmlText
  readonly from: number
  /** At least 1. */
  readonly length: number
}

/**
 * Paragraphs, cells, captions and footnotes that one thread marks. Each costs the document some ninety bytes for ever,
 * and whoever comments may perhaps not write in it.
 */
export const textsMost = 60

/** Elements that are a line of their own. A footnote stands within the words of its paragraph. */
const lines = new Set(['paragraph', 'figure'])

/**
 * The words of a rich section of the shared document as one string, the same as `sectionText` gives, with the marks of
 * comments on them, and the way back to the shared text. As it is when it is made: what changes afterwards it does not
 * follow, but for marks.
 */
export class MarkedText {
  readonly words: string
  readonly #fragment: Y.XmlFragment
  readonly #parts: readonly Part[]

  constructor(fragment: Y.XmlFragment) {
    this.#fragment = fragment
    const parts: Part[] = []
    let words = ''
    let isFirst = true
    const walk = (parent: Y.XmlFragment) => {
      for (const child of parent.toArray()) {
        if (child instanceof Y.XmlText) {
          parts.push({ text: child, at: words.length })
          words += plain(child)
        } else if (child instanceof Y.XmlElement) {
          if (lines.has(child.nodeName)) {
            if (!isFirst) words += '\n'
            isFirst = false
          }
          walk(child)
        }
      }
    }
    walk(fragment)
    this.words = words
    this.#parts = parts
  }

  /**
   * Where an encoded `Y.RelativePosition` leads; null when what it holds on to is unknown or collected, when it is in
   * another section, and when it is none. Never throws: it comes from a client.
   */
  placeOf(encoded: Uint8Array): number | null {
    const place = this.#absolute(encoded)
    if (place === null) return null
    const { type, index } = place
    if (type instanceof Y.XmlText) {
      const part = this.#parts.find(({ text }) => text === type)
      return part ? part.at + index : null
    }
    if (!(type instanceof Y.XmlFragment) || !this.#holds(type)) return null
    // Between two blocks: where the next one begins.
    const next = type.toArray().slice(index).flatMap(textsIn)[0]
    if (next) return this.#parts.find(({ text }) => text === next)?.at ?? null
    const last = type.toArray().flatMap(textsIn).at(-1)
    const part = this.#parts.find(({ text }) => text === last)
    return part ? part.at + part.text.length : null
  }

  /**
   * As much of a range as may be marked: whole characters, since a text that is cut within one loses it, and of very
   * many paragraphs the first `textsMost`.
   */
  markable({ from, to }: Range): Range {
    const whole = {
      from: this.#isWithinCharacter(from) ? from - 1 : from,
      to: this.#isWithinCharacter(to) ? to + 1 : to,
    }
    const touched = this.#parts.filter(
      ({ text, at }) => text.length > 0 && at < whole.to && at + text.length > whole.from,
    )
    const last = touched[textsMost - 1]
    return last ? { from: whole.from, to: Math.min(whole.to, last.at + last.text.length) } : whole
  }

  /** The texts that a range goes through. */
  stretches({ from, to }: Range): Stretch[] {
    return this.#parts.flatMap(({ text, at }) => {
      const start = Math.max(from - at, 0)
      const end = Math.min(to - at, text.length)
      return end > start ? [{ text, from: start, length: end - start }] : []
    })
  }

  /** Marks the words of a range as those of a thread, and gives the range that is marked: `markable`. */
  mark(range: Range, thread: string): Range {
    const marked = this.markable(range)
    this.#format(marked, { [commentKey(thread)]: { thread } })
    return marked
  }

  /** Takes a thread's mark away, wherever it stands. */
  unmark(thread: string): void {
    this.#format({ from: 0, to: this.words.length }, { [commentKey(thread)]: null })
  }

  /**
   * Where each thread has its marks now, in order; those that go on from each other, over a line's end too, as one.
   * Blanks alone are no words.
   */
  marked(): Map<string, Range[]> {
    const found = new Map<string, Range[]>()
    for (const { range, threads } of this.#runs()) {
      for (const thread of threads) {
        const ranges = found.get(thread) ?? []
        const last = ranges.at(-1)
        const goesOn = last && this.words.slice(last.to, range.from).trim() === ''
        if (goesOn) ranges[ranges.length - 1] = { from: last.from, to: range.to }
        else ranges.push(range)
        found.set(thread, ranges)
      }
    }
    for (const [thread, ranges] of found) {
      const onWords = ranges.filter(({ from, to }) => this.words.slice(from, to).trim() !== '')
      if (onWords.length > 0) found.set(thread, onWords)
      else found.delete(thread)
    }
    return found
  }

  /** Between the two halves of a character that takes two UTF-16 units. */
  #isWithinCharacter(place: number): boolean {
    return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(this.words.slice(Math.max(place - 1, 0), place + 1))
  }

  *#runs(): Generator<{ readonly range: Range; readonly threads: readonly string[] }> {
    for (const { text, at } of this.#parts) {
      let from = at
      for (const { insert, attributes } of text.toDelta() as Delta[]) {
        const to = from + (typeof insert === 'string' ? insert.length : 1)
        if (attributes) yield { range: { from, to }, threads: threadsIn(attributes) }
        from = to
      }
    }
  }

  #format(range: Range, formats: Readonly<Record<string, object | null>>): void {
    for (const { text, from, length } of this.stretches(range)) text.format(from, length, formats)
  }

  #absolute(encoded: Uint8Array): { readonly type: unknown; readonly index: number } | null {
    const { doc } = this.#fragment
    if (doc === null) return null
    try {
      const position = Y.decodeRelativePosition(encoded)
      // Yjs would make the root that a position names.
      const isElsewhere = position.tname !== null && !Object.is(doc.share.get(position.tname), this.#fragment)
      return isElsewhere ? null : Y.createAbsolutePositionFromRelativePosition(position, doc)
    } catch {
      // Whatever it was, it leads nowhere.
      return null
    }
  }

  #holds(type: Y.XmlFragment): boolean {
    let at: unknown = type
    while (at instanceof Y.XmlElement) at = at.parent
    return at === this.#fragment
  }
}

interface Delta {
  readonly insert: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

function textsIn(child: unknown): Y.XmlText[] {
  if (child instanceof Y.XmlText) return [child]
  return child instanceof Y.XmlElement ? child.toArray().flatMap(textsIn) : []
}

/** The characters alone: `toString` of a text of XML writes its marks as tags. */
function plain(text: Y.XmlText): string {
  let words = ''
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentString) words += item.content.str
  }
  return words
}
