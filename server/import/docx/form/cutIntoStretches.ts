import type { WordContent, WordParagraph, WordPart } from '../word/WordContent.ts'
import { type FoundHeading, findHeadings, lookOfHeadings, ofTheLevel } from './findHeadings.ts'
import type { HeadingName } from './headingNames.ts'
import { saysSomething } from './inlines.ts'
import { openBoxes } from './openBoxes.ts'
import type { Piece } from './Piece.ts'

/** What stands under one heading, up to the next. */
export interface Stretch {
  readonly heading: FoundHeading
  /** What stood after the heading in its own paragraph is the first of them. */
  readonly parts: readonly WordPart[]
  /** The first of them stood on the line of the heading. */
  readonly isOnHeading: boolean
}

/** A file cut at the headings of a form. */
export interface CutContent {
  readonly before: readonly WordPart[]
  /** In reading order; a section may have several. */
  readonly stretches: readonly Stretch[]
  /** Level of the style of the headings; null when they are known by their words and looks alone. */
  readonly level: number | null
}

/** Sections whose headings also stand, as labels, above and in the tables of the signatures. */
const repeatedAtSignatures = ['name', 'owner', 'partners']

export function cutIntoStretches({ parts }: WordContent, names: readonly HeadingName[]): CutContent {
  const look = lookOfHeadings(parts, names)
  const pieces = openBoxes(parts, names, { found: look.found, isStyled: look.level !== null })
  const headings = chosen(findHeadings(pieces, names, look), pieces, look.level)
  const from = (at: number, to: number) => pieces.slice(at, to).map(({ part }) => part)
  return {
    before: from(0, headings[0]?.at ?? pieces.length),
    stretches: headings.map((heading, place) => {
      const rest = restOf(heading, pieces)
      const below = from(heading.at + heading.count, headings[place + 1]?.at ?? pieces.length)
      return { heading, parts: [...rest, ...below], isOnHeading: rest.some(saysSomething) }
    }),
    level: look.level,
  }
}

/** Of all that may be headings, those that are. */
function chosen(
  found: readonly FoundHeading[],
  pieces: readonly Piece[],
  level: number | null,
): readonly FoundHeading[] {
  const strongest = new Map<string, number>()
  for (const { name, strength } of found) {
    strongest.set(name.key, Math.max(strongest.get(name.key) ?? 0, strength))
  }
  const firstOf = new Map<string, number>()
  const signedFrom = found.find(
    ({ name, strength }) => name.key === 'signatures' && strength === strongest.get('signatures'),
  )?.at
  return found.filter(heading => {
    const { name, strength, at } = heading
    const most = strongest.get(name.key) ?? 0
    const isFirst = !firstOf.has(name.key)
    const isTaken =
      most >= ofTheLevel
        ? strength >= ofTheLevel
        : (strength >= 2 || (most < 2 && isFirst)) && !(level !== null && name.section === null)
    if (!isTaken || (name.folded === 'budget' && most < ofTheLevel && !hasTableAfter(pieces, at)))
      return false
    const isRepeated =
      !isFirst && signedFrom !== undefined && at > signedFrom && repeatedAtSignatures.includes(name.key)
    if (isRepeated) return false
    if (isFirst) firstOf.set(name.key, at)
    return true
  })
}

/** *Budget* is a word that anybody may head a paragraph with; the budget itself is tables. */
function hasTableAfter(pieces: readonly Piece[], at: number): boolean {
  return pieces.slice(at + 1, at + 8).some(({ part }) => part.is === 'table')
}

/** What stands after a heading in its paragraph, as running text. */
function restOf({ at, rest }: FoundHeading, pieces: readonly Piece[]): readonly WordParagraph[] {
  const part = pieces[at]?.part
  if (part?.is !== 'paragraph' || rest.length === 0) return []
  const [first, ...others] = rest
  const content = first?.is === 'text' ? [{ ...first, text: first.text.trimStart() }, ...others] : rest
  return [{ ...part, heading: null, looksLikeHeading: false, list: null, content }]
}
