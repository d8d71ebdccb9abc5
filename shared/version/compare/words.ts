/**
 * [WORD1] A number is one word with its thousands (space, no-break or thin space) and decimals, and so is a day.
 * [WORD2] A word holds its inner hyphens and apostrophes; a web or mail address is one word.
 * [WORD3] Any other sign and a line break is a word of its own. Spaces are none: they stand between words.
 * [WORD4] No word begins or ends within a grapheme.
 */
const wordPattern = new RegExp(
  [
    String.raw`[^\S\n]+`,
    String.raw`\n`,
    String.raw`https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]|[\p{L}\p{N}._+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+`,
    String.raw`(\d{4}-\d{2}-\d{2}(?!\d)|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:,\d+)?(?![\d\p{L}])|\d+(?:[.,:]\d+)*(?![\p{L}\p{M}\d]))`,
    String.raw`[\p{L}\p{N}\p{M}]+(?:[-'’\u00ad\u2011][\p{L}\p{N}\p{M}]+)*`,
    String.raw`\S`,
  ].join('|'),
  'uy',
)

/** A text as words, each with where it begins and ends in UTF-16 units. */
export interface Words {
  readonly ids: Int32Array
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** Numbers for words and whole blocks, so that they are compared as quickly as numbers; and how much each weighs. */
export class Vocabulary {
  readonly #ids = new Map<string, number>()
  readonly #weights: number[] = []
  readonly #endsSentence: boolean[] = []

  /** The number of `name`, the same for the same. A name that is no word weighs nothing. */
  id(name: string, weight = 0): number {
    const known = this.#ids.get(name)
    if (known !== undefined) return known
    const id = this.#weights.length
    this.#ids.set(name, id)
    this.#weights.push(weight)
    this.#endsSentence.push(/^[.!?\n]$/.test(name))
    return id
  }

  /** About the letters a reader takes in: a sign is 1, a number 3 however long it is, a long word 10. */
  weight(id: number): number {
    return this.#weights[id] ?? 0
  }

  endsSentence(id: number): boolean {
    return this.#endsSentence[id] ?? false
  }
}

const numberWeight = 3
const longestWeight = 10

/** The words of `text`. `special` names what a sign stands for at a place, such as a footnote. */
export function wordsOf(
  text: string,
  vocabulary: Vocabulary,
  special: ReadonlyMap<number, string> = new Map(),
): Words {
  const ids: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const { start, end, isNumber } of pieces(text, special)) {
    const word = text.slice(start, end)
    const name = special.get(start)
    const weight = isNumber ? numberWeight : Math.min(end - start, longestWeight)
    ids.push(name === undefined ? vocabulary.id(word, weight) : vocabulary.id(name, 1))
    starts.push(start)
    ends.push(end)
  }
  return { ids: Int32Array.from(ids), starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
}

interface Piece {
  readonly start: number
  readonly end: number
  readonly isNumber: boolean
}

function pieces(text: string, special: ReadonlyMap<number, string>): Piece[] {
  const found: Piece[] = []
  const isInGrapheme = insideGrapheme(text)
  let start = 0
  let isGlued = false
  for (let end = 0; end < text.length; ) {
    const begun = end
    end = plainPieceEnd(text, begun)
    let isNumber = false
    if (end === begun) {
      wordPattern.lastIndex = begun
      const match = wordPattern.exec(text)
      end = begun + (match?.[0].length ?? 1)
      isNumber = match?.[1] !== undefined
    }
    const wasGlued = isGlued
    isGlued = isInGrapheme !== null && !special.has(end) && !special.has(end - 1) && isInGrapheme(end)
    if (isGlued) continue
    if (wasGlued || !isSpace(text, start, end)) found.push({ start, end, isNumber })
    start = end
  }
  return found
}

function isSpace(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start)
  if (code === space) return true
  const isWordOrSign = code > space && code <= lastLetter && code !== noBreakSpace
  return !isWordOrSign && code !== lineBreak && text.slice(start, end).trim() === ''
}

const space = 0x20
const lineBreak = 0x0a
const noBreakSpace = 0xa0
const signsAfterWords = new Set([...'.,;!?)'].map(sign => sign.charCodeAt(0)))

/** Last of the Latin letters that are told by their code alone. */
const lastLetter = 0x24f
const isLetter = Uint8Array.from({ length: lastLetter + 1 }, (_, code) =>
  /\p{L}/u.test(String.fromCharCode(code)) ? 1 : 0,
)

/** The same as `wordPattern`, ten times as quick, for nearly all there is: else where it began. */
function plainPieceEnd(text: string, start: number): number {
  const isPlainEnd = (place: number) => {
    const code = text.charCodeAt(place)
    return place === text.length || code === space || code === lineBreak
  }
  const first = text.charCodeAt(start)
  if (first === space) return isLetter[text.charCodeAt(start + 1)] ? start + 1 : start
  if (signsAfterWords.has(first)) return isPlainEnd(start + 1) ? start + 1 : start
  let end = start
  while (isLetter[text.charCodeAt(end)]) end += 1
  if (end === start || isPlainEnd(end)) return end
  return signsAfterWords.has(text.charCodeAt(end)) && isPlainEnd(end + 1) ? end : start
}

/** Signs that join what stands before or after them, and those that may be joined: only then is it looked closer. */
const mayJoin =
  /\r|[\u{300}-\u{1fff}]|[\u{200c}-\u{200f}]|[\u{202a}-\u{202e}]|[\u{2060}-\u{206f}]|[\u{20d0}-\u{20ff}]|[\u{2600}-\u{10ffff}]/u

const graphemes = new Intl.Segmenter('sv', { granularity: 'grapheme' })

/** Whether a place between two UTF-16 units lies within a grapheme; null where none of them does. */
function insideGrapheme(text: string): ((place: number) => boolean) | null {
  if (!mayJoin.test(text)) return null
  const begins = new Set([text.length])
  for (const { index } of graphemes.segment(text)) {
    begins.add(index)
  }
  return place => !begins.has(place)
}
