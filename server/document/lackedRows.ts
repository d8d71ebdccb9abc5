import type * as Y from 'yjs'
import { seedBudget } from '../../shared/budget/seedBudget.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'

/**
 * What writes the rows of the budget into an ansökan that was made before there was one; null when it has them. It is
 * told from its bytes: nothing of it is read, since every document is asked when its room is opened.
 */
export function lackedRows(
  form: FormTemplate,
  updates: readonly Uint8Array[],
): ((doc: Y.Doc) => void) | null {
  const section = form.sections.find(section => section.kind === 'budget')
  if (!section || updates.some(update => writesIn(update, section.key))) return null
  return doc => {
    const root = doc.getMap(section.key)
    if (root.size === 0) seedBudget(root, section.budget)
  }
}

/** Yjs writes the name of a root, its length before it, beside the first value under each of its keys: 1 says root. */
function writesIn(update: Uint8Array, root: string): boolean {
  const { buffer, byteOffset, byteLength } = update
  return Buffer.from(buffer, byteOffset, byteLength).includes(
    `\x01${String.fromCharCode(root.length)}${root}`,
  )
}
