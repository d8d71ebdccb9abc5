import type { ResolvedPos } from '@tiptap/pm/model'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isFootnote } from '../commands/footnotes.ts'

/**
 * Typing and clicking at the edge of a footnote. In the browser's eyes the caret before, in and after an edge of
 * the note is in one and the same place, and it would write on whichever side it likes; the editor knows better.
 */
export function noteEdges(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        beforeinput: (view, event) => {
          const { selection } = view.state
          if (event.inputType !== 'insertText' || !event.data || view.composing) return false
          if (!(selection instanceof TextSelection) || !selection.empty || !isAtNoteEdge(selection.$head))
            return false
          event.preventDefault()
          insert(view, event.data)
          return true
        },
      },
      // A click on the number, which is generated content of the note's own element.
      handleClickOn: (view, _position, node, start, event) => {
        if (node.type.name !== 'footnote' || event.target !== view.nodeDOM(start)) return false
        const end = start + node.nodeSize - 1
        view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, end)))
        return true
      },
    },
  })
}

function isAtNoteEdge($position: ResolvedPos): boolean {
  const { nodeBefore, nodeAfter, parent, parentOffset } = $position
  if (isFootnote($position)) return parentOffset === 0 || parentOffset === parent.content.size
  return nodeBefore?.type.name === 'footnote' || nodeAfter?.type.name === 'footnote'
}

function insert(view: EditorView, text: string): void {
  const { from, to } = view.state.selection
  const write = () => view.state.tr.insertText(text, from, to)
  const taken = view.someProp('handleTextInput', handle => handle(view, from, to, text, write))
  if (!taken) view.dispatch(write().scrollIntoView())
}
