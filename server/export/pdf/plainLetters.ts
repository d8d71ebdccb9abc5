import { Typst } from './typst.ts'

/** Characters that are in every font that is used, however they stand together. */
const plain =
  /[^\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f\u200b\u2010-\u2022\u2026\u2030\u2039\u203a\u20ac\u2610\u2612]/gu

/**
 * The same document with other characters as their numbers, such as `[U+064B]`: for one with a letter and a mark that no
 * font has both of. They can only stand in its text: what we write ourselves is plain.
 */
export function inPlainLetters({ code }: Typst): Typst {
  return new Typst(code.replaceAll(plain, numberOf))
}

/** A character as what stands for it where no font has it. */
export function numberOf(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0
  return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`
}
