import type * as Y from 'yjs'
import type { TypedAmount } from './amountInForm.ts'

/** The amount that has been typed in the section `section` of a document's form. */
export function readTyped(doc: Y.Doc, section: string): TypedAmount {
  const years = new Map<number, number>()
  let total: number | null = null
  for (const [key, value] of doc.getMap(section)) {
    if (typeof value !== 'number') continue
    if (key === 'total') total = value
    else if (/^\d{4}$/.test(key)) years.set(Number(key), value)
  }
  return { total, years }
}
