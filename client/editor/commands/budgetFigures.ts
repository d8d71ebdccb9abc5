import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state'
import { type BudgetSum, isBudgetSum } from '../../../shared/budget/budgetFigure.ts'

/** Puts a sum of the budget in place of what is selected in a paragraph, and the caret after it. */
export function insertBudgetFigure(sum: BudgetSum): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection
    const type = state.schema.nodes.budgetFigure
    if (!type || $to.parent.type.name !== 'paragraph') return false
    const from = $from.sameParent($to) ? $from.pos : $to.pos
    const transaction = state.tr.replaceWith(from, $to.pos, type.create({ sum }))
    const after = TextSelection.create(transaction.doc, from + 1)
    dispatch?.(transaction.setSelection(after).scrollIntoView())
    return true
  }
}

/** One step of the caret over a sum, as over a letter. The editor would select it, and the next letter replace it. */
export function stepBudgetFigure(direction: -1 | 1, extend: boolean): Command {
  return (state, dispatch) => {
    const { selection, doc } = state
    if (!(selection instanceof TextSelection) || (!selection.empty && !extend)) return false
    if (!isBudgetFigure(beside(selection.$head, direction))) return false
    const head = selection.head + direction
    const stepped = TextSelection.create(doc, extend ? selection.anchor : head, head)
    dispatch?.(state.tr.setSelection(stepped).scrollIntoView())
    return true
  }
}

/** Backspace (-1) and Delete (1) beside a sum: it goes as a letter does. */
export function deleteBudgetFigure(direction: -1 | 1): Command {
  return (state, dispatch) => {
    const { selection } = state
    if (!(selection instanceof TextSelection) || !selection.empty) return false
    if (!isBudgetFigure(beside(selection.$head, direction))) return false
    const from = direction === 1 ? selection.head : selection.head - 1
    dispatch?.(state.tr.delete(from, from + 1).scrollIntoView())
    return true
  }
}

export function isBudgetFigure(node: Node | null | undefined): boolean {
  return node?.type.name === 'budgetFigure'
}

/** The sum that the caret has just been moved over, or that has been selected; null when there is none. */
export function metBudgetFigure(before: EditorState, { selection, doc }: EditorState): BudgetSum | null {
  const from = selection.empty ? Math.min(before.selection.head, selection.head) : selection.from
  const to = selection.empty ? Math.max(before.selection.head, selection.head) : selection.to
  const node = to - from === 1 ? doc.nodeAt(from) : null
  const sum: unknown = node && isBudgetFigure(node) ? node.attrs.sum : null
  return isBudgetSum(sum) ? sum : null
}

function beside($head: ResolvedPos, direction: -1 | 1): Node | null {
  return direction === 1 ? $head.nodeAfter : $head.nodeBefore
}
