/*
 * How words of a file are compared with those of a form: capitals, spaces and dashes never matter, and letters with rings
 * and dots that a scan or a wrong code page has damaged are still those of the form.
 */

/** UTF-8 that has been read as Latin 1 or Windows 1252. */
const misread: readonly (readonly [RegExp, string])[] = [
  [/Ã¥|Ã…|Ã\u0085/g, 'å'],
  [/Ã¤|Ã„|Ã\u0084/g, 'ä'],
  [/Ã¶|Ã–|Ã\u0096/g, 'ö'],
  [/Ã©|Ã‰|Ã\u0089/g, 'é'],
]

/** A text without what never makes a difference: capitals, kinds of dashes, quotes and spaces, spaces around strokes. */
export function plainWords(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\u00ad/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[”“„’‘´`"']/g, '"')
    .replace(/\s+/g, ' ')
    .replace(/ ?\/ ?/g, '/')
    .trim()
}

/** The same with å, ä and ö as a, a and o, however they are damaged; `?` for a letter that is lost. */
export function foldedWords(text: string): string {
  const mended = misread.reduce(
    (words, [damaged, letter]) => words.replace(damaged, letter),
    text.normalize('NFC'),
  )
  return plainWords(mended)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u02da\u00b0\u00a8]/g, '')
    .replace(/æ/g, 'a')
    .replace(/ø/g, 'o')
    .replace(/\ufffd/g, '?')
}

/**
 * Letters to put in, take out or change to make one folded text the other; more than `most` is said as `most + 1`. A lost
 * letter (`?`) is any that can have had a ring or dots.
 */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let above = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= other.length; column++) {
      const change = (above[column - 1] ?? 0) + (isSame(one[row - 1], other[column - 1]) ? 0 : 1)
      const cost = Math.min(change, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1)
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    above = current
  }
  return Math.min(above[other.length] ?? 0, most + 1)
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  if (one === other) return true
  return (one === '?' && isRounded(other)) || (other === '?' && isRounded(one))
}

function isRounded(letter: string | undefined): boolean {
  return letter === 'a' || letter === 'o' || letter === 'e'
}

/** How many letters may be wrong in words of this length for them to be the same. Short words must be right. */
export function tolerance(length: number): number {
  if (length < 8) return 0
  return length < 16 ? 1 : Math.min(5, Math.floor(length / 10))
}
