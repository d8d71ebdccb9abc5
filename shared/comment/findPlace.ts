import { quoteMaxLength, surroundingsMaxLength } from '../http/comments.ts'
import { type Alignment, align } from './alignment.ts'

/** What is kept of some words: they themselves, and those around them. */
export interface KeptPlace {
  readonly quote: string
  readonly before: string
  readonly after: string
}

/** A part of a text, in UTF-16 units. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Letters of the surroundings that show that the same words in a text are those that are meant. */
const surroundingsNeeded = 16
/** Words as long as this are meant wherever they stand. */
const longEnough = 32
/** How much of the surroundings is looked for together with the words, in turn: all, some, none. */
const reaches = [surroundingsMaxLength, 24, 8, 0]
/** Places with the same words that are compared. */
const mostCompared = 2_000
/** Letters right beside the words that are looked for by themselves. */
const besideLength = 24
/** Letters in a row that are left of changed words: fewer are alike by chance. */
const inARow = 4
/** Shares of the surroundings that must be left, and of the words then: the more of the one, the less of the other. */
const enoughLeft = [
  { around: 0.7, words: 0.3 },
  { around: 0.3, words: 0.5 },
] as const

/**
 * Finds words again in a text that has changed since they were kept: where they stand unchanged between the same
 * surroundings, or where most of them do. For many places of one text; what it takes grows as the text does.
 *
 * Null when they are gone: words that are too short to be known by themselves are not taken for others of the same
 * spelling elsewhere.
 */
export function placeFinder(text: string): (kept: KeptPlace) => Range | null {
  let words: Words | null = null
  return kept => {
    if (kept.quote === '' || kept.quote.length > text.length * 2 + 2) return null
    const unchanged = findUnchanged(text, kept)
    if (unchanged) return unchanged
    const beside = besideOnly(text, kept)
    if (beside !== null) return findChanged(text, beside, kept)
    words ??= wordsOf(text)
    const likely = likelyPart(words, kept.before + kept.quote + kept.after)
    return likely === null ? null : findChanged(text, likely, kept)
  }
}

/** What is to be kept of a part of a text. */
export function keepPlace(text: string, { from, to }: Range): KeptPlace {
  const end = Math.min(to, from + quoteMaxLength)
  return {
    quote: text.slice(from, end),
    before: text.slice(Math.max(0, from - surroundingsMaxLength), from),
    after: text.slice(end, end + surroundingsMaxLength),
  }
}

function findUnchanged(text: string, { quote, before, after }: KeptPlace): Range | null {
  const needed = Math.min(surroundingsNeeded, before.length + after.length)
  for (const reach of reaches) {
    const lead = reach === 0 ? '' : before.slice(-reach)
    const wanted = lead + quote + after.slice(0, reach)
    let best = -1
    let most = -1
    let at = text.indexOf(wanted)
    for (let compared = 0; at >= 0 && compared < mostCompared; compared += 1) {
      const from = at + lead.length
      const around = sameBefore(text, from, before) + sameAfter(text, from + quote.length, after)
      if (around > most) [best, most] = [from, around]
      at = text.indexOf(wanted, at + 1)
    }
    if (best < 0) continue
    const isMeant = most >= needed || quote.length >= longEnough
    return isMeant ? { from: best, to: best + quote.length } : null
  }
  return null
}

function sameBefore(text: string, from: number, before: string): number {
  let count = 0
  while (count < before.length && text[from - 1 - count] === before[before.length - 1 - count]) count += 1
  return count
}

function sameAfter(text: string, to: number, after: string): number {
  let count = 0
  while (count < after.length && text[to + count] === after[count]) count += 1
  return count
}

interface Words {
  readonly all: readonly { readonly word: string; readonly from: number }[]
  /** How often each stands in the text. */
  readonly counts: ReadonlyMap<string, number>
}

function wordsOf(text: string): Words {
  const all = Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), match => ({ word: match[0], from: match.index }))
  const counts = new Map<string, number>()
  for (const { word } of all) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { all, counts }
}

/** Where a part begins that has, nowhere else, what stood right before or after the words; null when none has. */
function besideOnly(text: string, { before, quote, after }: KeptPlace): number | null {
  for (const [words, toBeginning] of [
    [before.slice(-besideLength), Math.min(before.length, besideLength) - before.length],
    [after.slice(0, besideLength), -quote.length - before.length],
  ] as const) {
    const at = text.indexOf(words)
    const isOnly = words.length === besideLength && at >= 0 && text.indexOf(words, at + 1) < 0
    if (isOnly) return Math.max(0, at + toBeginning)
  }
  return null
}

/** Finds words that have changed near where they are likely to begin, with what stands before them. */
function findChanged(text: string, likely: number, { quote, before, after }: KeptPlace): Range | null {
  const meant = before + quote + after
  const start = Math.max(0, likely - meant.length)
  const part = text.slice(start, likely + Math.ceil(meant.length * 2.25))
  const aligned = align(meant, part)
  const [first, end] = [before.length, before.length + quote.length]
  const left = runsLeft(aligned, first, end)
  const around = sum(runsLeft(aligned, 0, first)) + sum(runsLeft(aligned, end, meant.length))
  const beside = before.length + after.length
  const isEnough =
    sum(left) >= longEnough ||
    enoughLeft.some(
      share => around >= share.around * beside && sum(left) >= Math.max(share.words * quote.length, 1),
    )
  if (!isEnough) return null
  // A word that has been changed in part is theirs still.
  const places = aligned.at.subarray(first, end).filter(place => place >= 0)
  let from = left[0]?.from ?? 0
  let to = left.at(-1)?.to ?? 0
  while (from > (places[0] ?? from) && isLetter(part[from - 1])) from -= 1
  while (to <= (places.at(-1) ?? 0) && isLetter(part[to])) to += 1
  return { from: start + from, to: start + to }
}

/** What is left of some of the words: parts of the text that they stand in, letter by letter. */
function runsLeft({ at, isSame }: Alignment, first: number, end: number): Range[] {
  const least = Math.min(inARow, end - first)
  const runs: Range[] = []
  for (let letter = first; letter < end; ) {
    const from = at[letter] ?? -1
    let length = 0
    while (letter + length < end && isSame[letter + length] === 1 && at[letter + length] === from + length) {
      length += 1
    }
    if (length >= least && length > 0) runs.push({ from, to: from + length })
    letter += Math.max(length, 1)
  }
  return runs
}

function sum(ranges: readonly Range[]): number {
  return ranges.reduce((letters, { from, to }) => letters + to - from, 0)
}

function isLetter(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{N}]/u.test(letter)
}

/** Where a part begins that has the most, and the rarest, of the words that are meant; null when there is none. */
function likelyPart({ all, counts }: Words, meant: string): number | null {
  const wanted = new Set(meant.match(/[\p{L}\p{N}]+/gu) ?? [])
  const hits = all.filter(({ word }) => wanted.has(word))
  const weigh = (word: string) => word.length / (counts.get(word) ?? 1)
  const reach = meant.length * 1.25
  let best: number | null = null
  let [most, weight, next] = [0, 0, 0]
  for (const { word, from } of hits) {
    for (let hit = hits[next]; hit && hit.from <= from + reach; next += 1, hit = hits[next]) {
      weight += weigh(hit.word)
    }
    if (weight > most) [best, most] = [from, weight]
    weight -= weigh(word)
  }
  return best
}
