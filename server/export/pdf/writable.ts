import { hasGlyph } from './fonts.ts'
import { numberOf } from './plainLetters.ts'

/** A run of letters that no line can break in, and what may follow a place where one may. */
const longWord = /\S{41,}/gu
const breakAfter = /[-/_.,;:@&=?#%+|\\)\]]/u
const longestUnbroken = 40
const mayBreak = '\u200b'

/**
 * Text as it can be set: a character that no font has is written as its number, such as `[U+4E2D]`, since a PDF to be
 * kept may hold no empty boxes. Line breaks, tabs and odd spaces are spaces, and what is never seen is left out.
 */
export function writable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n|[\t\n\v\f\r\u0085\u1680\u2028\u2029]/gu, ' ')
    .replaceAll(/[^\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f]/gu, writableCharacter)
}

/** The same with places where a word longer than any line may be broken. */
export function breakable(text: string): string {
  return text.replaceAll(longWord, broken)
}

function writableCharacter(character: string): string {
  if (hasGlyph(character)) return character
  // Says how its neighbour looks, and has no looks itself.
  return /\p{Default_Ignorable_Code_Point}/u.test(character) ? '' : numberOf(character)
}

/** Addresses break after their signs, all else where it has become too long. */
function broken(word: string): string {
  let [written, since] = ['', 0]
  for (const character of word) {
    written += character
    since = breakAfter.test(character) || since + 1 >= longestUnbroken ? 0 : since + 1
    if (since === 0) written += mayBreak
  }
  return written
}
