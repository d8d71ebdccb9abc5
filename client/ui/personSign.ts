/** First letters of the first and the last name, as on an avatar: `Anna Maria Ek` is `AE`. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter(word => /\p{L}/u.test(word))
  const first = words.at(0)?.match(/\p{L}/u)?.[0] ?? '?'
  const last = words.length > 1 ? (words.at(-1)?.match(/\p{L}/u)?.[0] ?? '') : ''
  return (first + last).toLocaleUpperCase('sv')
}

const shapes = ['round', 'square', 'leaf', 'shield'] as const

/** The shape that a person keeps on every screen, so that two of one party can be told apart without colour. */
export function personShape(personId: string): (typeof shapes)[number] {
  let sum = 0
  for (const letter of personId) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return shapes[sum % shapes.length] ?? 'round'
}
