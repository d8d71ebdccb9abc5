import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { Plugin, Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isBudgetFigure } from '../commands/budgetFigures.ts'
import { isFootnote } from '../commands/footnotes.ts'

/**
 * Typing, walking and clicking at the edge of a footnote. In the browser's eyes the caret before, in and after an
 * edge of the note is in one and the same place, and it would write on whichever side it likes; and the line above
 * a block is for it the note that ends the block before. The editor knows better. Beside a sum of the budget, which is
 * not to be written in, some write into it all the same.
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
      handleKeyDown: (view, event) => {
        if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return false
        switch (event.key) {
          case 'ArrowUp':
            return stepLine(view, -1)
          case 'ArrowDown':
            return stepLine(view, 1)
          case 'Home':
            return toOuterSide(view, -1)
          case 'End':
            return toOuterSide(view, 1)
          default:
            return false
        }
      },
      // A click beside the number that ends a line.
      handleClick: (view, position, event) => {
        const { doc, tr } = view.state
        const $at = doc.resolve(position)
        const number = view.nodeDOM(position)
        if ($at.nodeAfter?.type.name !== 'footnote' || !(number instanceof Element)) return false
        const box = number.getClientRects()[0]
        if (!box || event.clientX < box.right || event.clientY > box.bottom) return false
        view.dispatch(tr.setSelection(TextSelection.create(doc, position + $at.nodeAfter.nodeSize)))
        return true
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
  return [nodeBefore, nodeAfter].some(node => node?.type.name === 'footnote' || isBudgetFigure(node))
}

function insert(view: EditorView, text: string): void {
  const { from, to } = view.state.selection
  const write = () => view.state.tr.insertText(text, from, to)
  const taken = view.someProp('handleTextInput', handle => handle(view, from, to, text, write))
  if (!taken) view.dispatch(write().scrollIntoView())
}

/** From the first or last line of a note to its place in the text, and from block to block past the notes. */
function stepLine(view: EditorView, direction: -1 | 1): boolean {
  const { selection, doc, tr } = view.state
  if (!(selection instanceof TextSelection) || !selection.empty) return false
  const { $head } = selection
  const caret = view.coordsAtPos($head.pos)
  if (isFootnote($head)) {
    const edge = view.coordsAtPos(direction === -1 ? $head.start() : $head.end())
    if (Math.abs(edge.top - caret.top) > (caret.bottom - caret.top) / 2) return false
    const out = direction === -1 ? $head.before() : $head.after()
    view.dispatch(tr.setSelection(TextSelection.create(doc, out)).scrollIntoView())
    return true
  }
  if ($head.depth === 0 || !view.endOfTextblock(direction === -1 ? 'up' : 'down')) return false
  const $edge = doc.resolve(direction === -1 ? $head.before() : $head.after())
  const next = Selection.findFrom($edge, direction, true)
  if (next === null || !(hasNotes($head.parent) || hasNotes(next.$head.parent))) return false
  const line = view.coordsAtPos(next.head)
  const found = view.posAtCoords({ left: caret.left, top: (line.top + line.bottom) / 2 })
  view.dispatch(tr.setSelection(found ? Selection.near(doc.resolve(found.pos)) : next).scrollIntoView())
  return true
}

/** Home and End in a line that a note begins or ends: to the far side of its number. */
function toOuterSide(view: EditorView, direction: -1 | 1): boolean {
  const { $head } = view.state.selection
  const outermost = direction === -1 ? $head.parent.firstChild : $head.parent.lastChild
  if (isFootnote($head) || outermost?.type.name !== 'footnote') return false
  if (!view.endOfTextblock(direction === -1 ? 'up' : 'down')) return false
  const side = direction === -1 ? $head.start() : $head.end()
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, side)).scrollIntoView())
  return true
}

function hasNotes(block: Node): boolean {
  return block.children.some(child => child.type.name === 'footnote')
}
