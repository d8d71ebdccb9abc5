import { Plugin, Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { FocusStop, PageFocus } from '../pageFocus.ts'

/** Arrow keys at the edge of the section go on to the section or field beside it; Ctrl+Home and Ctrl+End too. */
export function edges(focus: PageFocus, stop: () => FocusStop | null): Plugin {
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        const from = stop()
        if (from === null || event.shiftKey || event.altKey) return false
        const { selection } = view.state
        if (event.ctrlKey || event.metaKey) {
          if (event.key !== 'Home' && event.key !== 'End') return false
          focus.jump(event.key === 'Home' ? 'start' : 'end')
          return true
        }
        if (!selection.empty) return false
        switch (event.key) {
          case 'ArrowUp':
            return isOnEdgeLine(view, 'up') && focus.step(from, 'up', caretLeft(view))
          case 'ArrowDown':
            return isOnEdgeLine(view, 'down') && focus.step(from, 'down', caretLeft(view))
          case 'ArrowLeft':
            return selection.eq(Selection.atStart(view.state.doc)) && focus.step(from, 'up')
          case 'ArrowRight':
            return selection.eq(Selection.atEnd(view.state.doc)) && focus.step(from, 'down')
          default:
            return false
        }
      },
    },
  })
}

/** On the first or the last line of the section; in a table, of the outermost row. */
function isOnEdgeLine(view: EditorView, direction: 'up' | 'down'): boolean {
  const { $head } = view.state.selection
  if (!(view.state.selection instanceof TextSelection) || $head.parent.type.name === 'footnote') return false
  for (let depth = 0; depth < $head.depth; depth += 1) {
    const node = $head.node(depth)
    // The cells of a row stand beside each other.
    if (node.type.name === 'tableRow') continue
    if ($head.index(depth) !== (direction === 'up' ? 0 : node.childCount - 1)) return false
  }
  return view.endOfTextblock(direction)
}

function caretLeft(view: EditorView): number {
  return view.coordsAtPos(view.state.selection.head).left
}

/** Puts the caret first or last in the section, or on that line at `left` pixels from the window's edge. */
export function focusEdge(view: EditorView, at: 'start' | 'end', left?: number): void {
  const { doc, tr } = view.state
  const edge = at === 'start' ? Selection.atStart(doc) : Selection.atEnd(doc)
  let selection = edge
  if (left !== undefined) {
    const { top, bottom } = view.coordsAtPos(edge.head)
    const found = view.posAtCoords({ left, top: (top + bottom) / 2 })
    if (found) selection = Selection.near(doc.resolve(found.pos))
  }
  view.dispatch(tr.setSelection(selection).scrollIntoView())
  view.focus()
}
