import type { Vocabulary } from './words.ts'

/** Words lighter than this say nothing about what a text is about. */
const lightestWord = 2

/** An item of a list, as it is compared with others. Its words are only looked at when it is not found unchanged. */
export class Likable {
  /** The same for equal items. */
  readonly id: number
  /** The same for those that can be one another. */
  readonly kind: string
  readonly #read: () => Iterable<number>
  readonly #vocabulary: Vocabulary
  #words: Int32Array | null = null
  #weight = 0

  constructor(id: number, kind: string, vocabulary: Vocabulary, read: () => Iterable<number>) {
    this.id = id
    this.kind = kind
    this.#vocabulary = vocabulary
    this.#read = read
  }

  /** Its words, sorted, repeated as often as they stand. */
  get words(): Int32Array {
    if (this.#words) return this.#words
    const vocabulary = this.#vocabulary
    const words = Int32Array.from(this.#read()).filter(word => vocabulary.weight(word) >= lightestWord)
    words.sort()
    this.#words = words
    this.#weight = words.reduce((sum, word) => sum + vocabulary.weight(word), 0)
    return words
  }

  /** What all its words weigh. */
  get weight(): number {
    return this.words.length === 0 ? 0 : this.#weight
  }
}

/** From this likeness on, two items in the same place are the same item, changed. */
export const sameInPlace = 0.35

/** From this likeness on, two items in different places are the same item, moved and changed. */
export const sameElsewhere = 0.6

/**
 * 0 to 1: the part of their weight that two items have in common. What has grown much, or lost much, is still like
 * what is left of it. Nothing is a little like anything: the empty paragraph that somebody begins to write in.
 */
export function likeness(one: Likable, other: Likable, vocabulary: Vocabulary): number {
  if (one.kind !== other.kind) return 0
  if (one.id === other.id) return 1
  if (one.weight === 0 || other.weight === 0) return one.weight === other.weight ? 1 : sameInPlace
  const common = commonWeight(one.words, other.words, vocabulary)
  const smaller = common / Math.min(one.weight, other.weight)
  const both = (2 * common) / (one.weight + other.weight)
  return smaller >= 0.7 ? Math.max(both, 0.6 * smaller) : both
}

/** What two sorted rows of words have in common weighs. */
export function commonWeight(one: Int32Array, other: Int32Array, vocabulary: Vocabulary): number {
  let [a, b, sum] = [0, 0, 0]
  while (a < one.length && b < other.length) {
    const [word, otherWord] = [one[a] ?? 0, other[b] ?? 0]
    if (word === otherWord) sum += vocabulary.weight(word)
    if (word <= otherWord) a += 1
    if (otherWord <= word) b += 1
  }
  return sum
}

/** A word that stands in more items than this does not help to find one of them. */
const rarestIn = 8

/** So many of the most promising items are looked at closer. */
const mostCandidates = 4

/** Finds the items of a list that may be like one, by the rare words they share: cost in proportion to its words. */
export class Candidates {
  readonly #places = new Map<number, number[]>()
  readonly #vocabulary: Vocabulary

  constructor(items: ReadonlyMap<number, Likable>, vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
    for (const [place, { words }] of items) {
      for (const [index, word] of words.entries()) {
        if (word === words[index - 1]) continue
        const known = this.#places.get(word)
        if (!known) this.#places.set(word, [place])
        else if (known.length <= rarestIn) known.push(place)
      }
    }
  }

  /** Their places, the most promising first. */
  of({ words }: Likable): number[] {
    const shared = new Map<number, number>()
    for (const [index, word] of words.entries()) {
      const known = word === words[index - 1] ? undefined : this.#places.get(word)
      if (!known || known.length > rarestIn) continue
      for (const place of known) {
        shared.set(place, (shared.get(place) ?? 0) + this.#vocabulary.weight(word) / known.length)
      }
    }
    const best = [...shared].sort((one, other) => other[1] - one[1] || one[0] - other[0])
    return best.slice(0, mostCandidates).map(([place]) => place)
  }
}
