/** Most that anybody means by a yearly increase; beyond it, it is a slip of the finger. */
const percentMax = 100

/** A yearly increase as it is typed, `3,3` or `3.3 %`, from 0 to 100; null where it is none. */
export function readPercent(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s|%/g, '').replace(',', '.')
  if (!/^\d{1,3}(?:\.\d{1,3})?$/.test(plain)) return null
  return Number(plain) <= percentMax ? Number(plain) : null
}
