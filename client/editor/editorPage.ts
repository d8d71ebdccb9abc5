import type { LiveDocument } from '../sync/LiveDocument.ts'
import { ActiveEditor } from './ActiveEditor.ts'
import { PageFocus } from './pageFocus.ts'
import { undonePlace } from './undo.ts'

/** What all editors of one open document share with its toolbar and its fields. */
export interface EditorPage {
  readonly focus: PageFocus
  readonly active: ActiveEditor
}

const pages = new WeakMap<LiveDocument, EditorPage>()

/** The same for the same document, for as long as it is open. */
export function editorPage(live: LiveDocument): EditorPage {
  const known = pages.get(live)
  if (known) return known
  const page: EditorPage = { focus: new PageFocus(), active: new ActiveEditor() }
  pages.set(live, page)
  // Undo may reach into another section, or a field, than the one that the caret is in: go there and see.
  live.undo.on('stack-item-popped', ({ changedParentTypes }) => {
    const place = undonePlace(live.doc, changedParentTypes)
    if (place) page.focus.show(place.section, place.field)
  })
  return page
}
