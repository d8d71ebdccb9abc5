/** Words as they are compared: small letters without marks, digits, and single spaces between them. */
export function bare(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** One slip for so many letters, and never more than this: *rekvrirera*, *Huvudsatsägare*, *Lnekostnad*. */
const lettersPerSlip = 6
const mostSlips = 3

/** Which of the phrases a text is, slips of the finger forgiven; null when it is none of them. */
export function closest<Meaning>(
  text: string,
  phrases: readonly (readonly [phrase: string, meaning: Meaning])[],
): Meaning | null {
  const words = bare(text)
  let best: { readonly slips: number; readonly meaning: Meaning } | null = null
  for (const [phrase, meaning] of phrases) {
    const forgiven = Math.min(mostSlips, Math.floor(phrase.length / lettersPerSlip))
    if (Math.abs(words.length - phrase.length) > forgiven) continue
    const slips = slipsBetween(words, phrase)
    if (slips <= forgiven && (best === null || slips < best.slips)) best = { slips, meaning }
  }
  return best?.meaning ?? null
}

/** Letters put in, left out or changed (Levenshtein). */
function slipsBetween(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const change = (above[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1)
      line.push(Math.min(change, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1))
    }
    above = line
  }
  return above[other.length] ?? 0
}
