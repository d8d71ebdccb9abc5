/**
 * Words that only hold a place. `NAMN` stood as an organisation in three real workbooks, `Kostnadsbeteckning` as a row
 * (domain.md 2.6, 4).
 */
const placeholder =
  /^(?:namn|organisation|part|(?:huvud|del)?insatsägare|samverkanspart|kostnadsbeteckning|xx+|[.…?_-]+)\s*\d*$/i

/** Whether a name says nothing: it is empty, or such a word, also in brackets. */
export function isPlaceholder(text: string): boolean {
  const plain = text.trim().replace(/^[<[(«‹"]+|[>\])»›"]+$/g, '')
  return plain === '' || placeholder.test(plain)
}
