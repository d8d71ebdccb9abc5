import * as Y from 'yjs'
import { ownerKey } from '../../../shared/document/roots.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'

/**
 * The columns that the budget of a document has, and has had: `owner` and the item keys of the partners, those too that
 * have been taken out of the form and may come back.
 */
export function columnsIn(doc: Y.Doc, form: FormTemplate): ReadonlySet<string> {
  const columns = new Set([ownerKey])
  for (const section of form.sections) {
    if (section.kind !== 'parties' || section.role !== 'partner') continue
    for (const [key, value] of doc.getMap(section.key)) if (value instanceof Y.Map) columns.add(key)
  }
  return columns
}
