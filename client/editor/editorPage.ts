import type { LiveDocument } from '../sync/LiveDocument.ts'
import { ActiveEditor } from './ActiveEditor.ts'
import type { TextPlace } from './comments/TextComments.ts'
import { PageFocus } from './pageFocus.ts'
import { CutMarks } from './paste/cutMarks.ts'
import { undonePlace } from './undo.ts'

/** What all editors of one open document share with its toolbar and its fields. */
export interface EditorPage {
  readonly focus: PageFocus
  readonly active: ActiveEditor
  /** The sections of rich text that are on the page, by key: what can be commented on in them. */
  readonly texts: Map<string, TextPlace>
  readonly cutMarks: CutMarks
}

const pages = new WeakMap<LiveDocument, EditorPage>()

/** The same for the same document, for as long as it is open. */
export function editorPage(live: LiveDocument): EditorPage {
  const known = pages.get(live)
  if (known) return known
  const sections = [...live.roots].flatMap(([key, { type }]) => (type === 'blocks' ? [key] : []))
  const page: EditorPage = {
    focus: new PageFocus(),
    active: new ActiveEditor(),
    texts: new Map(),
    cutMarks: new CutMarks(live.doc, sections),
  }
  pages.set(live, page)
  // Undo may reach into another section, or a field, than the one that the caret is in: go there and see.
  live.undo.on('stack-item-popped', ({ changedParentTypes }) => {
    const place = undonePlace(live.doc, changedParentTypes)
    if (place) page.focus.show(place.section, place.field)
  })
  return page
}
