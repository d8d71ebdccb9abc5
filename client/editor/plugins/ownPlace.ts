import { Plugin } from '@tiptap/pm/state'
import * as Y from 'yjs'
import type { PresenceChannel } from '../../sync/LiveDocument.ts'
import { isOfEditor } from '../ActiveEditor.ts'
import type { SectionBinding } from '../binding/SectionBinding.ts'

/** Tells the others where my caret is, for as long as this section has focus. Must come after the binding. */
export function ownPlace(section: string, presence: PresenceChannel, binding: SectionBinding): Plugin {
  let told: string | null = null
  const tell = () => {
    const { selection } = binding
    if (selection === null) return
    const anchor: unknown = Y.relativePositionToJSON(selection.anchor)
    const head: unknown = Y.relativePositionToJSON(selection.head)
    const place = JSON.stringify([anchor, head])
    if (place === told) return
    told = place
    presence.setPlace({ section, anchor, head })
  }
  return new Plugin({
    view: () => ({
      update: view => {
        if (view.hasFocus()) tell()
      },
    }),
    props: {
      handleDOMEvents: {
        focus: () => {
          told = null
          tell()
        },
        // A field that takes over says its own place; a window that loses focus leaves me here.
        blur: (_view, event) => {
          const to = event.relatedTarget
          if (to instanceof Element && !isOfEditor(to)) presence.setPlace(null)
        },
      },
    },
  })
}
