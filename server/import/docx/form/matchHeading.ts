import {
  type HeadingName,
  headingWords,
  mayBeginHeading,
  mayBeHeading,
  numberPattern,
} from './headingNames.ts'
import { distance, foldedWords, plainWords, tolerance } from './letters.ts'

/** A line that is, or begins with, the heading of a section. */
export interface HeadingMatch {
  readonly name: HeadingName
  /** Length of the heading in the line, with its star and colon. */
  readonly length: number
  /** All words of the line are the heading's. */
  readonly isWhole: boolean
  readonly isStarred: boolean
  /** Letters with rings or dots were damaged. */
  readonly isMended: boolean
  /** Other letters are not as in the form, it says something more in brackets, or it is another version's. */
  readonly isGuessed: boolean
}

interface Likeness {
  readonly name: HeadingName
  readonly wrong: number
  readonly isMended: boolean
}

/** `Insatsägare (namn)` is no heading, but a label in a table of signatures. */
const signatureLabel = /\(\s*namn/i

const starPattern = /\(\s*[*★]\s*\)|[*★]/

/** A line as a heading; null when it is none. */
export function matchWhole(line: string, names: readonly HeadingName[]): HeadingMatch | null {
  if (!mayBeHeading(line)) return null
  const whole = likest(line, names, tolerance)
  const common = { length: line.length, isWhole: true, isStarred: starPattern.test(line) }
  if (whole) return { ...common, ...asMatch(whole), isGuessed: whole.wrong > 0 || !whole.name.isOwn }
  // What stands in brackets may be the applicant's own: (se bilaga för utförligare beskrivning).
  const bracket = signatureLabel.test(line) ? null : /^(.*\S)\s*\(([^()]{3,})\)\s*:?\s*$/s.exec(line)
  const shorter = bracket ? likest(bracket[1] ?? '', names, tolerance) : null
  if (!shorter) return null
  const { section } = shorter.name
  const note = section?.kind === 'lockedText' ? section.headingNote : null
  const isKnown = note !== null && foldedWords(note) === foldedWords(`(${bracket?.[2]})`)
  return { ...common, ...asMatch(shorter), isGuessed: shorter.wrong > 0 || !shorter.name.isOwn || !isKnown }
}

/** A line that begins with a heading and goes on with something else; null when it does not. */
export function matchBeginning(line: string, names: readonly HeadingName[]): HeadingMatch | null {
  if (!mayBeginHeading(line)) return null
  const from = numberPattern.exec(line)?.[0].length ?? 0
  const ends = [...line.slice(0, from + 400).matchAll(/\S+/g)]
    .map(word => word.index + word[0].length)
    .filter(end => end > from)
  const folded = foldedWords(line.slice(from, from + 300))
  for (const name of names) {
    // Most lines begin with quite other words, and comparing takes time.
    const { length } = name.folded
    if (distance(folded.slice(0, length), name.folded, 4) > 4) continue
    const count = name.folded.split(' ').length
    for (const words of [count + 2, count + 1, count, count - 1]) {
      const end = ends[words - 1]
      if (end === undefined || end >= line.length) continue
      const found = likest(line.slice(from, end), [name], length => Math.min(1, tolerance(length)))
      if (!found) continue
      const signs = /^(?:\s*(?:\(\s*[*★]\s*\)|[*★]))?(?:\s*:)?/.exec(line.slice(end))?.[0] ?? ''
      return {
        ...asMatch(found),
        length: end + signs.length,
        isWhole: false,
        isStarred: starPattern.test(line.slice(0, end + signs.length)),
        isGuessed: found.wrong > 0 || !name.isOwn,
      }
    }
  }
  return null
}

function asMatch({ name, isMended }: Likeness): Pick<HeadingMatch, 'name' | 'isMended'> {
  return { name, isMended }
}

/** The name that is most like a line, within what may be wrong; null when none is, or two are as like. */
function likest(
  line: string,
  names: readonly HeadingName[],
  most: (length: number) => number,
): Likeness | null {
  const words = headingWords(line)
  // No heading is longer, and comparing takes time.
  if (words === '' || words.length > 200) return null
  const [plain, folded] = [plainWords(words), foldedWords(words)]
  const exact = names.find(name => name.words === plain)
  if (exact) return { name: exact, wrong: 0, isMended: false }
  let best: Likeness | null = null
  let isTied = false
  for (const name of names) {
    const wrong = distance(folded, name.folded, most(name.folded.length))
    if (wrong > most(name.folded.length)) continue
    isTied = best !== null && wrong === best.wrong && best.name.key !== name.key
    if (best === null || wrong < best.wrong) best = { name, wrong, isMended: isDamaged(plain, name) }
  }
  return isTied ? null : best
}

/** Whether a ring or dots are missing, whatever else is wrong. */
function isDamaged(plain: string, { words, folded }: HeadingName): boolean {
  return plain !== words && (foldedWords(plain) === folded || rounded(plain) !== rounded(words))
}

function rounded(text: string): number {
  return text.match(/[åäö]/g)?.length ?? 0
}
