import type { WordInline, WordParagraph, WordPart } from '../word/WordContent.ts'
import type { HeadingName } from './headingNames.ts'
import { contentAfter, linesOfContent, saysSomething, textOf } from './inlines.ts'
import { foldedWords } from './letters.ts'
import { beginsAgreement, isPartOfAgreement } from './lockedTexts.ts'
import { type HeadingMatch, matchBeginning, matchWhole } from './matchHeading.ts'
import type { Piece } from './Piece.ts'

/** A paragraph that is, or begins with, the heading of a section. */
export interface FoundHeading {
  readonly name: HeadingName
  /** Place of its piece. */
  readonly at: number
  /** How many paragraphs it is written over. */
  readonly count: number
  /** As it stands in the file. */
  readonly text: string
  /** What stands after it in its paragraph. */
  readonly rest: readonly WordInline[]
  /** How much speaks for it; below 2 it is only taken where nothing else is there. */
  readonly strength: number
  readonly isMended: boolean
  readonly isGuessed: boolean
}

/** How the headings of a file look. */
export interface HeadingLook {
  /** The level that most headings of the form have by their style; null where they have none. */
  readonly level: number | null
}

/** Headings this long are not written by chance. */
const longHeading = 17

/** How the headings of the form look where they stand outside tables, and which sections those are. */
export function lookOfHeadings(
  parts: readonly WordPart[],
  names: readonly HeadingName[],
): HeadingLook & { readonly found: ReadonlySet<string> } {
  const levels = new Map<number | null, Set<string>>()
  const found = new Set<string>()
  for (const part of parts) {
    if (part.is === 'table' || part.heading === 'title') continue
    const match = matchWhole(textOf(part.content), names)
    if (!match || match.isGuessed) continue
    const isClear = part.heading !== null || part.looksLikeHeading || match.isStarred
    if (!isClear && match.name.folded.length < longHeading) continue
    const { key } = match.name
    found.add(key)
    levels.set(part.heading, (levels.get(part.heading) ?? new Set()).add(key))
  }
  const [most] = [...levels].sort(([, one], [, other]) => other.size - one.size)
  const level =
    most && most[0] !== null && most[1].size >= 3 && most[1].size * 2 >= found.size ? most[0] : null
  return { level, found }
}

/** Everything that may be a heading of the form, in reading order. */
export function findHeadings(
  pieces: readonly Piece[],
  names: readonly HeadingName[],
  { level }: HeadingLook,
): readonly FoundHeading[] {
  const found: FoundHeading[] = []
  for (const [at, piece] of pieces.entries()) {
    const { part } = piece
    if (part.is === 'table' || part.control?.tag === 'agreement' || part.list === 'bullet') continue
    const line = matchParagraph(part, piece, names) ?? matchWithNext(part, pieces[at + 1]?.part, names)
    if (!line || isPartOfAgreement(textOf(part.content), following(pieces, at))) continue
    const { match, rest, count = 1 } = line
    const begins = match.name.section?.kind === 'lockedText' && beginsAgreement(following(pieces, at))
    const strength = strengthOf(match, piece, part, level) + (begins ? 3 : 0)
    if (part.list === 'number' && strength < 4) continue
    const next = pieces[at + 1]?.part
    const text = textOf(part.content).slice(0, match.length)
    found.push({
      ...{ name: match.name, at, count, rest, strength },
      text: (count > 1 && next?.is === 'paragraph' ? `${text} ${textOf(next.content)}` : text)
        .replace(/\s+/g, ' ')
        .trim(),
      ...{ isMended: match.isMended, isGuessed: match.isGuessed },
    })
  }
  return found
}

interface MatchedLine {
  readonly match: HeadingMatch
  readonly rest: readonly WordInline[]
  readonly count?: number
}

function matchParagraph(
  part: WordParagraph,
  { isFirstInBox }: Piece,
  names: readonly HeadingName[],
): MatchedLine | null {
  const text = textOf(part.content)
  const whole = matchWhole(text, names)
  const asWhole = whole && { match: whole, rest: contentAfter(part.content, whole.length).filter(isNoText) }
  if (asWhole && !whole.isGuessed) return asWhole
  // A heading may be broken into two lines.
  const lines = linesOfContent(part.content).map(textOf)
  for (const count of [1, 2]) {
    if (lines.length <= count) continue
    const beginning = lines.slice(0, count).join('\n')
    const match = matchWhole(beginning, names)
    if (match) return { match, rest: contentAfter(part.content, beginning.length + 1) }
  }
  if (asWhole) return asWhole
  const match = matchBeginning(text, names)
  if (!match) return null
  const looksLikeOne = part.looksLikeHeading || part.heading !== null || isFirstInBox || beginsBold(part)
  // Nobody writes the star in running text.
  if (!isParted(match, text) || !(looksLikeOne || match.isStarred || isOneLine(match, text))) return null
  return { match, rest: contentAfter(part.content, match.length) }
}

/** Running text that begins with the same words goes on in the same sentence. */
function isParted({ name, length, isStarred }: HeadingMatch, text: string): boolean {
  if (isStarred || name.takesMore || text[length - 1] === ':') return true
  const rest = text.slice(length)
  if (/^\s*\n/.test(rest)) return true
  return name.folded.length >= 12 && /^\s+[^\s\p{Ll}]/u.test(rest)
}

/** A label with its answer on the same line. */
function isOneLine({ name, length }: HeadingMatch, text: string): boolean {
  const kind = name.section?.kind
  if (kind === 'text' || name.takesMore) return true
  return (kind === 'participants' || kind === 'computedLine') && text[length - 1] === ':'
}

function beginsBold({ content }: WordParagraph): boolean {
  const texts = content.filter(part => part.is === 'text' && part.text.trim() !== '')
  const [first] = texts
  return first?.is === 'text' && first.isBold && texts.some(part => part.is === 'text' && !part.isBold)
}

/** A heading that has been made into two paragraphs. */
function matchWithNext(
  part: WordParagraph,
  next: WordPart | undefined,
  names: readonly HeadingName[],
): MatchedLine | null {
  if (next?.is !== 'paragraph') return null
  const text = textOf(part.content)
  const folded = foldedWords(text)
  if (folded.length < 12 || !names.some(name => name.folded.startsWith(folded))) return null
  const match = matchWhole(`${text} ${textOf(next.content)}`, names)
  if (!match || match.isGuessed) return null
  return { match: { ...match, length: text.length }, rest: [], count: 2 }
}

function isNoText(part: WordInline): boolean {
  return part.is === 'footnote' || part.is === 'picture'
}

function following(pieces: readonly Piece[], at: number): string {
  for (const { part } of pieces.slice(at + 1, at + 4)) {
    if (part.is === 'paragraph' && saysSomething(part)) return textOf(part.content)
  }
  return ''
}

function strengthOf(
  { name, isWhole, isStarred, isGuessed }: HeadingMatch,
  { isFirstInBox }: Piece,
  part: WordParagraph,
  level: number | null,
): number {
  return (
    (level !== null && part.heading === level ? 16 : part.heading === null ? 0 : 3) +
    (part.looksLikeHeading ? 2 : 0) +
    (isStarred ? 3 : 0) +
    (isFirstInBox ? 2 : 0) +
    (isWhole && name.folded.length >= longHeading ? 2 : 0) +
    (isGuessed ? 0 : 1)
  )
}

/** What a heading of the level of the form has at least. */
export const ofTheLevel = 16
