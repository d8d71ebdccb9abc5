import * as Y from 'yjs'
import { newDocument } from '../../../server/document/newDocument.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'
import type { Edit } from './history.ts'
import type { LaidDocument } from './LaidDocument.ts'

/** The form that every document is on. */
export const form = form2024

/** The section of rich text that is written in. */
export const section = 'background'

/** The form as it is begun. */
export function emptyDocument(name: string): LaidDocument {
  return { name, updates: [newDocument(form, {}).update] }
}

/** The form with a history written into one paragraph of one section. */
export function writtenDocument(name: string, edits: readonly Edit[]): LaidDocument {
  const { update } = newDocument(form, {})
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const updates = [update]
  doc.on('update', made => updates.push(made))
  const text = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  doc.transact(() => {
    paragraph.insert(0, [text])
    doc.getXmlFragment(section).insert(0, [paragraph])
  })
  for (const [at, deleted, inserted] of edits) {
    doc.transact(() => {
      if (deleted > 0) text.delete(at, deleted)
      // A new line is a new paragraph; here one is enough.
      if (inserted !== '') text.insert(at, inserted.replaceAll('\n', ' '))
    })
  }
  return { name, updates }
}
