import type * as Y from 'yjs'
import { type KeptPlace, keepPlace, placeFinder, type Range } from '../../shared/comment/findPlace.ts'
import type { MarkPlace } from '../../shared/comment/lostMarks.ts'
import { MarkedText, type Stretch } from '../../shared/comment/MarkedText.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import { quoteMaxLength } from '../../shared/http/comments.ts'

/** Where somebody wants a comment to stand: encoded `Y.RelativePosition`s in base64, and what they selected. */
export interface WantedWords extends KeptPlace {
  readonly section: string
  readonly anchor: string
  readonly head: string
}

/** Where a thread's mark stands, and on which words; cut after `quoteMaxLength`. */
export interface MarkedWords {
  readonly section: string
  readonly quote: string
}

/** Between words that are marked apart from each other. */
const gapSign = ' … '

/** Words that have been found and may be marked: where, and in which texts. */
export interface FoundPlace {
  readonly place: MarkPlace
  readonly stretches: readonly Stretch[]
}

/**
 * Finds the words that were selected. Where somebody has split, joined or moved what they stand in since, their
 * positions are gone or span something else, and they are found by what they say. Null when they are gone. Only reads.
 */
export function findSelected(
  doc: Y.Doc,
  { section, anchor, head, ...selected }: WantedWords,
): FoundPlace | null {
  const text = new MarkedText(doc.getXmlFragment(section))
  const range = rangeOf(text, anchor, head)
  const isAsSelected = range !== null && quoteOf(text, range) === selected.quote
  const found = isAsSelected ? range : more(text, range, placeFinder(text.words)(selected))
  return found && foundAt(text, section, found)
}

/** Finds words by what they say. Null when they are gone. Only reads. */
export function findQuote(doc: Y.Doc, section: string, kept: KeptPlace): FoundPlace | null {
  const text = new MarkedText(doc.getXmlFragment(section))
  const found = placeFinder(text.words)(kept)
  return found && foundAt(text, section, found)
}

/** Marks words that are found by what they say. False when they are not there. To be called in `rooms.write`. */
export function markQuote(doc: Y.Doc, section: string, kept: KeptPlace, threadId: string): boolean {
  const text = new MarkedText(doc.getXmlFragment(section))
  const found = placeFinder(text.words)(kept)
  if (found !== null) text.mark(found, threadId)
  return found !== null
}

/** Where each thread has its mark; of one that stands in several sections, the first of the form. Only reads. */
export function markedThreads(doc: Y.Doc, form: FormTemplate): Map<string, MarkedWords> {
  const marked = new Map<string, MarkedWords>()
  for (const { key: section, kind } of form.sections) {
    if (kind !== 'rich') continue
    const text = new MarkedText(doc.getXmlFragment(section))
    for (const [thread, ranges] of text.marked()) {
      if (!marked.has(thread)) marked.set(thread, { section, quote: quoteOf(text, ...ranges) })
    }
  }
  return marked
}

function rangeOf(text: MarkedText, anchor: string, head: string): Range | null {
  const one = text.placeOf(Buffer.from(anchor, 'base64'))
  const other = text.placeOf(Buffer.from(head, 'base64'))
  if (one === null || other === null || one === other) return null
  return { from: Math.min(one, other), to: Math.max(one, other) }
}

function foundAt(text: MarkedText, section: string, found: Range): FoundPlace {
  const range = text.markable(found)
  return { place: { section, ...range, ...keepPlace(text.words, range) }, stretches: text.stretches(range) }
}

/** The one with more letters; the first when they have as many. */
function more(text: MarkedText, one: Range | null, other: Range | null): Range | null {
  if (one === null || other === null) return one ?? other
  const letters = (range: Range) => quoteOf(text, range).replaceAll(/\s/g, '').length
  return letters(other) > letters(one) ? other : one
}

function quoteOf({ words }: MarkedText, ...ranges: readonly Range[]): string {
  return ranges
    .map(({ from, to }) => words.slice(from, to))
    .join(gapSign)
    .slice(0, quoteMaxLength)
}
