import { randomBytes } from 'node:crypto'
import * as Y from 'yjs'
import { fillDocument } from '../../shared/document/fillDocument.ts'
import type { FilledForm } from '../../shared/document/filledForm.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import { type Names, namesIn } from './namesIn.ts'

/** A new document on a form, as the update that makes it. Its client id is never used again. */
export function newDocument(
  form: FormTemplate,
  contents: Partial<FilledForm['sections']>,
): { doc: Y.Doc; update: Uint8Array } {
  const doc = new Y.Doc()
  fillDocument(doc, form, contents, newItemKey)
  return { doc, update: Y.encodeStateAsUpdate(doc) }
}

/** A document that is not kept yet: all that is to be known of it to keep it. */
export interface MadeDocument {
  /** The update that makes it. */
  readonly update: Uint8Array
  /** The client id that it was made under. */
  readonly clientId: number
  readonly names: Names
}

export function madeDocument(form: FormTemplate, contents: Partial<FilledForm['sections']>): MadeDocument {
  const { doc, update } = newDocument(form, contents)
  return { update, clientId: doc.clientID, names: namesIn(doc, form) }
}

function newItemKey(): string {
  return randomBytes(5).toString('hex')
}
