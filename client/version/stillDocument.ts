import * as Y from 'yjs'
import { fillDocument } from '../../shared/document/fillDocument.ts'
import type { FilledForm } from '../../shared/document/filledForm.ts'
import { rootsOf } from '../../shared/document/roots.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { LiveDocument, PresenceChannel } from '../sync/LiveDocument.ts'

const nobodyHere: PresenceChannel = {
  others: new Map(),
  setPlace: () => {},
  subscribe: () => () => {},
  authorOf: () => null,
}

/**
 * A document to be read, made of what a version says: it belongs to nobody, and goes nowhere. It is not the ansökan's own,
 * and so has not its id, by which the browser remembers what I wrote there.
 */
export function stillDocument(form: FormTemplate, filled: FilledForm): LiveDocument {
  const doc = new Y.Doc()
  let items = 0
  fillDocument(doc, form, filled.sections, () => {
    items += 1
    return `still${items}`
  })
  return { id: '', roots: rootsOf(form), doc, undo: new Y.UndoManager([], { doc }), presence: nobodyHere }
}
