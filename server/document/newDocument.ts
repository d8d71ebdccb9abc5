import { randomBytes } from 'node:crypto'
import * as Y from 'yjs'
import { fillDocument } from '../../shared/document/fillDocument.ts'
import type { FilledForm } from '../../shared/document/filledForm.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'

/** A new document on a form, as the update that makes it. Its client id is never used again. */
export function newDocument(
  form: FormTemplate,
  contents: Partial<FilledForm['sections']>,
): { doc: Y.Doc; update: Uint8Array } {
  const doc = new Y.Doc()
  fillDocument(doc, form, contents, newItemKey)
  return { doc, update: Y.encodeStateAsUpdate(doc) }
}

function newItemKey(): string {
  return randomBytes(5).toString('hex')
}
